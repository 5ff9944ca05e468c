"""A sasaran that is measured by nothing but activities."""

from collections.abc import Iterator

from ..document import Position
from ..findings import Level
from .base import Hit, TableCase, by_sasaran, listed, quoted


def check(case: TableCase) -> Iterator[Hit]:
    if case.table.position is Position.ECHELON_4:
        return
    for rows in by_sasaran(case).values():
        levels = {row.reading.level for row in rows if row.row.indikator.strip()}
        if len(rows) > 1 and levels and levels <= {Level.INPUT, Level.ACTIVITY}:
            yield Hit(values={"sasaran": quoted(rows[0].row.sasaran), "rows": listed(rows)})
