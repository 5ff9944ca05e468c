"""A target of nothing for something to be delivered."""

from .base import Hit, RowCase, target_problem

_SAID = {"zero-for-goods": "nol berarti tidak ada yang dihasilkan"}


def check(case: RowCase) -> Hit | None:
    return target_problem(case, _SAID)
