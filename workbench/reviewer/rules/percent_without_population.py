"""A percentage that does not say of what, or of something that can be counted in several ways."""

from ..rewrite import with_population
from ..text import read
from ..vocabulary import words
from .base import Hit, RowCase, whole

_SHARES = ("persen", "proporsi", "porsi")


def check(case: RowCase) -> Hit | None:
    noun = case.reading.measure_noun or ""
    if not noun.startswith(_SHARES) or case.row.formula.strip():
        return None
    if case.reading.population is not False and not _is_open(case.row.indikator):
        return None
    return whole(case, "indikator", suggestion=with_population(case.row, case.reading))


def _is_open(indikator: str) -> bool:
    plain = read(indikator).plain[1:]
    named = words("populations", "naming").intersection(plain)
    return 0 < len(plain) <= 3 and plain[0] in words("populations", "ambiguous") and not named
