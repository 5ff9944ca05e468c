"""On the scale of the service survey (PermenPANRB 14/2017) grade A begins at 88,31."""

import re

from .base import Hit, RowCase, whole

_SURVEY = re.compile(r"\bkepuasan\s+(?:masyarakat|pelanggan|pemohon|pengguna)|\bIKM\b|\bSKM\b", re.IGNORECASE)
#: Lower bounds of the grades, of the survey's value from 25 to 100.
GRADES = (("B", "Baik", 76.61), ("C", "Kurang Baik", 65.0), ("D", "Tidak Baik", 25.0))
_A = 88.31


def check(case: RowCase) -> Hit | None:
    target = case.reading.target
    if target is None or target.problem or not _SURVEY.search(case.row.indikator):
        return None
    if case.reading.measure_noun not in ("indeks", "nilai", "skor", None) or "%" in case.row.target:
        return None
    value = target.low if target.low is not None else target.high
    if value is None or not GRADES[-1][2] <= value < _A:
        return None
    grade, name, _ = next(item for item in GRADES if value >= item[2])
    return whole(case, "target", {"grade": grade, "name": name})
