"""An IKU table with its metadata sheets as XLSX, which `tables` reads back without loss."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break

from ..reviewer.document import Row, Table
from .grid import CONTINUED
from .iku_sheet import LABELS, REQUIRED, UNNAMED, WIDTHS, Card, Heading, cards, columns_of, groups, shared
from .paging import cut
from .workbook import fit_rows, headings, height_of, new_book, print_setup, put, saved, titles

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

#: Width and height inside the margins of A4, in points.
LANDSCAPE, PORTRAIT = (741.0, 483.0), (494.0, 730.0)

#: Columns whose texts are short and stand in the middle.
SHORT = ("satuan", "baseline", "target", "polaritas")


def write(table: Table, heading: Heading = UNNAMED, details: Sequence[Mapping[str, str]] = ()) -> bytes:
    """The table on one sheet, a metadata form for each indicator on another. Every cell is text, as typed.

    `details[i]` fills the metadata of row i beyond its cells, by the keys of `iku_sheet.METADATA`.
    """
    forms = cards(table, details)
    book = new_book(" ".join(heading.lines), ("IKU", "Metadata") if forms else ("IKU",))
    _table(book["IKU"], table, heading)
    if forms:
        _metadata(book["Metadata"], forms, heading)
    return saved(book)


def _table(sheet: "Worksheet", table: Table, heading: Heading) -> None:
    names = columns_of(table)
    widths = (5, *(WIDTHS[name] for name in names))
    top = titles(sheet, heading.lines, len(widths))
    headings(sheet, top, ("No", *(LABELS[name] for name in names)), widths)
    for at, row in enumerate(table.rows, start=top + 1):
        _row(sheet, at, row, names)
    fit_rows(
        sheet,
        {
            at: ["", *("" if name == "sasaran" else row.cell(name) for name in names)]
            for at, row in enumerate(table.rows, start=top + 1)
        },
        widths,
    )
    _objectives(sheet, top, table, names)
    print_setup(sheet, " – ".join(heading.lines), landscape=True)


def _row(sheet: "Worksheet", at: int, row: Row, names: Sequence[str]) -> None:
    put(sheet, at, 1, str(row.number), align="center", ruled=True)
    for column, name in enumerate(names, start=2):
        put(sheet, at, column, row.cell(name), align="center" if name in SHORT else "left", ruled=True)


def _objectives(sheet: "Worksheet", top: int, table: Table, names: Sequence[str]) -> None:
    """The merged cells of the sasaran, each on one printed page and begun anew on the next."""
    whole = groups(table.rows)
    column = names.index("sasaran") + 2
    room = _page(sheet, len(names) + 1, LANDSCAPE)
    first = room - _height(sheet, 1, top)
    page = room - _height(sheet, top, top)
    at = top + 1
    heights = []
    for group in whole:
        _give_room(sheet, at, group)
        heights.append([_height(sheet, at + index, at + index) for index in range(len(group))])
        at += len(group)
    at, left = top + 1, first
    spans = cut(heights, first, page=page, moved=page / 2)
    for group, span in zip(whole, spans, strict=True):
        for text, rows in shared(group[0].sasaran, span, group):
            height = _height(sheet, at, at + len(rows) - 1)
            if height > left and at > top + 1:
                sheet.row_breaks.append(Break(id=at - 1))
                left = page
            left -= height
            put(sheet, at, column, text, ruled=True)
            if len(rows) > 1:
                sheet.merge_cells(
                    start_row=at, end_row=at + len(rows) - 1, start_column=column, end_column=column
                )
            at += len(rows)


def _give_room(sheet: "Worksheet", at: int, group: Sequence[Row]) -> None:
    """Make the last row of a group so high that the words of its shared cell can be read."""
    text = f"{group[0].sasaran} {CONTINUED}" if len(group) > 1 else group[0].sasaran
    missing = height_of(text, WIDTHS["sasaran"]) - _height(sheet, at, at + len(group) - 1)
    if missing > 0:
        last = sheet.row_dimensions[at + len(group) - 1]
        last.height = min(409.0, (last.height or 0) + missing)


def _height(sheet: "Worksheet", first: int, last: int) -> float:
    """The height of these rows in points; 18 for a title, whose height programs choose."""
    return sum(sheet.row_dimensions[row].height or 18.0 for row in range(first, last + 1))


def _page(sheet: "Worksheet", columns: int, paper: tuple[float, float]) -> float:
    """The room on a page, in points of the sheet before it is made to fit the width, with a reserve."""
    across, down = paper
    wide = sum(
        (7 * (sheet.column_dimensions[get_column_letter(n)].width or 8) + 5) * 0.75
        for n in range(1, columns + 1)
    )
    return 0.95 * down * max(1.0, wide / across)


def _metadata(sheet: "Worksheet", forms: Sequence[Card], heading: Heading) -> None:
    lines = ("Metadata " + heading.title, *heading.lines[1:])
    top = at = titles(sheet, lines, 3)
    for letter, width in (("A", 26.0), ("B", 46.0), ("C", 32.0)):
        sheet.column_dimensions[letter].width = width
    put(sheet, at - 1, 1, REQUIRED, size=9)
    sheet.merge_cells(start_row=at - 1, end_row=at - 1, start_column=1, end_column=3)
    left = page = _page(sheet, 3, PORTRAIT)
    for card in forms:
        begin = at
        put(sheet, at, 1, f"{card.number}. {card.title}", bold=True, ruled=True, shaded=True)
        sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=3)
        fit_rows(sheet, {at: (f"{card.number}. {card.title}",)}, (100,), room=1.4)
        for entry, text in card.lines:
            at += 1
            label = f"{entry.label} *" if entry.required else entry.label
            put(sheet, at, 1, label, ruled=True)
            put(sheet, at, 2, text, ruled=True)
            put(sheet, at, 3, entry.hint, size=9, ruled=True, colour="FF545E66")
            fit_rows(sheet, {at: (label, text, entry.hint)}, (26, 46, 40))
        height = _height(sheet, begin, at)
        if height > left and begin > top:
            sheet.row_breaks.append(Break(id=begin - 1))
            left = page
        left -= height + 18.0
        at += 2
    print_setup(sheet, " – ".join(lines), landscape=False)
