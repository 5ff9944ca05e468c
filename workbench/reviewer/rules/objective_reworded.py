"""One indicator under two wordings of its objective in two documents."""

from collections.abc import Iterator

from ..blanks import typed
from ..following import Following
from ..kinship import Kinship, kinship
from .base import Hit, quoted


def check(case: Following) -> Iterator[Hit]:
    told: set[tuple[str, str]] = set()
    for pair in case.pairs:
        upper, lower = pair.above.sasaran, pair.below.sasaran
        if pair.upper.key == "rpjmd" or not case.carries(pair.upper, pair.lower):
            continue
        if not typed(upper) or not typed(lower) or (upper, lower) in told:
            continue
        if kinship(upper, lower) not in (Kinship.AKIN, Kinship.UNSEEN):
            continue  # the same words, or another field, which is told as such
        told.add((upper, lower))
        values = {
            "upper_document": pair.upper.name,
            "lower_document": pair.lower.name,
            "upper": quoted(upper),
            "lower": quoted(lower),
        }
        yield Hit("sasaran", where=pair.where, values=values, suggestion=upper.strip())
