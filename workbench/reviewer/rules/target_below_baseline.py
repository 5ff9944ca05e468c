"""The target is worse than where one stands already."""

import re

from ..findings import Direction
from .base import Hit, RowCase, whole

#: Words with which a writer says why old and new figures are not to be compared, or why less is promised.
_REASON = re.compile(
    r"\b(?:karena|sebab|akibat|alasan|metode|cara ukur|sumber data baru|baru|lama|berubah|berganti|"
    r"disesuaikan|penyesuaian|tahun dasar)\b",
    re.IGNORECASE,
)


def check(case: RowCase) -> Hit | None:
    target, direction = case.reading.target, case.direction
    if target is None or direction not in (Direction.UP, Direction.DOWN) or _has_reason(case):
        return None
    start = case.reading.baseline
    base = None if start is None else (start.low if start.low is not None else start.high)
    reached = target.low if direction is Direction.UP else target.high
    if base is None or reached is None or target.problem:
        return None
    worse = reached < base if direction is Direction.UP else reached > base
    wanted = "naik" if direction is Direction.UP else "turun"
    return whole(case, "target", {"base": case.row.baseline.strip(), "wanted": wanted}) if worse else None


def _has_reason(case: RowCase) -> bool:
    """Whether the row itself explains the step back: in the definition, or beside one of the two figures."""
    return any(_REASON.search(case.row.cell(name)) for name in ("formula", "baseline", "target"))
