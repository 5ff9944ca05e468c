"""More than five indicators for one sasaran."""

from collections.abc import Iterator

from ..numbers import figure
from .base import Hit, TableCase, by_sasaran, listed, quoted
from .many_indicators import TOO_MANY


def check(case: TableCase) -> Iterator[Hit]:
    for rows in by_sasaran(case).values():
        if len(rows) > TOO_MANY:
            values = {
                "sasaran": quoted(rows[0].row.sasaran),
                "count": figure(len(rows)),
                "rows": listed(rows),
            }
            yield Hit(values=values)
