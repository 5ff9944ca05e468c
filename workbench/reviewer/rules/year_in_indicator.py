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
        suggestion=without_year(text),
    )


def without_year(name: str) -> str:
    """The name without its year."""
    return " ".join(_YEAR.sub(" ", name).split())
