"""A hundred per cent of a sentence."""

from .base import Hit, RowCase, target_problem

_SAID = {"percent-without-measure": "persen dari apa belum disebut"}


def check(case: RowCase) -> Hit | None:
    return target_problem(case, _SAID)
