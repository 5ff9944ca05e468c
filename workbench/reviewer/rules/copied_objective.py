"""The indicator says again what the sasaran says, perhaps with a measure noun put before it."""

from ..document import Position
from ..findings import Level, ObjectiveKind
from ..rewrite import as_measure
from ..text import read
from .base import Hit, RowCase, whole

#: Characters by which a copy may be shorter (a full stop); it may be longer by a measure noun.
_SLACK = 8
_OTHER_MEASURE = "ukuran tentang apa yang membaik bila sasaran itu tercapai"
#: Measure nouns that name a scale of their own.
_GRADES = ("predikat", "opini", "level", "kategori", "peringkat", "akreditasi")


def check(case: RowCase) -> Hit | None:
    if not case.row.sasaran.strip() or not (_copied(case) or case.alignment.relation == "repeats"):
        return None
    if case.reading.objective_kind is ObjectiveKind.INDICATOR or case.reading.measure_noun in _GRADES:
        return None  # the sasaran is what has to be written anew; a grade is an instrument of its own
    if not case.reading.is_measure and case.reading.sasaran_is_result is False:
        return None  # neither is what it should be, and each is told by itself
    counted = case.reading.is_measure and not _copied(case)
    if counted and case.table.position is Position.ECHELON_4 and case.level is Level.OUTPUT:
        return None  # "Tersusunnya dokumen" with "Jumlah dokumen": so the nomenclature pairs them
    values = {"other": _OTHER_MEASURE if counted else "sesuatu yang dapat dihitung"}
    proposal = as_measure(case.row, case.reading, case.table.position)
    return whole(case, "indikator", values, suggestion=proposal)


def _copied(case: RowCase) -> bool:
    if not 0 <= len(case.row.indikator.strip()) - len(case.row.sasaran.strip()) + _SLACK <= 3 * _SLACK:
        return False  # too different in length to be a copy
    objective = read(case.row.sasaran).plain
    said = read(case.row.indikator).plain
    extra = len(said) - len(objective)
    return bool(objective) and 0 <= extra <= 1 and said[extra:] == objective
