"""A value far from what this well-known measure has ever been."""

from ..findings import Target
from ..numbers import figure
from ..units import read_unit
from .base import Hit, RowCase, whole


def check(case: RowCase) -> Hit | None:
    target, standard = case.reading.target, case.known
    if standard is None or target is None or target.problem:
        return None
    low, high = standard.low, standard.high
    value = _value(target)
    if value is None or low is None or high is None or not _same_unit(case, standard.unit):
        return None
    if low <= value <= high:
        return None
    values = {"measure": standard.name, "low": figure(low), "high": figure(high), "unit": standard.unit}
    return whole(case, "target", values)


def _value(target: Target) -> float | None:
    return target.low if target.low is not None else target.high


def _same_unit(case: RowCase, standard: str) -> bool:
    """Whether the row states its unit and it is that of the standard measure."""
    target = case.reading.target
    own = (target.unit if target is not None else None) or case.row.satuan or case.reading.unit
    said, meant = read_unit(own or ""), read_unit(standard)
    return said is not None and meant is not None and said.word == meant.word
