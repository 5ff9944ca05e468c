"""The indicator counts what leaves the agency's door, in the table of a head."""

from ..document import Position
from ..findings import Level
from ..rewrite import for_objective
from .base import Hit, RowCase, at


def check(case: RowCase) -> Hit | None:
    if case.level is not Level.OUTPUT:
        return None
    if case.table.position not in (Position.REGIONAL_HEAD, Position.AGENCY_HEAD):
        return None
    why = case.reason("level") or "menghitung keluaran"
    return at(case, "output", "indikator", for_objective(case.row, case.table.position), why=why)
