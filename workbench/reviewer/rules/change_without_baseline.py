"""Up by so much, from nowhere."""

from .base import Hit, RowCase, target_problem

_SAID = {"no-base": "kenaikan tanpa titik awal"}


def check(case: RowCase) -> Hit | None:
    if case.row.baseline.strip():
        return None
    return target_problem(case, _SAID)
