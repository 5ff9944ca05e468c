"""Fewer than two links are known, so that nothing can be compared."""

from collections.abc import Iterator

from .base import Hit
from .documents import ChainCase, typed


def check(case: ChainCase) -> Iterator[Hit]:
    chain = case.chain
    links = (typed(chain.rpjmd_objective), typed(chain.renstra_objective), case.iku_rows, case.agreed_rows)
    if sum(bool(link) for link in links) < 2:
        yield Hit(where="rantai")
