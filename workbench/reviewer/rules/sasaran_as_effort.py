"""Peningkatan, Penguatan, Optimalisasi: a process named by a noun, where a result is meant."""

from ..findings import ObjectiveKind
from ..rewrite import as_result
from .base import Hit, RowCase, at


def check(case: RowCase) -> Hit | None:
    if case.reading.objective_kind is not ObjectiveKind.EFFORT:
        return None
    return at(case, "objective", "sasaran", as_result(case.row, case.reading.direction))
