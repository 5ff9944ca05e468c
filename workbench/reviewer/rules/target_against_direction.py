"""At least so much of something that should become less, or at most so much of something that should grow."""

from ..findings import Direction, Target
from ..numbers import figure
from .base import Hit, RowCase, whole


def check(case: RowCase) -> Hit | None:
    target = case.reading.target
    if target is None or target.problem:
        return None
    wanted = _wanted(case.direction, target)
    return whole(case, "target", wanted, _turned(case, wanted["better"])) if wanted else None


def _turned(case: RowCase, better: str) -> str:
    """The target with its sign turned, unless the figure itself cannot be meant ("at least 14" of 100)."""
    standard, target = case.standard, case.reading.target
    figure = None if target is None else (target.low if target.low is not None else target.high)
    if standard is None or figure is None or standard.low is None or standard.high is None:
        return better
    return better if standard.low <= figure <= standard.high else ""


def _wanted(direction: Direction | None, target: Target) -> dict[str, str] | None:
    if direction is Direction.DOWN and target.comparator in (">=", ">"):
        return {"good": "turun", "bad": "paling sedikit", "better": f"≤ {_plain(target.low)}"}
    if direction is Direction.UP and target.comparator in ("<=", "<"):
        return {"good": "naik", "bad": "paling banyak", "better": f"≥ {_plain(target.high)}"}
    return None


def _plain(number: float | None) -> str:
    return "…" if number is None else figure(number)
