"""A year in the name of an indicator that should live through the whole plan."""

import re

from .base import Hit, RowCase

_YEAR = re.compile(r"\b(?:pada\s+)?(?:tahun|thn|th\.?)\s+20\d\d\b|\b20\d\d\s*$", re.IGNORECASE)


def check(case: RowCase) -> Hit | None:
    found = _YEAR.search(case.row.indikator)
    if found is None:
        return None
    text = case.row.indikator
    return Hit(
        "indikator",
        found.start(),
        found.end(),
        suggestion=" ".join((text[: found.start()] + text[found.end() :]).split()),
    )
