"""A definition that says the name again."""

from ..text import read
from .base import Hit, RowCase, whole

_SMALL = frozenset({"yang", "di", "dan", "dari", "untuk", "pada", "adalah", "merupakan", "ini", "indikator"})


def check(case: RowCase) -> Hit | None:
    said = set(read(case.row.formula).plain) - _SMALL
    if not said or not said <= set(read(case.row.indikator).plain) | _SMALL:
        return None
    return whole(case, "formula")
