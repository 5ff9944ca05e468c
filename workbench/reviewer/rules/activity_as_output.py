"""Even where outputs are right, a count of meetings is not what leaves the door."""

from ..document import Position
from ..findings import Level
from .base import Hit, RowCase, at


def check(case: RowCase) -> Hit | None:
    if case.table.position is not Position.ECHELON_4 or case.reading.level is not Level.ACTIVITY:
        return None
    why = case.reason("level") or "menghitung kegiatan"
    return at(case, "activity", "indikator", why=why)
