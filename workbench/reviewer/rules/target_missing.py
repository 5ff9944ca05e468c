"""The target cell was left empty in a table that has the column."""

from ..targets import is_blank
from .base import Hit, RowCase, whole


def check(case: RowCase) -> Hit | None:
    if not case.has_column("target") or not is_blank(case.row.target):
        return None
    return whole(case, "target")
