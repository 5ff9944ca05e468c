"""The office of the one who promises belongs to another form."""

from collections.abc import Iterator

from ..offices import HOLDERS, office_of
from .base import Hit, quoted
from .documents import FIRST, FORMS, AgreementCase, typed


def check(case: AgreementCase) -> Iterator[Hit]:
    title = typed(case.agreement.first.position)
    office = office_of(title)
    if office is not None and office not in HOLDERS[case.agreement.position]:
        values = {"office": quoted(title), "form": FORMS[case.agreement.position]}
        yield Hit("position", where=FIRST, values=values)
