"""The sasaran cell holds a measure."""

from ..findings import ObjectiveKind
from ..rewrite import as_result
from .base import Hit, RowCase, whole


def check(case: RowCase) -> Hit | None:
    if case.reading.objective_kind is not ObjectiveKind.INDICATOR:
        return None
    return whole(case, "sasaran", suggestion=as_result(case.row, case.reading))
