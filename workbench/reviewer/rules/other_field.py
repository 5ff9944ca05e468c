"""The indicator belongs to another field than the sasaran."""

from ..proposals import for_objective
from .base import Hit, RowCase, whole


def check(case: RowCase) -> Hit | None:
    if case.alignment.relation != "other-field":
        return None
    return whole(
        case,
        "indikator",
        case.why("Keduanya berbicara tentang bidang yang berbeda"),
        for_objective(case.row, case.table.position),
    )
