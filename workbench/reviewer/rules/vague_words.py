"""Qualifiers that two readers would measure differently."""

from dataclasses import replace

from ..proposals import timely
from .base import Hit, RowCase, at

#: Words that are quoted at most; a row may hold a whole list of them.
MOST = 3
#: What it costs where so many are heaped up that nothing else is left.
HEAPED = 30


def check(case: RowCase) -> Hit | None:
    if not case.reading.vague:
        return None
    places = case.reading.spans.get("vague", ())[:MOST]
    words = [f"“{case.row.cell(place.field)[place.start : place.end]}”" for place in places]
    said = " dan ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
    hit = at(case, "vague", "indikator", timely(case.row.indikator), said=said or "Kata sifat di sini")
    return replace(hit, points=HEAPED) if len(places) == MOST else hit
