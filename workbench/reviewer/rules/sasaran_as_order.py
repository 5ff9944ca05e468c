"""Meningkatkan ... for Meningkatnya ...: a matter of style, common in adopted plans."""

from ..findings import ObjectiveKind
from ..rewrite import result_form
from .base import Hit, RowCase


def check(case: RowCase) -> Hit | None:
    if case.reading.objective_kind not in (ObjectiveKind.RESULT, ObjectiveKind.ORDER):
        return None
    if not case.reading.sasaran_is_result:
        return None
    found = result_form(case.row.sasaran)
    if found is None:
        return None
    start, end, better = found
    text = case.row.sasaran
    return Hit("sasaran", start, end, {"better": better}, (text[:start] + better + text[end:]).strip())
