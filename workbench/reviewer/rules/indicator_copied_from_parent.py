"""The box is measured by the very indicator of the box above it."""

from ..sameness import Likeness, likeness
from .base import Hit, RowCase, whole
from .documents import CascadeCase


def check(case: CascadeCase, row: RowCase) -> Hit | None:
    parent = case.parent_of(case.box_of(row))
    if parent is None or likeness(row.row.indikator, parent.indikator) is not Likeness.SAME:
        return None
    return whole(row, "indikator", {"parent": parent.key})
