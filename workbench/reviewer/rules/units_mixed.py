"""One unit, written in several ways."""

from collections.abc import Iterator

from ..units import read_unit
from .base import Hit, TableCase


def check(case: TableCase) -> Iterator[Hit]:
    spellings: dict[str, dict[str, str]] = {}
    for row in case.rows:
        unit = read_unit(row.row.satuan)
        if unit is not None:
            spellings.setdefault(unit.word, {}).setdefault(unit.name.casefold(), unit.name)
    for ways in spellings.values():
        if len(ways) > 1:
            yield Hit(values={"units": " dan ".join(f"“{way}”" for way in ways.values())})
