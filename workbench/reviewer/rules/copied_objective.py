"""The indicator says again what the sasaran says."""

from ..rewrite import as_measure
from .base import Hit, RowCase, whole


def check(case: RowCase) -> Hit | None:
    same = case.row.sasaran.casefold().split() == case.row.indikator.casefold().split()
    if not case.row.sasaran.strip() or not (same or case.alignment.relation == "repeats"):
        return None
    return whole(case, "indikator", suggestion=as_measure(case.row, case.reading, case.table.position))
