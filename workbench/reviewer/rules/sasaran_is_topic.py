"""A bare topic: nothing says which condition is to be reached."""

from ..document import Position
from ..findings import ObjectiveKind
from ..rewrite import as_result
from .base import Hit, RowCase, whole


def check(case: RowCase) -> Hit | None:
    if case.reading.objective_kind is not ObjectiveKind.TOPIC or case.table.position is Position.ECHELON_4:
        return None
    return whole(case, "sasaran", suggestion=as_result(case.row, case.reading))
