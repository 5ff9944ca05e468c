"""No box of the head of the agency: the tree has no result from which it is unfolded."""

from collections.abc import Iterator

from ..document import Position
from .base import Hit
from .documents import CascadeCase

_TOP = (Position.REGIONAL_HEAD, Position.AGENCY_HEAD)


def check(case: CascadeCase) -> Iterator[Hit]:
    boxes = case.cascade.boxes
    if boxes and not any(box.position in _TOP for box in boxes):
        yield Hit(where="pohon")
