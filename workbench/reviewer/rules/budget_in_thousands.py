"""An amount that is counted in thousands or millions: it is very small, or the note beside it says so."""

import re
from collections.abc import Iterator

from ..rupiah import written
from .base import Hit, quoted
from .documents import AgreementCase, programme_place

_LEAST = 1_000_000
_COUNTED = re.compile(r"\b(?:dalam\s+)?(?:ribuan|jutaan)\b", re.IGNORECASE)


def check(case: AgreementCase) -> Iterator[Hit]:
    for line, money in case.programmes:
        if money is None or money.rupiah <= 0:
            continue
        if money.rupiah < _LEAST or _COUNTED.search(line.note):
            values = {"typed": quoted(line.budget), "read": written(money.rupiah), "number": str(line.number)}
            yield Hit("budget", where=programme_place(line.number), values=values)
