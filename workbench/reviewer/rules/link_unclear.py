"""Nothing that the reviewer knows ties the indicator to its sasaran."""

from ..findings import Verdict
from ..rewrite import for_objective
from .base import Hit, RowCase, whole


def check(case: RowCase) -> Hit | None:
    if case.alignment.verdict not in (Verdict.NO, Verdict.PARTIAL) or case.alignment.relation != "unknown":
        return None
    return whole(case, "indikator", suggestion=for_objective(case.row, case.table.position))
