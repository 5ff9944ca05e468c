"""The second party is hardly the superior of the first."""

from collections.abc import Iterator

from ..document import Position
from ..offices import EXPECTED, may_sign_above
from .base import Hit, quoted
from .documents import SECOND, AgreementCase, typed


def check(case: AgreementCase) -> Iterator[Hit]:
    agreement = case.agreement
    if agreement.position is Position.REGIONAL_HEAD:
        return
    holder, superior = typed(agreement.first.position), typed(agreement.second.position)
    if superior and not may_sign_above(agreement.position, holder, superior):
        values = {
            "superior": quoted(superior),
            "holder": quoted(holder) if holder else "pihak pertama",
            "expected": EXPECTED[agreement.position],
        }
        yield Hit("position", where=SECOND, values=values)
