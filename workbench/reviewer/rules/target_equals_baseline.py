"""The target is where one stands already."""

from .base import Hit, RowCase, whole


def check(case: RowCase) -> Hit | None:
    target = case.reading.target
    if target is None or target.problem:
        return None
    start = case.reading.baseline
    if start is None or (start.low, start.high, start.grade) == (None, None, None):
        return None
    same = (start.low, start.high, start.grade) == (target.low, target.high, target.grade)
    full = target.low == 100 or target.grade in ("WTP", "AA", "A")
    return whole(case, "target", {"base": case.row.baseline.strip()}) if same and not full else None
