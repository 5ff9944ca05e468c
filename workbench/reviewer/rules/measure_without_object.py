"""A measure noun alone: Persentase of what?"""

from ..text import read
from .base import Hit, RowCase, whole

_SIGNS = frozenset({"persentase", "persen", "jumlah", "indeks", "nilai", "skor", "rasio", "tingkat", "angka"})


def check(case: RowCase) -> Hit | None:
    words = read(case.row.indikator).plain
    if not words or not set(words) <= _SIGNS:
        return None
    return whole(case, "indikator")
