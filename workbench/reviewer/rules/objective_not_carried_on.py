"""An objective that the next document does not take up."""

from collections.abc import Iterator

from ..document import Row
from ..following import Following, Link
from .base import Hit, quoted


def check(case: Following) -> Iterator[Hit]:
    for upper, lower in case.steps:
        for row in lost(case, upper, lower):
            values = {"upper": upper.name, "lower": lower.name, "objective": quoted(row.sasaran)}
            yield Hit(where=f"{upper.place(row)} → {lower.key}", values=values)


def lost(case: Following, upper: Link, lower: Link) -> tuple[Row, ...]:
    """Objectives that the lower document does not take up; none where it has none, or nothing from above.

    Where nothing below comes from above, that is told of the lower objectives, once each.
    """
    below = lower.objectives
    if not case.carries(upper, lower) or len(case.rootless(upper, lower)) == len(below):
        return ()
    return tuple(
        row for row in upper.objectives if not any(case.takes_up(upper, row, lower, one) for one in below)
    )
