"""A condition with a single cause."""

from collections.abc import Iterator

from .base import Hit
from .documents import CascadeCase, box_place


def check(case: CascadeCase) -> Iterator[Hit]:
    for box in case.boxes.values():
        below = case.children[box.key]
        if len(below) == 1:
            yield Hit(where=box_place(box), values={"key": box.key, "child": below[0].key})
