"""A row without an indicator has nothing that can be measured."""

from .base import Hit, RowCase


def check(case: RowCase) -> Hit | None:
    if not case.has_column("indikator") or case.row.indikator.strip():
        return None
    return Hit("indikator")
