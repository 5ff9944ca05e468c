"""One indicator under two names in two documents."""

from collections.abc import Iterator

from ..following import Following
from ..sameness import Likeness
from .base import Hit, quoted


def check(case: Following) -> Iterator[Hit]:
    for pair in case.pairs:
        if pair.how is Likeness.NEAR:
            values = {
                "upper_document": pair.upper.name,
                "lower_document": pair.lower.name,
                "upper": quoted(pair.above.indikator),
                "lower": quoted(pair.below.indikator),
            }
            yield Hit("indikator", where=pair.where, values=values, suggestion=pair.above.indikator.strip())
