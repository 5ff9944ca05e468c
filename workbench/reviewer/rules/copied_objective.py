"""The indicator says again what the sasaran says, perhaps with a measure noun put before it."""

from ..rewrite import as_measure
from ..text import read
from .base import Hit, RowCase, whole

#: Characters by which a copy may be shorter (a full stop); it may be longer by a measure noun.
_SLACK = 8


def check(case: RowCase) -> Hit | None:
    if not case.row.sasaran.strip() or not (_copied(case) or case.alignment.relation == "repeats"):
        return None
    return whole(case, "indikator", suggestion=as_measure(case.row, case.reading, case.table.position))


def _copied(case: RowCase) -> bool:
    if not 0 <= len(case.row.indikator.strip()) - len(case.row.sasaran.strip()) + _SLACK <= 3 * _SLACK:
        return False  # too different in length to be a copy
    objective = read(case.row.sasaran).plain
    said = read(case.row.indikator).plain
    extra = len(said) - len(objective)
    return bool(objective) and 0 <= extra <= 1 and said[extra:] == objective
