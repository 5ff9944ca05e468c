"""A grade whose scale the row does not name."""

from .base import Hit, RowCase, target_problem

_SAID = {"grade-without-scale": "predikat tanpa skala"}


def check(case: RowCase) -> Hit | None:
    return target_problem(case, _SAID)
