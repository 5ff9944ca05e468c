"""A box whose condition nobody can see being reached."""

from .base import Hit, RowCase
from .documents import CascadeCase, typed


def check(case: CascadeCase, row: RowCase) -> Hit | None:
    return None if typed(row.row.indikator) else Hit("indikator")
