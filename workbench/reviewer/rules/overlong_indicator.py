"""A name so long that it holds its own explanation."""

from ..numbers import figure
from .base import Hit, RowCase, whole

#: Characters beyond which a name is no longer a name; the longest in common use stay well below.
LONGEST = 220


def check(case: RowCase) -> Hit | None:
    length = len(case.row.indikator.strip())
    return whole(case, "indikator", {"length": figure(length)}) if length > LONGEST else None
