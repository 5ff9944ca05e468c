"""A target that the instrument cannot give."""

from .base import Hit, RowCase, target_problem

_SAID = {"out-of-scale": "melampaui batas yang mungkin"}


def check(case: RowCase) -> Hit | None:
    return target_problem(case, _SAID)
