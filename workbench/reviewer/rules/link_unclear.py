"""Nothing that the reviewer knows ties the indicator to its sasaran."""

from dataclasses import replace

from ..findings import Severity, Verdict
from ..proposals import for_objective
from .base import Hit, RowCase, whole

#: What it costs where the two have nothing at all in common; a person may still know better.
NOTHING_SHARED = 15


def check(case: RowCase) -> Hit | None:
    if case.alignment.verdict not in (Verdict.NO, Verdict.PARTIAL) or case.alignment.relation != "unknown":
        return None
    hit = whole(case, "indikator", suggestion=for_objective(case.row, case.table.position))
    return (
        replace(hit, points=NOTHING_SHARED, severity=Severity.WARNING)
        if case.alignment.verdict is Verdict.NO
        else hit
    )
