"""One programme on two lines."""

from collections.abc import Iterator

from ..text import read
from .base import Hit, quoted
from .documents import AgreementCase, programme_place, typed


def check(case: AgreementCase) -> Iterator[Hit]:
    seen: dict[tuple[str, ...], int] = {}
    for line, _ in case.programmes:
        key = read(typed(line.name)[:300]).plain
        if key and key in seen:
            values = {"name": quoted(typed(line.name)), "first": str(seen[key]), "again": str(line.number)}
            yield Hit("name", where=programme_place(line.number), values=values)
        elif key:
            seen[key] = line.number
