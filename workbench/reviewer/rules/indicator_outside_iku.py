"""The indicator is not in the unit's own IKU list."""

from ..sameness import Likeness
from .base import Hit, RowCase, whole
from .documents import AgreementCase


def check(case: AgreementCase, row: RowCase) -> Hit | None:
    found = case.in_iku.get(row.row.number)
    return whole(row, "indikator") if found and found[0] is Likeness.OTHER else None
