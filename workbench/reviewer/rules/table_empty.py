"""A table without a single row."""

from collections.abc import Iterator

from .base import Hit, TableCase


def check(case: TableCase) -> Iterator[Hit]:
    if not case.rows:
        yield Hit()
