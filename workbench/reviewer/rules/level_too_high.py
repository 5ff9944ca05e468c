"""A condition of society, in the table of someone who answers for a kegiatan."""

from ..document import Position
from ..findings import Level
from .base import Hit, RowCase, whole


def check(case: RowCase) -> Hit | None:
    if case.reading.level is not Level.IMPACT:
        return None
    if case.table.position not in (Position.ECHELON_3, Position.ECHELON_4):
        return None
    return whole(case, "indikator")
