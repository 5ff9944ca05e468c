"""Signed before the budget was approved."""

from collections.abc import Iterator

from ..dates import read_date, written
from .base import Hit
from .documents import DATE, AgreementCase


def check(case: AgreementCase) -> Iterator[Hit]:
    day, budget = read_date(case.agreement.date), read_date(case.agreement.budget_date)
    if day is not None and budget is not None and day < budget:
        yield Hit("date", where=DATE, values={"date": written(day), "budget": written(budget)})
