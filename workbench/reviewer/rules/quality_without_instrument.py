"""Kualitas, efektivitas, kinerja: a quality named, and nothing that grades it."""

from .base import Hit, RowCase, at

_QUALITIES = ("kualitas", "mutu", "efektivitas", "kinerja", "kemampuan", "kapasitas", "optimal", "efisiensi")


def check(case: RowCase) -> Hit | None:
    first = (case.reading.measure_noun or case.row.indikator.strip().casefold()).split(" ")[0]
    if not first.startswith(_QUALITIES) or case.row.formula.strip() or case.standard is not None:
        return None
    return at(case, "head", "indikator")
