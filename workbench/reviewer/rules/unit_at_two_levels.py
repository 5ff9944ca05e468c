"""One unit answers for a condition and, on another rung, for its cause."""

from collections.abc import Iterator

from ..text import read
from .base import Hit, quoted
from .documents import CascadeCase, box_place, typed


def check(case: CascadeCase) -> Iterator[Hit]:
    for box in case.boxes.values():
        own = read(typed(box.unit)[:200]).plain
        for upper in case.above(box) if own else ():
            if upper.position is not box.position and read(typed(upper.unit)[:200]).plain == own:
                values = {"key": box.key, "upper": upper.key, "unit": quoted(typed(box.unit))}
                yield Hit("unit", where=box_place(box), values=values)
                break
