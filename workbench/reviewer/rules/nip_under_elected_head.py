"""A number of the civil service under the name of one who was elected."""

from collections.abc import Iterator

from ..offices import Office, office_of, stands_in
from .base import Hit
from .documents import AgreementCase, typed


def check(case: AgreementCase) -> Iterator[Hit]:
    for where, label, party in case.parties:
        if typed(party.nip) and elected(party.position):
            yield Hit("nip", where=where, values={"party": label})


def elected(title: str) -> bool:
    """Whether the office is held by election; one who stands in for a kepala daerah may be an employee."""
    return office_of(typed(title)) is Office.REGIONAL_HEAD and not stands_in(typed(title))
