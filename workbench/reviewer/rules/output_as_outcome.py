"""The indicator counts what leaves the agency's door, in the table of a head."""

from dataclasses import replace

from ..document import Position
from ..findings import Level
from ..phrases import phrases
from ..proposals import for_objective
from ..reading import read_row
from ..text import read
from .base import Hit, RowCase, at

#: What an output costs where it may stand: beside a result of the same sasaran, or as a service given well.
BESIDE_A_RESULT = 12


def check(case: RowCase) -> Hit | None:
    if case.level is not Level.OUTPUT:
        return None
    if case.table.position not in (Position.REGIONAL_HEAD, Position.AGENCY_HEAD):
        return None
    why = case.reason("level") or "menghitung keluaran"
    hit = at(case, "output", "indikator", for_objective(case.row, case.table.position), why=why)
    if _has_company(case) or _well_served(case):
        return replace(hit, points=BESIDE_A_RESULT, suggestion="")
    return hit


def _well_served(case: RowCase) -> bool:
    """Whether it tells how well a service is given, in time or to standard; papers of the office are none."""
    plain = read(case.row.indikator).plain
    raised = phrases("predicates", "raised_by").within(plain)
    return raised is not None and phrases("objects", "paper").within(plain) is None


def _has_company(case: RowCase) -> bool:
    """Whether another row of the same sasaran shows a result."""
    return bool(case.row.sasaran.strip()) and any(
        read_row(row).level in (Level.OUTCOME, Level.IMPACT)
        for row in case.table.rows
        if row is not case.row and row.sasaran == case.row.sasaran
    )
