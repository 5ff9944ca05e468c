"""An index has points of its own scale; per cent is common, and still not its unit."""

import re

from ..units import read_unit
from .base import Hit, RowCase, whole

_INDEX = re.compile(r"\s*(?:nilai\s+)?(?:indeks|index|skor)\b", re.IGNORECASE)
_PER_CENT = re.compile(r"%|\bpersen\b", re.IGNORECASE)
_OF_INDEX = re.compile(r"\b(?:persentase|peningkatan|kenaikan|pertumbuhan|capaian)\b", re.IGNORECASE)


def check(case: RowCase) -> Hit | None:
    unit = read_unit(case.row.satuan)
    beside = None if case.row.satuan.strip() else _PER_CENT.search(case.row.target)
    if (unit is None or unit.kind != "percent") and beside is None:
        return None
    if _OF_INDEX.search(case.row.indikator):
        return None
    scored = case.standard is not None and case.standard.unit in ("Indeks", "Nilai", "Skor")
    if not _INDEX.match(case.row.indikator) and not scored:
        return None
    return Hit("target", beside.start(), beside.end()) if beside else whole(case, "satuan")
