"""One indicator made to carry two sasaran."""

from collections.abc import Iterator

from .base import Hit, TableCase, by_indicator, listed, plain, quoted


def check(case: TableCase) -> Iterator[Hit]:
    for rows in by_indicator(case).values():
        objectives = {plain(row.row.sasaran) for row in rows} - {""}
        if len(objectives) > 1:
            yield Hit(values={"indikator": quoted(rows[0].row.indikator), "rows": listed(rows)})
