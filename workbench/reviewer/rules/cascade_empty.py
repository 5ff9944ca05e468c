"""A tree without a single box."""

from collections.abc import Iterator

from .base import Hit
from .documents import CascadeCase


def check(case: CascadeCase) -> Iterator[Hit]:
    if not case.cascade.boxes:
        yield Hit(where="pohon")
