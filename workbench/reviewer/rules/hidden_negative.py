"""The polarity cell says that more is better, where less is."""

import dataclasses

from ..findings import Direction
from ..reading import read_row
from .base import Hit, RowCase, whole

_UP = ("maksim", "maxim", "positif", "progresif", "naik", "tinggi", "+")
_DOWN = ("minim", "negatif", "regresif", "turun", "rendah", "-", "−")


def check(case: RowCase) -> Hit | None:
    said = _said(case.row.polaritas)
    if said is None or _measured(case) in (said, None, Direction.STABLE):
        return None
    better = (
        "minimize (makin rendah makin baik)" if said is Direction.UP else "maximize (makin tinggi makin baik)"
    )
    return whole(case, "polaritas", {"better": better}, better)


def _said(text: str) -> Direction | None:
    words = text.casefold()
    up, down = any(mark in words for mark in _UP), any(mark in words for mark in _DOWN)
    if up == down:
        return None
    return Direction.UP if up else Direction.DOWN


def _measured(case: RowCase) -> Direction | None:
    """Which way the measure itself is better, whatever the polarity cell says."""
    if case.standard is not None:
        return case.standard.direction
    return read_row(dataclasses.replace(case.row, polaritas="")).direction
