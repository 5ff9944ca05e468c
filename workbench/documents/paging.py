"""Where the cells that span rows are cut, so that their text stands on every page and no page is half empty.

Neither Word nor Typst repeats the text of a merged cell after a page break. Heights are estimated here, in cm
and rather too high than too low, because only the program that opens the file knows its fonts.
"""

from collections.abc import Sequence
from textwrap import wrap

#: Room for a table under its heading row on a page, in cm, with a reserve for other fonts.
PAGE = 23.8

#: Up to this height, in cm, rows that belong together go to the next page together.
MOVED = 9.0

#: A line, what is over and under the lines of a cell, and a sign, in cm, for type of so many points.
_LINE, _PADDING, _SIGN, _SIZE = 0.46, 0.26, 0.185, 10.5


def height_of(texts: Sequence[str], widths: Sequence[float], size: float = _SIZE) -> float:
    """The height in cm of a table row with these texts, of so many points, in columns of these widths."""
    part = size / _SIZE
    lines = (lines_in(text, width - 0.4, _SIGN * part) for text, width in zip(texts, widths, strict=True))
    return max(lines, default=1) * _LINE * part + _PADDING


def lines_in(text: str, width: float, sign: float = _SIGN) -> int:
    """How many lines a text takes in a width, with signs of so many cm."""
    most = max(1, int(width / sign))
    return sum(max(1, len(wrap(part, most))) for part in text.split("\n"))


def cut(
    groups: Sequence[Sequence[float]],
    first_page: float = PAGE,
    after: float = 0.0,
    *,
    page: float = PAGE,
    moved: float = MOVED,
) -> list[tuple[int, ...]]:
    """For each group of row heights, how many rows each of its parts spans.

    A group is one part where it fits on the rest of the page, or is low enough to be moved whole to the next.
    A longer one is cut at the foot of each page. `first_page` is the room on the page where the table begins,
    `page` on every other; `after` is the height of what must stand on one page with the last row.
    """
    left = first_page
    parts: list[tuple[int, ...]] = []
    for number, heights in enumerate(groups, start=1):
        last = after if number == len(groups) else 0.0
        spans, left = _spans(list(heights), left, last, page, moved)
        parts.append(tuple(spans))
    return parts


def _spans(
    heights: list[float], left: float, after: float, page: float, moved: float
) -> tuple[list[int], float]:
    """The parts of one group, and what they leave of the page they end on."""
    spans: list[int] = []
    while heights:
        total = sum(heights) + after
        if total > left and total <= moved:
            left = page
        count = len(heights) if total <= left else _fitting(heights, left)
        if total > left and count == len(heights) > 1:
            count -= 1  # the last row goes along with what follows it
        if count < 2 and len(heights) > 1 and left < page:
            left = page  # one row is too little to begin with at the foot of a page
            continue
        count = max(1, count)
        spans.append(count)
        left -= sum(heights[:count])
        heights = heights[count:]
        if heights:
            left = page
    return spans, max(0.0, left)


def _fitting(heights: Sequence[float], room: float) -> int:
    for count, height in enumerate(heights):
        room -= height
        if room < 0:
            return count
    return len(heights)
