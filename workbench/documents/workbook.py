"""Papers as spreadsheets: text cells that run nothing, printed well on A4, kept as typed."""

import io
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Literal

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from .cells import displayed, legal, neutral

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_SIDE = Side(style="thin", color="FF8B949A")
RULES = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
SHADE = PatternFill("solid", fgColor="FFE9EDED")
#: LibreOffice sets it in a type of the same widths, so that lines break where those of Excel do.
FONT = "Arial"
#: Formats of rupiah; the language mark asks for Indonesian dots also where the program speaks another.
AMOUNTS = ("[$-421]#,##0", "[$-421]#,##0.00", "0")
_AMOUNT = re.compile(r"\d[\d.]*(?:,\d+)?")
_DIGITS = 15  # that a spreadsheet keeps of a number
_LINE = 13.5  # height of a line of text, in points


def new_book(title: str, sheets: Iterable[str]) -> Workbook:
    """A workbook with these empty sheets."""
    book = Workbook()
    for sheet in book.worksheets:
        book.remove(sheet)
    for name in sheets:
        book.create_sheet(name)
    book.properties.title = title
    book.properties.creator = "Bimtek Workbench"
    book.properties.language = "id-ID"
    return book


def saved(book: Workbook) -> bytes:
    """The bytes of the file."""
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def put(
    sheet: "Worksheet",
    row: int,
    column: int,
    text: str,
    *,
    bold: bool = False,
    size: float = 10,
    align: Literal["left", "center"] = "left",
    ruled: bool = False,
    shaded: bool = False,
    colour: str = "FF1C2126",
) -> None:
    """A text cell: wrapped, never a formula and never taken for a number."""
    cell = sheet.cell(row, column)
    cell.value = neutral(legal(text)) or None
    cell.number_format = "@"
    cell.font = _font(size, bold, colour)
    cell.alignment = _aligned(align, "center" if shaded else "top")
    if ruled:
        cell.border = RULES
    if shaded:
        cell.fill = SHADE


def put_amount(sheet: "Worksheet", row: int, column: int, text: str, *, bold: bool = False) -> None:
    """A cell for rupiah: a number shown with Indonesian thousands dots, where that shows what was typed.

    Any other text stays text, so that read back every cell says what it said.
    """
    put(sheet, row, column, text, bold=bold)
    cell = sheet.cell(row, column)
    cell.alignment = Alignment(horizontal="right", vertical="top")
    if not text:
        cell.number_format = AMOUNTS[0]
        return
    if not _AMOUNT.fullmatch(text) or sum(map(str.isdecimal, text)) > _DIGITS:
        return
    plain = Decimal(text.replace(".", "").replace(",", "."))
    value = int(plain) if plain == plain.to_integral_value() else float(plain)
    shape = next((shape for shape in AMOUNTS if displayed(value, shape) == text), None)
    if shape:
        cell.value, cell.number_format = value, shape


@cache
def _font(size: float, bold: bool, colour: str) -> Font:
    return Font(name=FONT, size=size, bold=bold, color=colour)


@cache
def _aligned(horizontal: Literal["left", "center"], vertical: Literal["top", "center"]) -> Alignment:
    return Alignment(horizontal=horizontal, vertical=vertical, wrap_text=True)


def titles(sheet: "Worksheet", lines: Sequence[str], columns: int) -> int:
    """Title lines over the whole width, and the number of the row below them and a blank one."""
    for number, line in enumerate(lines, start=1):
        put(sheet, number, 1, line, bold=True, size=14 if number == 1 else 12, align="center")
        sheet.cell(number, 1).alignment = Alignment(horizontal="center", vertical="center")
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=columns)
    return len(lines) + 2


def headings(sheet: "Worksheet", row: int, texts: Sequence[str], widths: Sequence[float]) -> None:
    """A heading row that stays in sight and is repeated on every printed page."""
    for column, (text, width) in enumerate(zip(texts, widths, strict=True), start=1):
        put(sheet, row, column, text, bold=True, align="center", ruled=True, shaded=True)
        sheet.column_dimensions[get_column_letter(column)].width = width
    fit_rows(sheet, {row: texts}, widths, room=1.2)
    sheet.freeze_panes = f"A{row + 1}"
    sheet.print_title_rows = f"{row}:{row}"


def fit_rows(
    sheet: "Worksheet", rows: Mapping[int, Sequence[str]], widths: Sequence[float], *, room: float = 1.1
) -> None:
    """Set heights so that wrapped texts can be read whole: programs do not do it for merged cells."""
    for row, texts in rows.items():
        heights = (height_of(text, width) for text, width in zip(texts, widths, strict=True))
        sheet.row_dimensions[row].height = min(409.0, max(heights, default=_LINE) * room)


def height_of(text: str, width: float) -> float:
    """The height in points of a text in a column of so many characters."""
    return max(1, lines_of(text, width * 0.95)) * _LINE


def lines_of(text: str, width: float) -> int:
    """About how many lines a text takes in a column of so many characters."""
    return sum(max(1, math.ceil(len(part) * 1.05 / width)) for part in text.split("\n"))


def print_setup(sheet: "Worksheet", footer: str, *, landscape: bool) -> None:
    """A4, the whole width on one page, page numbers at the foot."""
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left, margins.right, margins.top, margins.bottom = 0.8, 0.6, 0.8, 0.75
    foot = sheet.oddFooter
    assert foot is not None
    for part, text in ((foot.left, legal(footer).replace("&", "&&")), (foot.right, "Halaman &P dari &N")):
        part.text, part.size = text, 8
