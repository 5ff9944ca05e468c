"""Budget absorbed, counted as if it were performance."""

import re

from ..rewrite import for_objective
from .base import Hit, RowCase

_MONEY = r"(?:anggaran|keuangan|belanja|dana|apbd|dpa|pagu)"
_ABSORPTION = re.compile(
    rf"\b(?:(?:penyerapan|serapan|daya serap|realisasi)\s+(?:\w+\s+)?{_MONEY}|"
    rf"{_MONEY}\s+(?:yang\s+)?(?:terserap|terealisasi))\b",
    re.IGNORECASE,
)
_EARNED = re.compile(r"\b(?:pendapatan|pad|pajak|retribusi|investasi)\b", re.IGNORECASE)


def check(case: RowCase) -> Hit | None:
    found = _ABSORPTION.search(case.row.indikator)
    if found is None or _EARNED.search(case.row.indikator):
        return None
    better = for_objective(case.row, case.table.position)
    return Hit("indikator", found.start(), found.end(), suggestion=better)
