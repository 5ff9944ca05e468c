"""The right field, but another thing than the one that the sasaran wants to change."""

from ..findings import Verdict
from ..proposals import for_objective
from .base import Hit, RowCase, whole


def check(case: RowCase) -> Hit | None:
    if case.alignment.relation != "same-field" or case.alignment.verdict is Verdict.YES:
        return None
    return whole(
        case,
        "indikator",
        case.why("yang diukur bukan yang ingin diubah"),
        for_objective(case.row, case.table.position),
    )
