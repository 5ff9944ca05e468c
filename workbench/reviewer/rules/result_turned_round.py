"""The box below is measured far above the level of result of the box above: cause and effect are swapped."""

from ..because import LEVELS
from ..document import Position
from ..findings import Level
from .base import Hit, RowCase, whole
from .documents import CascadeCase

_ORDER = tuple(Level)
_FAR = 2  # steps; one step up may be a matter of wording


def check(case: CascadeCase, row: RowCase) -> Hit | None:
    parent = case.parent_of(case.box_of(row))
    above = case.row_of[parent.key] if parent else None
    if parent is None or above is None or not (_is_measured(row) and _is_measured(above)):
        return None
    if parent.position in (Position.REGIONAL_HEAD, Position.AGENCY_HEAD):
        return None  # a head who counts work is told so; the box below is in its place
    if _ORDER.index(row.level) - _ORDER.index(above.level) < _FAR:
        return None
    values = {"parent": parent.key, "level": LEVELS[row.level], "parent_level": LEVELS[above.level]}
    return whole(row, "indikator", values)


def _is_measured(row: RowCase) -> bool:
    return row.reading.readable and row.reading.is_measure
