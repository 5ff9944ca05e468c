"""More than one box at the top."""

from collections.abc import Iterator

from ..numbers import figure
from .base import Hit
from .documents import RANKS, CascadeCase


def check(case: CascadeCase) -> Iterator[Hit]:
    boxes = case.cascade.boxes
    highest = min((RANKS.index(box.position) for box in boxes), default=0)
    roots = [box.key for box in boxes if not box.parent and RANKS.index(box.position) == highest]
    if len(roots) > 1:
        yield Hit(where="pohon", values={"count": figure(len(roots)), "keys": ", ".join(roots)})
