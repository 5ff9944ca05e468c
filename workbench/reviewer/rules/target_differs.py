"""One indicator with two targets in two documents."""

from collections.abc import Iterator

from ..blanks import typed
from ..document import Row
from ..findings import Target
from ..following import Following
from ..targets import parse_target
from .base import Hit, quoted


def check(case: Following) -> Iterator[Hit]:
    for pair in case.pairs:
        if _differ(pair.above, pair.below):
            values = {
                "upper_document": pair.upper.name,
                "lower_document": pair.lower.name,
                "indikator": quoted(pair.below.indikator),
                "upper": quoted(pair.above.target),
                "lower": quoted(pair.below.target),
            }
            yield Hit("target", where=pair.where, values=values)


def _differ(row: Row, agreed: Row) -> bool:
    """Both targets can be read and have no bound in common; `≥ 85` and `85` agree."""
    if not typed(row.target) or not typed(agreed.target):
        return False
    one, other = (parse_target(each.target, each.satuan) for each in (row, agreed))
    if one is None or other is None or one.problem or other.problem:
        return False
    if one.grade or other.grade:
        return bool(one.grade and other.grade) and one.grade != other.grade
    return not _bounds(one) & _bounds(other)


def _bounds(target: Target) -> set[float]:
    return {bound for bound in (target.low, target.high) if bound is not None}
