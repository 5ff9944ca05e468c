"""The indicator counts what is put in: money, staff, equipment."""

from dataclasses import replace

from ..document import Position
from ..findings import Level
from ..proposals import for_objective
from .base import Hit, RowCase, whole

#: What it costs who answers for outputs: the means are nearer to what that office is asked for.
NEAR_OUTPUT = 12


def check(case: RowCase) -> Hit | None:
    if case.level is not Level.INPUT:
        return None
    why = case.reason("level") or "mengukur masukan"
    hit = whole(case, "indikator", {"why": why}, suggestion=for_objective(case.row, case.table.position))
    return replace(hit, points=NEAR_OUTPUT) if case.table.position is Position.ECHELON_4 else hit
