"""The indicator says what is hoped for or done, not what is counted."""

from ..rewrite import as_measure
from .base import Hit, RowCase, at, quoted


def check(case: RowCase) -> Hit | None:
    if case.reading.is_measure or not case.row.indikator.strip():
        return None
    why = case.reason("not_measure") or "belum menyebut apa yang dihitung"
    return at(
        case,
        "head",
        "indikator",
        as_measure(case.row, case.reading, case.table.position),
        why=why,
        text=quoted(case.row.indikator),
    )
