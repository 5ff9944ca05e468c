"""The boxes of somebody's own tree on the desk of an exercise whose top may already stand."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from workbench.exercises.kinds.cascade import LONGEST_KEY, Cascade
from workbench.reviewer.document import Box


def fitted(boxes: Sequence[Box], exercise: Cascade) -> tuple[list[dict[str, str]], str]:
    """The boxes as the answer holds them, and the key of a locked box that takes the place of their top.

    Where the exercise fixes one top and the tree has one, everything under the tree's hangs under the fixed
    one. A key that is too long for the desk, or belongs to another locked box, gives way to a free one.
    """
    top = _fixed_top(exercise)
    own = [box for box in boxes if box.parent not in {other.key for other in boxes}]
    renamed = {own[0].key: top["key"]} if top and len(own) == 1 else {}
    taken = {box.key for box in boxes} | {given.get("key", "") for given in exercise.given}
    free = (name for number in range(1, 1000) if (name := f"K{number}") not in taken)
    for box in boxes:
        if box.key not in renamed and (len(box.key) > LONGEST_KEY or exercise.stands(box.key)):
            renamed[box.key] = next(free)
    stands = top["key"] if top and len(own) == 1 and own[0].condition.strip() != top["condition"] else ""
    return [_renamed(box, renamed) for box in boxes], stands


def _fixed_top(exercise: Cascade) -> Mapping[str, str] | None:
    """The only locked box that stands under no other."""
    tops = [
        {"key": str(given.get("key", "")), "condition": str(given.get("condition", ""))}
        for given in exercise.given
        if exercise.stands(given.get("key", "")) and not given.get("parent")
    ]
    return tops[0] if len(tops) == 1 else None


def _renamed(box: Box, renamed: Mapping[str, str]) -> dict[str, str]:
    key, parent = renamed.get(box.key, box.key), renamed.get(box.parent, box.parent)
    return {**asdict(box), "position": str(box.position), "key": key, "parent": parent}
