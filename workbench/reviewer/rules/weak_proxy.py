"""The indicator moves near the sasaran without showing it."""

from ..proposals import for_objective
from .base import Hit, RowCase, whole

#: Alignment below which a proxy is weak.
WEAK = 0.5


def check(case: RowCase) -> Hit | None:
    alignment = case.alignment
    if alignment.relation != "proxy" or alignment.score is None or alignment.score > WEAK:
        return None
    return whole(
        case,
        "indikator",
        case.why("ukuran ini bergerak di dekat sasaran, bukan pada sasarannya"),
        for_objective(case.row, case.table.position),
    )
