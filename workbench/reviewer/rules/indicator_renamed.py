"""One indicator under two names in two documents."""

from collections.abc import Iterator

from ..sameness import Likeness
from .base import Hit, quoted
from .documents import ChainCase


def check(case: ChainCase) -> Iterator[Hit]:
    for row, agreed, how in case.pairs:
        if how is Likeness.NEAR:
            values = {"upper": quoted(row.indikator), "lower": quoted(agreed.indikator)}
            where = f"iku[{row.number}] → perjanjian[{agreed.number}]"
            yield Hit(where=where, values=values, suggestion=row.indikator.strip())
