"""The objective of the Renstra speaks of another field than that of the RPJMD."""

from collections.abc import Iterator

from ..kinship import field_names, may_cause
from .base import Hit, quoted
from .documents import ChainCase, typed


def check(case: ChainCase) -> Iterator[Hit]:
    upper, lower = typed(case.chain.rpjmd_objective), typed(case.chain.renstra_objective)
    if upper and lower and not may_cause(lower, upper):
        values = {
            "upper": quoted(upper),
            "lower": quoted(lower),
            "field": field_names(lower),
            "upper_field": field_names(upper),
        }
        yield Hit(where="rpjmd → renstra", values=values)
