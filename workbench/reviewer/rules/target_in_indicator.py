"""The target stands in the name, so the name changes every year."""

import re

from .base import Hit, RowCase
from .year_in_indicator import without_year

_TARGET = re.compile(
    r"\b(?:sebesar|sebanyak|mencapai|menjadi|hingga|sampai)\s+(?:dengan\s+)?\d[\d.,]*\s*(?:%|persen\b)?", re.I
)


def check(case: RowCase) -> Hit | None:
    found = _TARGET.search(case.row.indikator)
    if found is None:
        return None
    text = case.row.indikator
    return Hit(
        "indikator",
        found.start(),
        found.end(),
        suggestion=without_year(text[: found.start()] + text[found.end() :]),
    )
