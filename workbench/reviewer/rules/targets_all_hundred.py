"""Every target is 100 per cent."""

from collections.abc import Iterator

from ..numbers import figure
from .base import Hit, TableCase


def check(case: TableCase) -> Iterator[Hit]:
    targets = [row.reading.target for row in case.rows if row.reading.target is not None]
    if len(targets) > 2 and all(target.low == 100 for target in targets):
        yield Hit(values={"count": figure(len(targets))})
