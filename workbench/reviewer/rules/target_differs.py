"""One indicator with two targets in two documents, also where they are written in units of another size."""

from collections.abc import Iterator

from ..blanks import typed
from ..document import Row
from ..findings import Target
from ..following import Following
from ..targets import parse_target
from ..units import Unit
from ..vocabulary import load
from .base import Hit, quoted
from .unit_differs import is_other_unit, unit_of


def check(case: Following) -> Iterator[Hit]:
    for pair in case.pairs:
        if _differ(pair.above, pair.below):
            one, other = unit_of(pair.above), unit_of(pair.below)
            named = is_other_unit(one, other)
            values = {
                "upper_document": pair.upper.name,
                "lower_document": pair.lower.name,
                "indikator": quoted(pair.below.indikator),
                "upper": _written(pair.above, one if named else None),
                "lower": _written(pair.below, other if named else None),
            }
            yield Hit("target", where=pair.where, values=values)


def _written(row: Row, unit: Unit | None) -> str:
    """The target as typed, with its unit where the two are not counted in the same."""
    shown = quoted(row.target)
    return shown if unit is None or unit.name in shown else f"{shown} {quoted(unit.name)}"


def _differ(row: Row, agreed: Row) -> bool:
    """Both targets can be read and have no bound in common; `≥ 85` and `85` agree, 2 jam and 120 menit too.

    Units that cannot be turned into each other leave nothing to compare; that is told of the units.
    """
    if not typed(row.target) or not typed(agreed.target):
        return False
    one, other = (parse_target(each.target, each.satuan) for each in (row, agreed))
    if one is None or other is None or one.problem or other.problem:
        return False
    if one.grade or other.grade:
        return bool(one.grade and other.grade) and one.grade != other.grade
    sizes = _sizes(unit_of(row), unit_of(agreed))
    return sizes is not None and not _bounds(one, sizes[0]) & _bounds(other, sizes[1])


def _sizes(one: Unit | None, other: Unit | None) -> tuple[float, float] | None:
    """How many of a common unit the two hold, None where there is none."""
    if one is None or other is None or not is_other_unit(one, other):
        return 1.0, 1.0
    if one.kind == other.kind == "money":
        return one.scale, other.scale
    if {one.kind, other.kind} == {"percent", "score"}:
        return 1.0, 1.0  # an index that was given a per cent sign
    known = (table for table in load("sameness")["sizes"] if one.word in table and other.word in table)
    return next(((float(table[one.word]), float(table[other.word])) for table in known), None)


def _bounds(target: Target, size: float) -> set[float]:
    return {round(bound * size, 6) for bound in (target.low, target.high) if bound is not None}
