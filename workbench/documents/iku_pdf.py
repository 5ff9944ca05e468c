"""An IKU table with its metadata sheets as PDF."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from ..reviewer.document import Table
from .cells import legal
from .iku_sheet import LABELS, REQUIRED, UNNAMED, WIDTHS, Heading, cards, columns_of, groups, shared
from .iku_xlsx import SHORT
from .paging import cut, height_of
from .typesetting import TEMPLATES, pdf

#: Width of all columns but the number on a sheet laid across, and the room for rows on it, in cm.
_WIDTH, _PAGE, _TITLES = 25.0, 15.2, 2.7


def draw(table: Table, heading: Heading = UNNAMED, details: Sequence[Mapping[str, str]] = ()) -> bytes:
    """The table across A4, then a metadata form for each indicator; the same bytes for the same values."""
    names = columns_of(table)
    data = {
        "heading": [legal(line) for line in heading.lines],
        "required": REQUIRED,
        "columns": [
            {"label": LABELS[name], "width": WIDTHS[name], "short": name in SHORT, "name": name}
            for name in names
        ],
        "size": _size(names),
        "groups": _groups(table, names),
        "cards": [
            {
                "number": card.number,
                "title": card.title,
                "lines": [{**asdict(entry), "text": text} for entry, text in card.lines],
            }
            for card in cards(table, details)
        ],
    }
    return pdf(TEMPLATES / "iku.typ", data)


def _size(names: Sequence[str]) -> float:
    """The size of the type, in points, in which so many columns can be read."""
    return 8.5 if len(names) > 7 else 9.5


def _groups(table: Table, names: Sequence[str]) -> list[dict[str, object]]:
    """The merged cells of the sasaran with their rows; each `fits` on a page unless one row is higher."""
    others = [name for name in names if name != "sasaran"]
    every = sum(WIDTHS[name] for name in names)
    widths = [WIDTHS[name] / every * _WIDTH for name in others]
    whole = groups(table.rows)
    heights = {
        row.number: height_of([row.cell(name) for name in others], widths, _size(names)) for row in table.rows
    }
    spans = cut(
        [[heights[row.number] for row in group] for group in whole],
        _PAGE - _TITLES,
        page=_PAGE,
        moved=_PAGE / 2,
    )
    return [
        {
            "sasaran": legal(text),
            "fits": sum(heights[row.number] for row in rows) <= _PAGE,
            "rows": [
                {"number": row.number, **{name: legal(row.cell(name)) for name in names}} for row in rows
            ],
        }
        for group, span in zip(whole, spans, strict=True)
        for text, rows in shared(group[0].sasaran, span, group)
    ]
