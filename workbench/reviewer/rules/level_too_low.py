"""An output alone, where an administrator answers for a programme's result."""

from ..document import Position
from ..findings import Level
from .base import Hit, RowCase, at


def check(case: RowCase) -> Hit | None:
    if case.table.position is not Position.ECHELON_3 or case.reading.level is not Level.OUTPUT:
        return None
    return at(case, "output", "indikator")
