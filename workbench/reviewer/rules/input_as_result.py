"""The indicator counts what is put in: money, staff, equipment."""

from ..findings import Level
from ..rewrite import for_objective
from .base import Hit, RowCase, whole


def check(case: RowCase) -> Hit | None:
    if case.reading.level is not Level.INPUT:
        return None
    return whole(case, "indikator", suggestion=for_objective(case.row, case.table.position))
