"""A sasaran for which no row of the table holds an indicator."""

from collections.abc import Iterator

from .base import Hit, TableCase, by_sasaran, listed, quoted


def check(case: TableCase) -> Iterator[Hit]:
    groups = by_sasaran(case)
    if len(groups) < 2:
        return  # the row itself says so
    for rows in groups.values():
        if not any(row.row.indikator.strip() for row in rows):
            yield Hit(values={"sasaran": quoted(rows[0].row.sasaran), "rows": listed(rows)})
