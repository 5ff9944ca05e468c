"""A box in which neither condition nor indicator was typed."""

from .base import Hit, RowCase
from .documents import CascadeCase, typed


def check(case: CascadeCase, row: RowCase) -> Hit | None:
    if typed(row.row.sasaran) or typed(row.row.indikator):
        return None
    return Hit()
