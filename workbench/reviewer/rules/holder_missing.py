"""Boxes that nobody answers for."""

from collections.abc import Iterator

from .base import Hit
from .documents import CascadeCase, box_place, typed
from .same_condition_twice import joined


def check(case: CascadeCase) -> Iterator[Hit]:
    free = [box for box in case.boxes.values() if not typed(box.unit)]
    if free:
        yield Hit("unit", where=box_place(free[0]), values={"keys": joined(free)})
