"""Boxes as a tree that a page can draw; whatever the parents say, every box appears once. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Branch:
    """A box and those under it; `loose` where its parent is missing, itself, or part of a circle."""

    key: str
    cells: Cells
    children: tuple["Branch", ...] = ()
    loose: bool = False


def grown(boxes: Sequence[Cells]) -> tuple[Branch, ...]:
    """The roots in reading order, then what hangs on nothing. A box has `key` and `parent`."""
    below: dict[str, list[Cells]] = {}
    keys = {box["key"] for box in boxes}
    for box in boxes:
        below.setdefault(box["parent"], []).append(box)
    seen: set[str] = set()
    roots = [_branch(box, below, seen, loose=False) for box in boxes if not box["parent"]]
    stray = [box for box in boxes if box["parent"] and box["parent"] not in keys]
    roots += [_branch(box, below, seen, loose=True) for box in stray]
    for box in boxes:  # what is left goes round in a circle
        if box["key"] not in seen:
            roots.append(_branch(box, below, seen, loose=True))
    return tuple(roots)


def _branch(box: Cells, below: Mapping[str, Sequence[Cells]], seen: set[str], *, loose: bool) -> Branch:
    seen.add(box["key"])
    children = []
    for child in below.get(box["key"], ()):
        if child["key"] not in seen:
            children.append(_branch(child, below, seen, loose=False))
    return Branch(box["key"], box, tuple(children), loose)
