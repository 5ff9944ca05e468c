"""A word that was surely meant otherwise."""

from .base import Hit, RowCase


def check(case: RowCase) -> Hit | None:
    place = case.span("slip")
    if place is None or not case.reading.slips:
        return None
    better = case.reading.slips[0]
    text = case.row.cell(place.field)
    if text[place.start : place.end][:1].isupper():
        better = better[:1].upper() + better[1:]
    suggestion = text[: place.start] + better + text[place.end :]
    return Hit(place.field, place.start, place.end, {"better": better}, suggestion.strip())
