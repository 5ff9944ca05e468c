"""The indicator counts what leaves the agency's door, in the table of a head."""

from dataclasses import replace

from ..document import Position
from ..findings import Level
from ..proposals import for_objective
from ..reading import read_row
from .base import Hit, RowCase, at

#: What an output costs where another row shows the result of the same sasaran: it may stand beside it.
BESIDE_A_RESULT = 12


def check(case: RowCase) -> Hit | None:
    if case.level is not Level.OUTPUT:
        return None
    if case.table.position not in (Position.REGIONAL_HEAD, Position.AGENCY_HEAD):
        return None
    why = case.reason("level") or "menghitung keluaran"
    hit = at(case, "output", "indikator", for_objective(case.row, case.table.position), why=why)
    return replace(hit, points=BESIDE_A_RESULT, suggestion="") if _has_company(case) else hit


def _has_company(case: RowCase) -> bool:
    """Whether another row of the same sasaran shows a result."""
    return bool(case.row.sasaran.strip()) and any(
        read_row(row).level in (Level.OUTCOME, Level.IMPACT)
        for row in case.table.rows
        if row is not case.row and row.sasaran == case.row.sasaran
    )
