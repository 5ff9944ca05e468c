"""Two measures, or two things counted, in one indicator."""

from ..rewrite import two_rows
from .base import Hit, RowCase, at


def check(case: RowCase) -> Hit | None:
    if not case.reading.double:
        return None
    return at(case, "double", "indikator", two_rows(case.row, case.reading))
