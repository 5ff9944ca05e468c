"""The sasaran says that something was carried out or made: Terlaksananya, Tersusunnya."""

from ..document import Position
from ..findings import ObjectiveKind
from .base import Hit, RowCase, whole


def check(case: RowCase) -> Hit | None:
    if case.reading.objective_kind is not ObjectiveKind.OUTPUT or case.reading.sasaran_is_result:
        return None
    if case.table.position is Position.ECHELON_4:
        return None  # the national nomenclature of sub kegiatan is written so
    return whole(case, "sasaran")
