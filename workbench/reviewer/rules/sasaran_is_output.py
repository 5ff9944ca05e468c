"""The sasaran says that something was carried out or made: Terlaksananya, Tersusunnya."""

from dataclasses import replace

from ..document import Position
from ..findings import ObjectiveKind, Severity
from ..rewrite import as_result
from .base import Hit, RowCase, whole

#: What it costs an administrator, whose table may also hold sasaran of kegiatan.
ADMINISTRATOR = 10


def check(case: RowCase) -> Hit | None:
    if case.reading.objective_kind is not ObjectiveKind.OUTPUT or case.reading.sasaran_is_result:
        return None
    if case.table.position is Position.ECHELON_4:
        return None  # the national nomenclature of sub kegiatan is written so
    hit = whole(case, "sasaran", suggestion=as_result(case.row, case.reading))
    if case.table.position is Position.ECHELON_3:
        return replace(hit, points=ADMINISTRATOR, severity=Severity.ADVICE)
    return hit
