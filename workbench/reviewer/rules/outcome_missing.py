"""A head's table in which nothing shows a change for people."""

from collections.abc import Iterator

from ..document import Position
from ..findings import Level
from .base import Hit, TableCase


def check(case: TableCase) -> Iterator[Hit]:
    measured = [row for row in case.rows if row.row.indikator.strip() and row.reading.readable]
    if len(measured) < 2 or case.table.position not in (Position.REGIONAL_HEAD, Position.AGENCY_HEAD):
        return
    if not any(row.reading.level in (Level.OUTCOME, Level.IMPACT) for row in measured):
        yield Hit()
