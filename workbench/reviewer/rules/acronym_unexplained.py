"""A short name with two official meanings, and nothing in the row that tells which."""

import re

from ..vocabulary import load
from .base import Hit, RowCase

_SHORT = re.compile(r"\bI[KPR][A-Z]\b")


def check(case: RowCase) -> Hit | None:
    found = _SHORT.search(case.row.indikator)
    if found is None or found.group() not in load("acronyms")["meanings"] or case.standard is not None:
        return None
    said = f"{case.row.indikator} {case.row.formula}".casefold()
    meanings = str(load("acronyms")["meanings"][found.group()])
    if any(meaning in said for meaning in meanings.split(" atau ")):
        return None
    return Hit("indikator", found.start(), found.end(), {"meanings": meanings})
