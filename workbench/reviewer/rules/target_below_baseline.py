"""The target is worse than where one stands already."""

from ..findings import Direction
from .base import Hit, RowCase, whole


def check(case: RowCase) -> Hit | None:
    target, direction = case.reading.target, case.reading.direction
    if target is None or direction not in (Direction.UP, Direction.DOWN):
        return None
    start = case.reading.baseline
    base = None if start is None else (start.low if start.low is not None else start.high)
    reached = target.low if direction is Direction.UP else target.high
    if base is None or reached is None or target.problem:
        return None
    worse = reached < base if direction is Direction.UP else reached > base
    wanted = "naik" if direction is Direction.UP else "turun"
    return whole(case, "target", {"base": case.row.baseline.strip(), "wanted": wanted}) if worse else None
