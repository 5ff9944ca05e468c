"""Nothing in the row says in what unit the measure is counted."""

import re

from ..text import read
from ..units import kind_of
from .base import Hit, RowCase

#: Measure nouns whose own name says the unit: a share is in per cent, a score in points of its scale.
_TELLING = (
    "persen",
    "proporsi",
    "cakupan",
    "prevalensi",
    "tingkat",
    "laju",
    "indeks",
    "nilai",
    "skor",
    "rasio",
    "opini",
    "predikat",
    "level",
    "peringkat",
    "kategori",
    "status",
    "usia",
    "umur",
)
_RATE = re.compile(r"\bper\s+(?:\d|seribu|seratus|kapita)|%|\bRp", re.IGNORECASE)


def check(case: RowCase) -> Hit | None:
    row = case.row
    if not case.has_column("satuan") or row.satuan.strip() or not row.indikator.strip():
        return None
    target = case.reading.target
    if case.reading.unit or case.standard or (target is not None and (target.unit or target.grade)):
        return None
    return None if _tells(row.indikator, row.target, case.reading.measure_noun) else Hit("satuan")


def _tells(indikator: str, target: str, noun: str | None) -> bool:
    """Whether the name or the target says the unit: by its noun, a rate, or the thing that is counted."""
    if (noun or indikator.strip()).casefold().startswith(_TELLING) or _RATE.search(f"{indikator} {target}"):
        return True
    words = read(indikator).plain
    counted = words[len((noun or "").split()) :][:1]
    return bool(counted and kind_of(counted[0]))
