"""The source cell was left empty in a table that has the column."""

from .base import Hit, RowCase


def check(case: RowCase) -> Hit | None:
    if not case.has_column("sumber_data") or any(map(str.isalnum, case.row.sumber_data)):
        return None
    return Hit("sumber_data")
