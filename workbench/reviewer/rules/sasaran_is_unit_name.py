"""The sasaran cell holds the name of a work unit."""

from ..findings import ObjectiveKind
from ..rewrite import as_result
from .base import Hit, RowCase, whole


def check(case: RowCase) -> Hit | None:
    if case.reading.objective_kind is not ObjectiveKind.UNIT:
        return None
    return whole(case, "sasaran", suggestion=as_result(case.row, case.reading))
