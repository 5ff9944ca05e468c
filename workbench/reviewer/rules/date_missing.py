"""The date of signing is not stated."""

from collections.abc import Iterator

from .base import Hit
from .documents import DATE, AgreementCase, typed


def check(case: AgreementCase) -> Iterator[Hit]:
    if not typed(case.agreement.date):
        yield Hit("date", where=DATE)
