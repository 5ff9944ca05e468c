"""The sasaran cell holds the title of a programme."""

from dataclasses import replace

from ..document import Position
from ..findings import ObjectiveKind
from ..rewrite import as_result
from .base import Hit, RowCase, whole

#: What it costs an administrator, whose table is often arranged by programmes.
ADMINISTRATOR = 30


def check(case: RowCase) -> Hit | None:
    if case.reading.objective_kind is not ObjectiveKind.PROGRAMME:
        return None
    if case.table.position is Position.ECHELON_4:
        return None  # kegiatan and sub kegiatan are often listed by their titles there
    hit = whole(case, "sasaran", suggestion=as_result(case.row, case.reading))
    return replace(hit, points=ADMINISTRATOR) if case.table.position is Position.ECHELON_3 else hit
