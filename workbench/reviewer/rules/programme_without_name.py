"""An amount of money for nothing that is named."""

from collections.abc import Iterator

from .base import Hit, quoted
from .documents import AgreementCase, programme_place, typed


def check(case: AgreementCase) -> Iterator[Hit]:
    for line, _ in case.programmes:
        if not typed(line.name):
            yield Hit("name", where=programme_place(line.number), values={"budget": quoted(line.budget)})
