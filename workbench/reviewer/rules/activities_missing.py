"""The second table of an eselon IV agreement is empty or names a whole programme, not the kegiatan in it."""

from collections.abc import Iterator

from ..document import Position
from ..findings import Severity
from ..text import read
from .base import Hit
from .documents import BUDGET, AgreementCase

_ONLY_PROGRAMMES = 3  # points where the programme is known and what the holder does in it is not


def check(case: AgreementCase) -> Iterator[Hit]:
    if case.agreement.position is not Position.ECHELON_4:
        return
    if not case.programmes:
        yield Hit(where=BUDGET)
    elif all(read(line.name[:300]).plain[:1] == ("program",) for line, _ in case.programmes):
        yield Hit(where=BUDGET, severity=Severity.ADVICE, points=_ONLY_PROGRAMMES)
