"""The annex does not say whose agreement it is."""

from collections.abc import Iterator

from .base import Hit
from .documents import ANNEX, AgreementCase, typed


def check(case: AgreementCase) -> Iterator[Hit]:
    if not typed(case.agreement.unit):
        yield Hit("unit", where=ANNEX)
