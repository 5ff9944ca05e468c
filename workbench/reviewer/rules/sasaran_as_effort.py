"""Peningkatan, Penguatan, Optimalisasi: a process named by a noun, where a result is meant."""

from dataclasses import replace

from ..document import Position
from ..findings import ObjectiveKind, Severity
from ..rewrite import as_result
from .base import Hit, RowCase, at

#: What it costs where the effort names no condition that changes ("Optimalisasi sinergi ...").
NO_CONDITION = 20


def check(case: RowCase) -> Hit | None:
    if case.reading.objective_kind is not ObjectiveKind.EFFORT:
        return None
    hit = at(case, "objective", "sasaran", as_result(case.row, case.reading))
    if case.reading.sasaran_is_result or case.table.position is Position.ECHELON_4:
        return hit
    return replace(hit, points=NO_CONDITION, severity=Severity.WARNING)
