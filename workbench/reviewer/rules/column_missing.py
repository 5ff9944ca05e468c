"""A column that the form of an IKU table has and this file has not: told once, not once per row."""

from collections.abc import Iterator

from ..score import LEFT_EMPTY
from .base import Hit, TableCase

_NAMES = {
    "sasaran": "Sasaran",
    "indikator": "Indikator Kinerja",
    "target": "Target",
    "sumber_data": "Sumber Data",
    "penanggung_jawab": "Penanggung Jawab",
}


def check(case: TableCase) -> Iterator[Hit]:
    for field, name in _NAMES.items():
        if field not in case.table.columns and not case.table.fixed_columns:
            yield Hit(values={"column": name}, points=LEFT_EMPTY.get(field, 0))
