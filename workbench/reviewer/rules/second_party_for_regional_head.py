"""A kepala daerah signs alone, and this agreement names a second party."""

from collections.abc import Iterator

from ..document import Position
from .base import Hit, quoted
from .documents import SECOND, AgreementCase, typed


def check(case: AgreementCase) -> Iterator[Hit]:
    agreement = case.agreement
    named = typed(agreement.second.name) or typed(agreement.second.position)
    if agreement.position is Position.REGIONAL_HEAD and named:
        yield Hit("name", where=SECOND, values={"named": quoted(named)})
