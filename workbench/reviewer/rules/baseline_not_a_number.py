"""A starting point from which no distance can be told."""

from ..targets import is_blank
from .base import Hit, RowCase, whole


def check(case: RowCase) -> Hit | None:
    if is_blank(case.row.baseline):
        return None
    read = case.reading.baseline
    if read is None or read.problem is None:
        return None
    return whole(case, "baseline")
