"""A column that the form of an IKU table has and this file has not: told once, not once per row."""

from collections.abc import Iterator

from ..findings import Severity
from ..score import LEFT_EMPTY, START
from .base import Hit, TableCase

_NAMES = {
    "sasaran": "Sasaran",
    "indikator": "Indikator Kinerja",
    "target": "Target",
    "sumber_data": "Sumber Data",
    "penanggung_jawab": "Penanggung Jawab",
}
#: Columns that the annex of an agreement does not have; they stand in the table of IKU.
_ELSEWHERE = ("sumber_data", "penanggung_jawab")


def check(case: TableCase) -> Iterator[Hit]:
    for field, name in _NAMES.items():
        if field not in case.table.columns and not case.table.fixed_columns:
            yield _told(field, name)


def _told(field: str, name: str) -> Hit:
    """Without sasaran or target there is no table; where the figures come from may stand elsewhere."""
    if field in _ELSEWHERE:
        return Hit(values={"column": name}, points=None)
    return Hit(values={"column": name}, points=LEFT_EMPTY.get(field, START), severity=Severity.WARNING)
