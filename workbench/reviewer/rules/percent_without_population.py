"""A percentage that does not say of what."""

from ..rewrite import with_population
from .base import Hit, RowCase, whole


def check(case: RowCase) -> Hit | None:
    if case.reading.population is not False or case.row.formula.strip() or case.standard is not None:
        return None
    return whole(case, "indikator", suggestion=with_population(case.row, case.reading))
