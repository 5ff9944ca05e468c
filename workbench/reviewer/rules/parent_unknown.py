"""A box that stands under one that is not in the tree."""

from collections.abc import Iterator

from .base import Hit
from .documents import CascadeCase, box_place


def check(case: CascadeCase) -> Iterator[Hit]:
    for box in case.cascade.boxes:
        if box.parent and box.parent not in case.boxes:
            yield Hit("parent", where=box_place(box), values={"key": box.key, "parent": box.parent})
