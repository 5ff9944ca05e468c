"""No column tells where the measures stand today."""

from collections.abc import Iterator

from .base import Hit, TableCase


def check(case: TableCase) -> Iterator[Hit]:
    if case.rows and "baseline" not in case.table.columns and not case.table.fixed_columns:
        yield Hit()
