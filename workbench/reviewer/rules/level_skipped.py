"""Boxes right under one two offices higher; told once of all that skip the same step."""

from collections.abc import Iterator

from ..document import Box, Position
from ..offices import without_bidang
from .base import Hit
from .documents import FORMS, RANKS, CascadeCase, box_place
from .same_condition_twice import joined


def check(case: CascadeCase) -> Iterator[Hit]:
    skipping: dict[tuple[str, Position], list[Box]] = {}
    for box in case.cascade.boxes:
        parent = case.parent_of(box)
        if parent is None or RANKS.index(box.position) - RANKS.index(parent.position) <= 1:
            continue
        if not without_bidang(parent.unit):
            skipping.setdefault((parent.key, box.position), []).append(box)
    for (key, position), boxes in skipping.items():
        above = case.boxes[key].position
        values = {
            "keys": joined(boxes),
            "parent": key,
            "position": FORMS[position],
            "parent_position": FORMS[above],
            "between": FORMS[RANKS[RANKS.index(above) + 1]],
        }
        yield Hit("parent", where=box_place(boxes[0]), values=values)
