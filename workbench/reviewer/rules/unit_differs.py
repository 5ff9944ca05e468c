"""One indicator counted in two units in two documents."""

from collections.abc import Iterator

from ..document import Row
from ..following import Following
from ..targets import parse_target
from ..units import Unit, read_unit
from .base import Hit, quoted


def check(case: Following) -> Iterator[Hit]:
    for pair in case.pairs:
        one, other = unit_of(pair.above), unit_of(pair.below)
        if one is None or other is None or not is_other_unit(one, other):
            continue
        values = {
            "upper_document": pair.upper.name,
            "lower_document": pair.lower.name,
            "indikator": quoted(pair.below.indikator),
            "upper": quoted(one.name),
            "lower": quoted(other.name),
        }
        yield Hit("satuan", where=pair.where, values=values)


def is_other_unit(one: Unit | None, other: Unit | None) -> bool:
    """Whether two units are known and not the same; nilai, indeks and skor are."""
    if one is None or other is None or one.word == other.word:
        return False
    return not one.kind == other.kind == "score"


def unit_of(row: Row) -> Unit | None:
    """The unit of a row, from its own cell or from the target in which it was written."""
    if row.satuan.strip():
        return read_unit(row.satuan)
    target = parse_target(row.target)
    return read_unit(target.unit) if target and target.unit else None
