"""As many as possible: a wish without an end."""

from .base import Hit, RowCase, target_problem

_SAID = {"open-ended": "tidak ada angka yang harus dicapai"}


def check(case: RowCase) -> Hit | None:
    return target_problem(case, _SAID)
