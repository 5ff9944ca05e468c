"""A date in which no day can be found."""

from collections.abc import Iterator

from ..dates import read_date
from .base import Hit, quoted
from .documents import BUDGET, DATE, AgreementCase, typed


def check(case: AgreementCase) -> Iterator[Hit]:
    agreement = case.agreement
    for where, field, which, text in (
        (DATE, "date", "Tanggal penandatanganan", agreement.date),
        (BUDGET, "budget_date", "Tanggal dokumen anggaran", agreement.budget_date),
    ):
        if typed(text) and read_date(text) is None:
            yield Hit(field, where=where, values={"which": which, "typed": quoted(text)})
