"""An indicator that the document above, which lists indicators, does not have."""

from collections.abc import Iterator

from ..findings import Severity
from ..following import Following
from .base import Hit, plain, quoted


def check(case: Following) -> Iterator[Hit]:
    for upper, lower in case.steps:
        if upper.key == "rpjmd" or not upper.indicators or not case.carries(upper, lower):
            continue
        known = {pair.below.number for pair in case.pairs if pair.lower is lower}
        foreign = {plain(row.sasaran) for row in case.rootless(upper, lower)}
        promised = lower.key == "perjanjian"
        for row in lower.indicators:
            if row.number not in known and plain(row.sasaran) not in foreign:
                values = {"indikator": quoted(row.indikator), "upper": upper.name, "lower": lower.name}
                yield Hit(
                    "indikator",
                    where=f"{upper.key} → {lower.place(row)}",
                    values=values,
                    severity=None if promised else Severity.ADVICE,
                    points=None if promised else 3,
                )
