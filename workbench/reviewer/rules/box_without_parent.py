"""A box of a lower office that hangs in the air while the tree has a top."""

from collections.abc import Iterator

from .base import Hit, quoted
from .documents import RANKS, CascadeCase, box_place


def check(case: CascadeCase) -> Iterator[Hit]:
    boxes = case.cascade.boxes
    highest = min((RANKS.index(box.position) for box in boxes), default=0)
    for box in boxes:
        if not box.parent and RANKS.index(box.position) > highest:
            values = {"key": box.key, "condition": quoted(box.condition) or "(kosong)"}
            yield Hit("parent", where=box_place(box), values=values)
