"""An indicator of the IKU table that the agreement does not promise."""

from collections.abc import Iterator

from ..following import Following
from .base import Hit, plain, quoted
from .objective_not_carried_on import lost


def check(case: Following) -> Iterator[Hit]:
    for upper, lower in case.steps:
        if (upper.key, lower.key) != ("iku", "perjanjian") or not case.whole or not lower.indicators:
            continue
        promised = {pair.above.number for pair in case.pairs if pair.upper is upper}
        gone = {plain(row.sasaran) for row in lost(case, upper, lower)}
        for row in upper.indicators:
            if row.number not in promised and plain(row.sasaran) not in gone:
                values = {"indikator": quoted(row.indikator), "row": str(row.number)}
                yield Hit(where=f"{upper.place(row)} → {lower.key}", values=values)
