"""The same condition in two branches."""

from collections.abc import Iterable, Iterator

from ..document import Box
from ..stems import stems
from .base import Hit, quoted
from .documents import CascadeCase, box_place, typed


def check(case: CascadeCase) -> Iterator[Hit]:
    groups: dict[tuple[str, ...], list[Box]] = {}
    for box in case.boxes.values():
        if typed(box.condition):
            groups.setdefault(tuple(sorted(set(stems(box.condition)))), []).append(box)
    for group in groups.values():
        apart = without_copies(group)
        if len(apart) > 1:
            values = {"keys": joined(apart), "condition": quoted(apart[0].condition)}
            yield Hit("condition", where=box_place(apart[1]), values=values)


def without_copies(group: Iterable[Box]) -> list[Box]:
    """The boxes of a group whose parent is not in it; a copy of the parent is told by the box itself."""
    boxes = list(group)
    keys = {box.key for box in boxes}
    return [box for box in boxes if box.parent not in keys]


def joined(boxes: Iterable[Box]) -> str:
    """Names of boxes in a sentence: K2, K3 dan K4."""
    *first, last = [box.key for box in boxes]
    return f"{', '.join(first)} dan {last}" if first else last
