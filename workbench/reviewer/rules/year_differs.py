"""The statement promises one year and the annex another."""

from collections.abc import Iterator

from ..dates import read_year
from .base import Hit
from .documents import ANNEX, AgreementCase


def check(case: AgreementCase) -> Iterator[Hit]:
    year, annexed = read_year(case.agreement.year), read_year(case.agreement.annex_year)
    if year and annexed and year != annexed:
        yield Hit("annex_year", where=ANNEX, values={"year": str(year), "annexed": str(annexed)})
