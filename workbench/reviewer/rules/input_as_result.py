"""The indicator counts what is put in: money, staff, equipment."""

from ..findings import Level
from ..rewrite import for_objective
from .base import Hit, RowCase, whole


def check(case: RowCase) -> Hit | None:
    if case.level is not Level.INPUT:
        return None
    why = case.reason("level") or "mengukur masukan"
    return whole(case, "indikator", {"why": why}, suggestion=for_objective(case.row, case.table.position))
