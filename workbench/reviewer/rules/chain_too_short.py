"""Fewer than two documents are known, so that nothing can be compared."""

from collections.abc import Iterator

from ..following import Following
from .base import Hit


def check(case: Following) -> Iterator[Hit]:
    if len(case.links) < 2:
        yield Hit(where="rantai")
