"""The second table of an eselon IV agreement is empty; some functional officials have no kegiatan."""

from collections.abc import Iterator

from ..document import Position
from .base import Hit
from .documents import BUDGET, AgreementCase


def check(case: AgreementCase) -> Iterator[Hit]:
    if not case.programmes and case.agreement.position is Position.ECHELON_4:
        yield Hit(where=BUDGET)
