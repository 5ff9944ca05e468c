"""Two boxes under one name, so that nobody knows which of them is meant as a parent."""

from collections import Counter
from collections.abc import Iterator

from ..numbers import figure
from .base import Hit
from .documents import CascadeCase


def check(case: CascadeCase) -> Iterator[Hit]:
    for key, count in Counter(box.key for box in case.cascade.boxes).items():
        if count > 1:
            yield Hit(where=f"kotak[{key}]", values={"key": key or "(kosong)", "count": figure(count)})
