"""The formula cell was left empty in a table that has the column."""

from .base import Hit, RowCase


def check(case: RowCase) -> Hit | None:
    if not case.has_column("formula") or any(map(str.isalnum, case.row.formula)):
        return None
    return Hit("formula")
