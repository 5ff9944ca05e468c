"""Nothing in the row says in what unit the measure is counted."""

from ..document import Row
from .base import Hit, RowCase

#: Measure nouns whose own name says the unit: a share is in per cent, a score in points of its scale.
_TELLING = (
    "persen",
    "indeks",
    "nilai",
    "skor",
    "rasio",
    "proporsi",
    "opini",
    "predikat",
    "level",
    "prevalensi",
    "tingkat",
    "cakupan",
    "peringkat",
    "kategori",
    "status",
    "laju",
)


def check(case: RowCase) -> Hit | None:
    row = case.row
    if not case.has_column("satuan") or row.satuan.strip() or not row.indikator.strip():
        return None
    target = case.reading.target
    if (target is not None and (target.unit or target.grade)) or _tells(row, case.reading.measure_noun):
        return None
    return Hit("satuan")


def _tells(row: Row, noun: str | None) -> bool:
    first = (noun or row.indikator.strip()).casefold()
    return first.startswith(_TELLING) or any(mark in row.target for mark in ("%", "Rp"))
