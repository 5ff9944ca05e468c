"""The indicator is in the IKU list, but under another name."""

from ..sameness import Likeness
from .base import Hit, RowCase, quoted, whole
from .documents import AgreementCase


def check(case: AgreementCase, row: RowCase) -> Hit | None:
    found = case.in_iku.get(row.row.number)
    if found is None or found[0] is not Likeness.NEAR:
        return None
    return whole(row, "indikator", {"listed": quoted(found[1])}, found[1].strip())
