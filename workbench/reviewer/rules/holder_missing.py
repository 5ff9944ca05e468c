"""Boxes that nobody answers for; a box that holds the name of its unit is told that by itself."""

from collections.abc import Iterator

from ..document import Box
from ..findings import ObjectiveKind
from .base import Hit
from .documents import CascadeCase, box_place, typed
from .same_condition_twice import joined


def check(case: CascadeCase) -> Iterator[Hit]:
    free = [box for box in case.boxes.values() if not typed(box.unit) and not _holds_unit(case, box)]
    if free:
        yield Hit("unit", where=box_place(free[0]), values={"keys": joined(free)})


def _holds_unit(case: CascadeCase, box: Box) -> bool:
    return case.row_of[box.key].reading.objective_kind is ObjectiveKind.UNIT
