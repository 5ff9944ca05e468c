"""Marking words in a text that somebody typed: numbered, escaped, whatever the places are."""

from collections.abc import Sequence

from markupsafe import Markup, escape

#: Start and end in the text, and the number shown there.
Place = tuple[int, int, int]


def marked(text: str, places: Sequence[Place], anchor: str = "", numbered: bool = True) -> Markup:
    """Text with places (start, end, number) marked, each number once, at the end of its place.

    Places may overlap, be empty or lie outside the text; everything typed is escaped. With an `anchor` the
    numbers lead to `#<anchor>-<number>`.
    """
    inside = [_inside(place, len(text)) for place in places]
    parts: list[Markup] = []
    before = 0
    for cut in sorted({0, len(text), *(cut for start, end, _ in inside for cut in (start, end))}):
        if cut > before:
            piece = escape(text[before:cut])
            covered = any(start <= before and cut <= end for start, end, _ in inside)
            parts.append(Markup("<mark>{}</mark>").format(piece) if covered else piece)
        parts += [_number(number, anchor) for _, end, number in inside if numbered and end == cut]
        before = cut
    return Markup("").join(parts)


def _inside(place: Place, length: int) -> Place:
    start, end, number = place
    start = max(0, min(start, length))
    return start, max(start, min(end, length)), number


def _number(number: int, anchor: str) -> Markup:
    if not anchor:
        return Markup('<sup class="mark-no">{}</sup>').format(number)
    return Markup('<a class="mark-no" href="#{}-{}">{}</a>').format(anchor, number, number)
