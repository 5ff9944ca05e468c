"""A measure noun alone: Persentase of what?"""

from ..text import read
from .base import Hit, RowCase, whole

_SIGNS = frozenset({"persentase", "persen", "jumlah", "indeks", "nilai", "skor", "rasio", "tingkat", "angka"})


#: Characters within which a name could consist of measure nouns only.
_SHORT = 60


def check(case: RowCase) -> Hit | None:
    if len(case.row.indikator.strip()) > _SHORT:
        return None
    words = read(case.row.indikator).plain
    if not words or not set(words) <= _SIGNS:
        return None
    return whole(case, "indikator")
