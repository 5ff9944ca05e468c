"""A mark that stands for something to be filled in, left as it was."""

import re

from .base import Hit, RowCase

_MARK = re.compile(r"…|\.{3,}|_{3,}|\[(?:isi|nama|sebutkan)[^\]]*\]|\bx{3,}\b", re.IGNORECASE)


def check(case: RowCase) -> Hit | None:
    for field in ("indikator", "sasaran", "target"):
        found = _MARK.search(case.row.cell(field))
        if found is not None:
            return Hit(field, found.start(), found.end())
    return None
