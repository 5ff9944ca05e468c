"""The box holds the name of a work unit: the tree was drawn from the organogram."""

from ..findings import ObjectiveKind
from .base import Hit, RowCase, whole
from .documents import CascadeCase


def check(case: CascadeCase, row: RowCase) -> Hit | None:
    return whole(row, "sasaran") if row.reading.objective_kind is ObjectiveKind.UNIT else None
