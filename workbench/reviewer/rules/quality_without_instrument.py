"""Kualitas, efektivitas, kinerja: a quality named, and nothing that grades it."""

from ..text import read
from .base import Hit, RowCase, at

_QUALITIES = ("kualitas", "mutu", "efektivitas", "kinerja", "kemampuan", "kapasitas", "optimal", "efisiensi")
#: Measure nouns that do not grade: a per cent of quality is no more than quality.
_SHARES = ("persentase", "tingkat")
_UNGRADED = ("kualitas", "mutu", "efektivitas")


def check(case: RowCase) -> Hit | None:
    if case.row.formula.strip() or case.standard is not None:
        return None
    first = (case.reading.measure_noun or case.row.indikator.strip().casefold()).split(" ")[0]
    if first.startswith(_QUALITIES):
        return at(case, "head", "indikator")
    words = read(case.row.indikator[:200]).words[:2]
    if len(words) < 2 or words[0].word not in _SHARES or words[1].word not in _UNGRADED:
        return None
    return Hit("indikator", words[0].start, words[1].end)
