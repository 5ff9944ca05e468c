"""One indicator is word for word the superior's, among others that are not."""

from ..sameness import Likeness
from .base import Hit, RowCase, whole
from .documents import AgreementCase
from .superior_copied import mostly_copied


def check(case: AgreementCase, row: RowCase) -> Hit | None:
    found = case.in_superior.get(row.row.number)
    if found is None or found[0] is not Likeness.SAME or mostly_copied(case):
        return None
    return whole(row, "indikator")
