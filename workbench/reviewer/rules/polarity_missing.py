"""The polarity cell was left empty in a table that has the column."""

from .base import Hit, RowCase


def check(case: RowCase) -> Hit | None:
    if not case.has_column("polaritas") or case.row.polaritas.strip():
        return None
    return Hit("polaritas")
