"""A bare number where a grade is wanted."""

from .base import Hit, RowCase, target_problem

_SAID = {"number-without-grade": "angka untuk ukuran yang berupa predikat"}


def check(case: RowCase) -> Hit | None:
    return target_problem(case, _SAID)
