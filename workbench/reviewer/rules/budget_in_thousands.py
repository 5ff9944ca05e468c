"""An amount so small that it is probably counted in thousands or millions."""

from collections.abc import Iterator

from ..rupiah import written
from .base import Hit, quoted
from .documents import AgreementCase, programme_place

_LEAST = 1_000_000


def check(case: AgreementCase) -> Iterator[Hit]:
    for line, money in case.programmes:
        if money is not None and 0 < money.rupiah < _LEAST:
            values = {"typed": quoted(line.budget), "read": written(money.rupiah), "number": str(line.number)}
            yield Hit("budget", where=programme_place(line.number), values=values)
