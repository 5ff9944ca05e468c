"""An IKU table with its metadata sheets as XLSX, which `tables` reads back without loss."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from openpyxl.worksheet.pagebreak import Break

from ..reviewer.document import Row, Table
from .iku_sheet import LABELS, REQUIRED, UNNAMED, WIDTHS, Card, Heading, cards, columns_of, groups
from .workbook import fit_rows, headings, new_book, print_setup, put, saved, titles

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

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
    at = top + 1
    for group in groups(table.rows):
        for index, row in enumerate(group):
            _row(sheet, at + index, row, names)
        _fit(sheet, at, group, names, widths)
        if len(group) > 1:
            column = names.index("sasaran") + 2
            sheet.merge_cells(
                start_row=at, end_row=at + len(group) - 1, start_column=column, end_column=column
            )
        at += len(group)
    print_setup(sheet, " ".join(heading.lines), landscape=True)


def _row(sheet: "Worksheet", at: int, row: Row, names: Sequence[str]) -> None:
    put(sheet, at, 1, str(row.number), align="center", ruled=True)
    for column, name in enumerate(names, start=2):
        put(sheet, at, column, row.cell(name), align="center" if name in SHORT else "left", ruled=True)


def _fit(
    sheet: "Worksheet", at: int, group: Sequence[Row], names: Sequence[str], widths: Sequence[float]
) -> None:
    """Heights of a group: its own cells, and the shared sasaran spread over all of its rows."""
    shared = group[0].sasaran
    part = shared[: -(-len(shared) // len(group))]
    fit_rows(
        sheet,
        {
            at + index: ("", *(part if name == "sasaran" else row.cell(name) for name in names))
            for index, row in enumerate(group)
        },
        widths,
    )


def _metadata(sheet: "Worksheet", forms: Sequence[Card], heading: Heading) -> None:
    lines = ("Metadata " + heading.title, *heading.lines[1:])
    at = titles(sheet, lines, 3)
    for letter, width in (("A", 30.0), ("B", 58.0), ("C", 40.0)):
        sheet.column_dimensions[letter].width = width
    put(sheet, at - 1, 1, REQUIRED, size=9)
    sheet.merge_cells(start_row=at - 1, end_row=at - 1, start_column=1, end_column=3)
    for card in forms:
        put(sheet, at, 1, f"{card.number}. {card.title}", bold=True, ruled=True, shaded=True)
        sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=3)
        fit_rows(sheet, {at: (f"{card.number}. {card.title}",)}, (128,), room=1.4)
        for entry, text in card.lines:
            at += 1
            label = f"{entry.label} *" if entry.required else entry.label
            put(sheet, at, 1, label, ruled=True)
            put(sheet, at, 2, text, ruled=True)
            put(sheet, at, 3, entry.hint, size=9, ruled=True, colour="FF545E66")
            fit_rows(sheet, {at: (label, text, entry.hint)}, (30, 58, 54))
        if card.number % 2 == 0:
            sheet.row_breaks.append(Break(id=at))
        at += 2
    print_setup(sheet, " ".join(lines), landscape=False)
