"""At least so much of something that should become less, or at most so much of something that should grow."""

from ..findings import Direction, Target
from .base import Hit, RowCase, whole


def check(case: RowCase) -> Hit | None:
    target = case.reading.target
    if target is None or target.problem:
        return None
    wanted = _wanted(case.reading.direction, target)
    return whole(case, "target", wanted, wanted["better"]) if wanted else None


def _wanted(direction: Direction | None, target: Target) -> dict[str, str] | None:
    if direction is Direction.DOWN and target.comparator in (">=", ">"):
        return {"good": "turun", "bad": "paling sedikit", "better": f"≤ {_plain(target.low)}"}
    if direction is Direction.UP and target.comparator in ("<=", "<"):
        return {"good": "naik", "bad": "paling banyak", "better": f"≥ {_plain(target.high)}"}
    return None


def _plain(number: float | None) -> str:
    if number is None:
        return "…"
    return f"{number:,.10g}".translate(str.maketrans(".,", ",."))
