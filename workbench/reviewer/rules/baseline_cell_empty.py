"""The baseline was left empty in a table that has the column."""

from ..targets import is_blank
from .base import Hit, RowCase, whole


def check(case: RowCase) -> Hit | None:
    if not case.has_column("baseline") or not is_blank(case.row.baseline):
        return None
    return whole(case, "baseline")
