"""A programme without money, or with nought."""

from collections.abc import Iterator

from .base import Hit, quoted
from .documents import AgreementCase, programme_place, typed


def check(case: AgreementCase) -> Iterator[Hit]:
    for line, money in case.programmes:
        nothing = not typed(line.budget) or (money is not None and money.rupiah == 0)
        if typed(line.name) and nothing:
            yield Hit("budget", where=programme_place(line.number), values={"name": quoted(typed(line.name))})
