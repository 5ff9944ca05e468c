"""Two figures in one target cell."""

from .base import Hit, RowCase, target_problem

_SAID = {"two-values": "dua angka yang berbeda dalam satu sel"}


def check(case: RowCase) -> Hit | None:
    return target_problem(case, _SAID)
