"""Budget absorbed, counted as if it were performance."""

import re

from ..document import Position
from ..findings import Level
from ..proposals import for_objective
from .base import Hit, RowCase

_MONEY = r"(?:anggaran|keuangan|belanja|dana|apbd|dpa|pagu)"
_ABSORPTION = re.compile(
    rf"\b(?:(?:penyerapan|serapan|daya serap|realisasi)\s+(?:\w+\s+)?{_MONEY}|"
    rf"{_MONEY}\s+(?:yang\s+)?(?:terserap|terealisasi))\b",
    re.IGNORECASE,
)
_EARNED = re.compile(r"\b(?:pendapatan|pad|pajak|retribusi|investasi)\b", re.IGNORECASE)
#: Offices that answer for a result; below them absorption is an input like others.
_HEADS = (Position.REGIONAL_HEAD, Position.AGENCY_HEAD)


def check(case: RowCase) -> Hit | None:
    found = _ABSORPTION.search(case.row.indikator)
    if found is None or _EARNED.search(case.row.indikator) or case.table.position not in _HEADS:
        return None
    if case.reading.level in (Level.OUTPUT, Level.ACTIVITY):
        return None  # a report about the absorption is not the absorption
    better = for_objective(case.row, case.table.position)
    return Hit("indikator", found.start(), found.end(), suggestion=better)
