"""One unit answers for a condition and, on another rung, for its cause."""

from collections.abc import Iterator

from ..text import read
from .base import Hit, quoted
from .documents import CascadeCase, box_place, typed


def check(case: CascadeCase) -> Iterator[Hit]:
    units = {key: read(typed(box.unit)[:200]).plain for key, box in case.boxes.items()}
    for box in case.boxes.values():
        for upper in case.above(box) if units[box.key] else ():
            if upper.position is not box.position and units[upper.key] == units[box.key]:
                values = {"key": box.key, "upper": upper.key, "unit": quoted(typed(box.unit))}
                yield Hit("unit", where=box_place(box), values=values)
                break
