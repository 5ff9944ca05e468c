"""Owned by everybody, which is to say by nobody."""

from ..text import read
from ..vocabulary import words
from .base import Hit, RowCase, whole


def check(case: RowCase) -> Hit | None:
    plain = set(read(case.row.penanggung_jawab).plain)
    if not plain & words("sources", "everybody"):
        return None
    return whole(case, "penanggung_jawab")
