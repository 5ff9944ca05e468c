"""The same indicator in two branches."""

from collections.abc import Iterator

from ..document import Box
from ..sameness import named
from .base import Hit, quoted
from .documents import CascadeCase, box_place, typed
from .same_condition_twice import joined, without_copies


def check(case: CascadeCase) -> Iterator[Hit]:
    groups: dict[tuple[str, ...], list[Box]] = {}
    for box in case.boxes.values():
        if typed(box.indikator):
            groups.setdefault(named(box.indikator).plain, []).append(box)
    for group in groups.values():
        apart = without_copies(group)
        if len(apart) > 1:
            values = {"keys": joined(apart), "indikator": quoted(apart[0].indikator)}
            yield Hit("indikator", where=box_place(apart[1]), values=values)
