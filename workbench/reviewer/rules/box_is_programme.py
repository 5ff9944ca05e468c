"""The box holds the title of a programme."""

from ..findings import ObjectiveKind
from .base import Hit, RowCase, whole
from .documents import CascadeCase


def check(case: CascadeCase, row: RowCase) -> Hit | None:
    if row.reading.objective_kind is not ObjectiveKind.PROGRAMME:
        return None
    return whole(row, "sasaran")
