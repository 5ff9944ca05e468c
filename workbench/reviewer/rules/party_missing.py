"""One who has to sign is not named at all."""

from collections.abc import Iterator

from .base import Hit
from .documents import AgreementCase, typed


def check(case: AgreementCase) -> Iterator[Hit]:
    for where, label, party in case.parties:
        if not typed(party.name) and not typed(party.position):
            yield Hit("name", where=where, values={"party": label})
