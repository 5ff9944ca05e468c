"""Words in the target cell that cannot be held against a realisation."""

from .base import Hit, RowCase, target_problem

_SAID = {"not-a-number": "tidak ada angka atau predikat yang dapat dibandingkan dengan realisasi"}


def check(case: RowCase) -> Hit | None:
    return target_problem(case, _SAID)
