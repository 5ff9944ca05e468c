"""The box says again what the box above it says."""

from ..kinship import says_the_same
from .base import Hit, RowCase, whole
from .documents import CascadeCase


def check(case: CascadeCase, row: RowCase) -> Hit | None:
    parent = case.parent_of(case.box_of(row))
    if parent is None or not says_the_same(row.row.sasaran, parent.condition):
        return None
    return whole(row, "sasaran", {"parent": parent.key})
