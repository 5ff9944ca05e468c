"""The unit column says one thing, the target cell another."""

from .base import Hit, RowCase, target_problem

_SAID = {"unit-mismatch": "satuan di kolom satuan berbeda dari satuan di sel target"}


def check(case: RowCase) -> Hit | None:
    return target_problem(case, _SAID, ("target", "satuan"))
