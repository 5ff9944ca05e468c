"""A box that measures something and does not say which condition is to be reached."""

from .base import Hit, RowCase
from .documents import CascadeCase, typed


def check(case: CascadeCase, row: RowCase) -> Hit | None:
    return None if typed(row.row.sasaran) else Hit("sasaran")
