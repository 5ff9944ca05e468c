"""Most indicators are word for word those of the superior."""

from collections.abc import Iterator

from ..numbers import figure
from ..sameness import Likeness
from .base import Hit
from .documents import ANNEX, AgreementCase


def check(case: AgreementCase) -> Iterator[Hit]:
    if mostly_copied(case):
        values = {"copied": figure(len(copied(case))), "count": figure(len(case.in_superior))}
        yield Hit(where=ANNEX, values=values)


def copied(case: AgreementCase) -> list[int]:
    """Numbers of the rows whose indicator is the superior's."""
    return [number for number, (how, _) in case.in_superior.items() if how is Likeness.SAME]


def mostly_copied(case: AgreementCase) -> bool:
    """Whether more than half of the indicators are the superior's."""
    return len(copied(case)) * 2 > len(case.in_superior)
