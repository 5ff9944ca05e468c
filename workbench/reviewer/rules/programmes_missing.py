"""The second table is empty: nothing says with which programmes and money the targets are to be met."""

from collections.abc import Iterator

from ..document import Position
from .base import Hit
from .documents import BUDGET, AgreementCase


def check(case: AgreementCase) -> Iterator[Hit]:
    if not case.programmes and case.agreement.position is not Position.ECHELON_4:
        yield Hit(where=BUDGET)
