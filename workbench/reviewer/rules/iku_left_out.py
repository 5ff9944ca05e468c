"""Indicators of the unit's own IKU list that nobody promises here."""

from collections.abc import Iterator

from ..document import Position
from ..numbers import figure
from ..sameness import Likeness, closest
from .base import Hit, quoted
from .documents import ANNEX, AgreementCase, typed

_NAMED = 3  # how many are named before the rest is only counted


def check(case: AgreementCase) -> Iterator[Hit]:
    if case.agreement.position not in (Position.REGIONAL_HEAD, Position.AGENCY_HEAD):
        return
    promised = [row.row.indikator for row in case.rows if typed(row.row.indikator)]
    left_out = [
        row.indikator
        for row in case.agreement.iku or ()
        if typed(row.indikator) and closest(row.indikator, promised)[0] is Likeness.OTHER
    ]
    if left_out and promised:
        yield Hit(where=ANNEX, values={"names": _listed(left_out), "count": figure(len(left_out))})


def _listed(names: list[str]) -> str:
    shown = ", ".join(f"“{quoted(name)}”" for name in names[:_NAMED])
    more = len(names) - _NAMED
    return f"{shown} dan {more} lainnya" if more > 0 else shown
