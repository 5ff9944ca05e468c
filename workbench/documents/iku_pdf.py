"""An IKU table with its metadata sheets as PDF."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from ..reviewer.document import Table
from .cells import legal
from .iku_sheet import LABELS, REQUIRED, UNNAMED, WIDTHS, Heading, cards, columns_of, groups
from .iku_xlsx import SHORT
from .typesetting import TEMPLATES, pdf


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
        "groups": [
            [{"number": row.number, **{name: legal(row.cell(name)) for name in names}} for row in group]
            for group in groups(table.rows)
        ],
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
