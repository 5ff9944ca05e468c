"""A percentage whose formula does not say of what."""

import re

from ..text import read
from .base import Hit, RowCase, whole

_DIVIDED = re.compile(
    r"[/÷:∑Σ]|\b(?:dibagi|terhadap|dibanding(?:kan)?|per|total|seluruh|keseluruhan|dari|dikurangi|selisih)\b|[-−]\s",
    re.IGNORECASE,
)


def check(case: RowCase) -> Hit | None:
    noun = (case.reading.measure_noun or "").casefold()
    if not noun.startswith(("persen", "proporsi", "cakupan", "rasio")) or not case.row.formula.strip():
        return None
    if _DIVIDED.search(case.row.formula) or len(read(case.row.formula).plain) < 3:
        return None
    return whole(case, "formula")
