"""Words that were surely meant otherwise."""

from ..findings import Span
from .base import Hit, RowCase


def check(case: RowCase) -> Hit | None:
    places = case.reading.spans.get("slip", ())
    meant = list(zip(places, case.reading.slips, strict=False))
    if not meant:
        return None
    cell = meant[0][0].field
    here = [(place, word) for place, word in meant if place.field == cell]
    text = case.row.cell(cell)
    pairs = [(place, _as_typed(text, place, word)) for place, word in here]
    mended = text
    for place, word in sorted(pairs, key=lambda pair: -pair[0].start):
        mended = mended[: place.start] + word + mended[place.end :]
    first = pairs[0][0]
    said = ", ".join(
        f"“{text[place.start : place.end]}” tampaknya maksudnya “{word}”" for place, word in pairs
    )
    return Hit(cell, first.start, first.end, {"said": said}, mended.strip())


def _as_typed(text: str, place: Span, word: str) -> str:
    """The word as meant, in the capitals of the word as typed."""
    typed = text[place.start : place.end]
    if typed.isupper() and len(typed) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if typed[:1].isupper() else word
