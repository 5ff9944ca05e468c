"""Twelve months of stationery: the length of the year, not what is reached in it."""

from .base import Hit, RowCase, target_problem

_SAID = {"time-for-goods": "lamanya waktu, bukan jumlah yang dicapai"}


def check(case: RowCase) -> Hit | None:
    return target_problem(case, _SAID)
