"""A row whose sasaran cell was left empty in a table that has the column."""

from .base import Hit, RowCase


def check(case: RowCase) -> Hit | None:
    if not case.has_column("sasaran") or case.row.sasaran.strip():
        return None
    return Hit("sasaran")
