"""The same indicator in two rows of the same sasaran."""

from collections.abc import Iterator

from .base import Hit, TableCase, by_indicator, listed, plain, quoted


def check(case: TableCase) -> Iterator[Hit]:
    for rows in by_indicator(case).values():
        by_objective: dict[str, int] = {}
        for row in rows:
            key = plain(row.row.sasaran)
            by_objective[key] = by_objective.get(key, 0) + 1
        if max(by_objective.values()) > 1:
            yield Hit(values={"indikator": quoted(rows[0].row.indikator), "rows": listed(rows)})
