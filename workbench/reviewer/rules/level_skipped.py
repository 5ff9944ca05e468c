"""A box right under one two offices higher."""

from collections.abc import Iterator

from .base import Hit
from .documents import FORMS, RANKS, CascadeCase, box_place


def check(case: CascadeCase) -> Iterator[Hit]:
    for box in case.cascade.boxes:
        parent = case.parent_of(box)
        if parent is not None and RANKS.index(box.position) - RANKS.index(parent.position) > 1:
            values = {
                "key": box.key,
                "parent": parent.key,
                "position": FORMS[box.position],
                "parent_position": FORMS[parent.position],
                "between": FORMS[RANKS[RANKS.index(parent.position) + 1]],
            }
            yield Hit("parent", where=box_place(box), values=values)
