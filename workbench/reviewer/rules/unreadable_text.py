"""Nonsense, another language, keywords typed over and over: nothing to judge."""

from .base import Hit, RowCase, whole


def check(case: RowCase) -> Hit | None:
    if not case.row.indikator.strip() or case.reading.readable:
        return None
    return whole(case, "indikator")
