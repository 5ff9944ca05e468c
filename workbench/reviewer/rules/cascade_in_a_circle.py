"""Boxes that stand under each other in a circle."""

from collections.abc import Iterator

from .base import Hit
from .documents import CascadeCase, box_place


def check(case: CascadeCase) -> Iterator[Hit]:
    for circle in circles(case):
        names = " → ".join([*circle, circle[0]])
        yield Hit("parent", where=box_place(case.boxes[circle[0]]), values={"names": names})


def circles(case: CascadeCase) -> list[list[str]]:
    """Every circle once, as the keys along it upwards, from the box that comes first."""
    found = []
    settled: set[str] = set()
    for key in case.boxes:
        walked: dict[str, int] = {}
        step = key
        while step in case.boxes and step not in settled and step not in walked:
            walked[step] = len(walked)
            step = case.boxes[step].parent
        if step in walked:
            found.append(list(walked)[walked[step] :])
        settled |= walked.keys()
    return found
