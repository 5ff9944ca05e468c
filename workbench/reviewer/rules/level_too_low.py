"""An output alone, where an administrator answers for a programme's result."""

from ..document import Position
from ..findings import Level
from ..phrases import phrases
from ..text import read
from .base import Hit, RowCase, at


def check(case: RowCase) -> Hit | None:
    if case.table.position is not Position.ECHELON_3 or case.level is not Level.OUTPUT:
        return None
    if case.row.sasaran.strip() and case.reading.sasaran_is_result is False:
        return None  # a sasaran kegiatan, which an administrator may have too: its outputs are right
    if phrases("predicates", "raised_by").within(read(case.row.indikator).plain):
        return None  # how well the output is given, in time or to standard, is what a programme answers for
    why = case.reason("level") or "menghitung keluaran"
    return at(case, "output", "indikator", why=why)
