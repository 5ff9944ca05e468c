"""Indicators of the unit's own IKU list that nobody promises here."""

from collections.abc import Iterator

from ..document import Position
from ..numbers import figure
from ..sameness import Likeness, closest
from .base import Hit, quoted
from .documents import ANNEX, AgreementCase, typed

_NAMED = 3  # how many are named before the rest is only counted
_NONE = 18  # points where the agreement has no indicator in common with the list


def check(case: AgreementCase) -> Iterator[Hit]:
    if case.agreement.position not in (Position.REGIONAL_HEAD, Position.AGENCY_HEAD):
        return
    promised = [row.row.indikator for row in case.rows if typed(row.row.indikator)]
    left_out = [
        row.indikator
        for row in case.agreement.iku or ()
        if typed(row.indikator) and closest(row.indikator, promised)[0] is Likeness.OTHER
    ]
    if not left_out or not promised:
        return
    if case.none_in_iku:
        said = (
            f"Tidak satu pun dari {figure(len(promised))} indikator di sini diambil dari daftar IKU unit ini"
        )
    else:
        said = f"{figure(len(left_out))} IKU unit ini belum tercantum dalam perjanjian"
    points = _NONE if case.none_in_iku else None
    yield Hit(where=ANNEX, values={"said": said, "names": _listed(left_out)}, points=points)


def _listed(names: list[str]) -> str:
    shown = ", ".join(f"“{quoted(name)}”" for name in names[:_NAMED])
    more = len(names) - _NAMED
    return f"{shown} dan {more} lainnya" if more > 0 else shown
