"""Signed more than one month after the budget was approved."""

from collections.abc import Iterator

from ..dates import one_month_after, read_date, written
from .base import Hit
from .documents import DATE, AgreementCase


def check(case: AgreementCase) -> Iterator[Hit]:
    day, budget = read_date(case.agreement.date), read_date(case.agreement.budget_date)
    if day is None or budget is None:
        return
    last = one_month_after(budget)
    if day > last:
        values = {"date": written(day), "budget": written(budget), "last": written(last)}
        yield Hit("date", where=DATE, values=values)
