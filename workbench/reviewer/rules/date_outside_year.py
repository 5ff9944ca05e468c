"""Signed in a year that the agreement is not about."""

from collections.abc import Iterator

from ..dates import read_date, read_year, written
from .base import Hit
from .documents import DATE, AgreementCase

_EARLY = 11  # from November on, next year's agreement may be signed


def check(case: AgreementCase) -> Iterator[Hit]:
    year, day = read_year(case.agreement.year), read_date(case.agreement.date)
    if year is None or day is None or day.year == year:
        return
    if not (day.year == year - 1 and day.month >= _EARLY):
        yield Hit("date", where=DATE, values={"date": written(day), "year": str(year)})
