"""The sasaran orders work: Melaksanakan, Menyusun, Memfasilitasi."""

from dataclasses import replace

from ..document import Position
from ..findings import ObjectiveKind
from ..rewrite import as_result
from .base import Hit, RowCase, whole

#: What it costs an administrator, who stands nearer to the work.
ADMINISTRATOR = 30


def check(case: RowCase) -> Hit | None:
    if case.reading.objective_kind is not ObjectiveKind.ORDER or case.reading.sasaran_is_result:
        return None
    if case.table.position is Position.ECHELON_4:
        return None
    hit = whole(case, "sasaran", suggestion=as_result(case.row, case.reading))
    return replace(hit, points=ADMINISTRATOR) if case.table.position is Position.ECHELON_3 else hit
