"""A sasaran that cannot be read as Indonesian."""

from ..findings import ObjectiveKind
from .base import Hit, RowCase, whole


def check(case: RowCase) -> Hit | None:
    if case.reading.objective_kind is not ObjectiveKind.UNREADABLE or not case.row.sasaran.strip():
        return None
    return whole(case, "sasaran")
