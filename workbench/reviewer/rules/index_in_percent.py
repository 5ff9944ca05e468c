"""An index has points of its own scale; per cent is common, and still not its unit."""

import re

from ..units import read_unit
from .base import Hit, RowCase, whole

_INDEX = re.compile(r"\s*(?:nilai\s+)?(?:indeks|index|skor)\b", re.IGNORECASE)
_OF_INDEX = re.compile(r"\b(?:persentase|peningkatan|kenaikan|pertumbuhan|capaian)\b", re.IGNORECASE)


def check(case: RowCase) -> Hit | None:
    unit = read_unit(case.row.satuan)
    if unit is None or unit.kind != "percent" or _OF_INDEX.search(case.row.indikator):
        return None
    scored = case.standard is not None and case.standard.unit in ("Indeks", "Nilai", "Skor")
    if not _INDEX.match(case.row.indikator) and not scored:
        return None
    return whole(case, "satuan")
