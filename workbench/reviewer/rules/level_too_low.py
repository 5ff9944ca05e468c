"""An output alone, where an administrator answers for a programme's result."""

from ..document import Position
from ..findings import Level
from .base import Hit, RowCase, at


def check(case: RowCase) -> Hit | None:
    if case.table.position is not Position.ECHELON_3 or case.level is not Level.OUTPUT:
        return None
    why = case.reason("level") or "menghitung keluaran"
    return at(case, "output", "indikator", why=why)
