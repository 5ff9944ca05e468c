"""A source that nobody could look up: internal, dinas, data."""

from ..text import read
from ..vocabulary import load, words
from .base import Hit, RowCase, whole


def check(case: RowCase) -> Hit | None:
    plain = [word for word in read(case.row.sumber_data).plain if word not in words("sources", "filler")]
    if not case.row.sumber_data.strip() or not plain:
        return None
    if not set(plain) <= words("sources", "general"):
        return None
    usual = case.standard.source if case.standard else ""
    return whole(case, "sumber_data", suggestion=str(load("sources")["named"].get(usual, "")))
