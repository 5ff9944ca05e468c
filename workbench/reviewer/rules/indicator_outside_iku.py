"""The indicator is not in the unit's own IKU list; where none is, that is told of the agreement, once."""

from ..sameness import Likeness
from .base import Hit, RowCase, whole
from .documents import AgreementCase


def check(case: AgreementCase, row: RowCase) -> Hit | None:
    found = case.in_iku.get(row.row.number)
    if case.none_in_iku or not found or found[0] is not Likeness.OTHER:
        return None
    return whole(row, "indikator")
