"""The indicator counts what staff do, in a table of someone who answers for results."""

from ..document import Position
from ..findings import Level
from ..proposals import for_objective
from .base import Hit, RowCase, at


def check(case: RowCase) -> Hit | None:
    if case.reading.level is not Level.ACTIVITY or case.table.position is Position.ECHELON_4:
        return None
    why = case.reason("level") or "menghitung kegiatan"
    return at(case, "activity", "indikator", for_objective(case.row, case.table.position), why=why)
