"""A box of the head of the agency under which nothing stands."""

from collections.abc import Iterator

from ..document import Position
from .base import Hit, quoted
from .documents import CascadeCase, box_place

_TOP = (Position.REGIONAL_HEAD, Position.AGENCY_HEAD)


def check(case: CascadeCase) -> Iterator[Hit]:
    for box in case.boxes.values():
        if box.position in _TOP and not case.children[box.key]:
            values = {"key": box.key, "condition": quoted(box.condition) or "(kosong)"}
            yield Hit(where=box_place(box), values=values)
