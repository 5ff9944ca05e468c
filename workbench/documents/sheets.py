"""XLSX as OPDs type it: cells as displayed, merged cells filled down, formulas by their cached value."""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from . import remarks
from .archive import UNPACKED, UNPACKED_XML, declares, repacked, whole
from .cells import displayed
from .grid import COLUMNS, ROWS, Grid
from .headings import field_of
from .unreadable import Unreadable

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

#: Most cells under merged ranges.
MERGED = 200_000

_MERGE = re.compile(rb'<mergeCell[^>]*\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_PROTECTED = (
    "Berkas ini dilindungi kata sandi atau berformat Excel lama (.xls). Simpan sebagai .xlsx tanpa kata "
    "sandi, lalu kirim lagi."
)
_TOO_MUCH = "Isi berkas ini setelah dibuka terlalu besar. Salin hanya tabelnya ke berkas baru."

_ENCRYPTED = bytes.fromhex("d0cf11e0a1b11ae1")  # the container of a password-protected (or pre-2007) workbook


def read(
    data: bytes,
    show: Callable[[Any, str], str] = displayed,
    known: Callable[[str], str | None] = field_of,
    *,
    hidden: bool = False,
) -> Grid:
    """The cells of the sheet whose headings are `known` best, by default as an indicator table.

    `show` turns a cell's value and number format into text. Raises Unreadable.
    """
    filled = every(data, show, hidden=hidden)
    title, grid = max(filled, key=lambda item: _headings(item[1], known))
    if len(filled) > 1:
        return Grid(
            grid.cells, (*grid.notes, f"Yang dibaca lembar “{title}” dari {len(filled)} lembar berisi.")
        )
    return grid


def every(
    data: bytes, show: Callable[[Any, str], str] = displayed, *, hidden: bool = False
) -> list[tuple[str, Grid]]:
    """Every sheet that is shown and holds something, with its title and remarks. Raises Unreadable.

    Rows and columns that are hidden are read only where `hidden` asks for them.
    """
    sheets = _opened(_examined(data), show, hidden)
    filled = [(title, grid) for title, grid in sheets if any(cell for row in grid.cells for cell in row)]
    if not filled and any(remarks.WIDE[0] in grid.notes for _, grid in sheets):
        raise Unreadable(
            "Isi lembar ini berada sesudah kolom BH (kolom ke-60), jadi tidak terbaca. Pindahkan tabelnya ke "
            "kolom A, lalu kirim lagi."
        )
    if not filled:
        raise Unreadable(
            "Berkas ini tidak berisi apa-apa di lembar yang tampak. Isi tabelnya lebih dulu, atau tampilkan "
            "lembar yang tersembunyi, lalu kirim lagi."
        )
    return filled


def _opened(data: bytes, show: Callable[[Any, str], str], hidden_too: bool) -> list[tuple[str, Grid]]:
    """Every sheet with its title."""
    import openpyxl  # loaded when a workbook comes: it takes longer than the rest of the reviewer

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl leaves out, such as charts, is no concern here
            book = openpyxl.load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
            typed = openpyxl.load_workbook(io.BytesIO(data), keep_links=False) if _calculates(data) else None
            shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            hidden = remarks.hidden([sheet.title for sheet in book.worksheets if sheet not in shown])
            found = []
            for sheet in shown:
                grid = _grid(sheet, show, hidden_too)
                of_formulas = remarks.formulas(typed[sheet.title], sheet) if typed else ()
                notes = (*hidden, *grid.notes, *of_formulas, *remarks.lost_digits(grid.cells, sheet.title))
                found.append((sheet.title, Grid(grid.cells, notes)))
            return found
    except Exception as error:  # a broken part raises whatever the parser of that part happens to raise
        raise Unreadable(
            "Berkas XLSX ini rusak sehingga tidak dapat dibuka. Buka di Excel, simpan ulang, lalu kirim lagi."
        ) from error


def _calculates(data: bytes) -> bool:
    """Whether any sheet holds a formula, told without opening the workbook."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        names = [name for name in parts.namelist() if name.startswith("xl/worksheets/")]
        return any(_FORMULA.search(parts.read(name)) for name in names)


def _examined(data: bytes) -> bytes:
    """The workbook fit to be opened; refused when encrypted, none, or far bigger than it looks."""
    if data.startswith(_ENCRYPTED):
        raise Unreadable(_PROTECTED)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            _examine_parts(parts)
            return repacked(parts)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, EOFError, OSError) as error:
        raise Unreadable(
            "Berkas ini bernama .xlsx tetapi isinya bukan buku kerja Excel yang utuh. Buka berkas aslinya, "
            "pilih Simpan Sebagai, lalu XLSX."
        ) from error


def _examine_parts(parts: zipfile.ZipFile) -> None:
    inside = parts.infolist()
    if any(part.flag_bits & 1 for part in inside):
        raise Unreadable(_PROTECTED)
    if any(part.filename.casefold().endswith("vbaproject.bin") for part in inside):
        raise Unreadable(remarks.MACROS)
    texts = [part for part in inside if part.filename.endswith((".xml", ".rels"))]
    if (
        sum(part.file_size for part in inside) > UNPACKED
        or sum(part.file_size for part in texts) > UNPACKED_XML
    ):
        raise Unreadable(_TOO_MUCH)
    if not any(part.filename.startswith("xl/workbook") for part in inside):
        raise Unreadable(
            "Berkas ini bukan buku kerja Excel. Simpan tabel sebagai XLSX atau CSV, lalu kirim lagi."
        )
    for part in texts:
        xml = whole(parts, part)
        if declares(xml):
            raise ValueError(part.filename)
        if part.filename.startswith("xl/worksheets/") and _merged_area(xml) > MERGED:
            raise Unreadable(_TOO_MUCH)


def _merged_area(xml: bytes) -> int:
    """Cells under merged ranges, counted before the workbook is opened: opening visits every one of them."""
    return sum(
        (int(bottom) - int(top) + 1) * (_column(right) - _column(left) + 1)
        for left, top, right, bottom in _MERGE.findall(xml)
    )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _grid(sheet: "Worksheet", show: Callable[[Any, str], str], hidden_too: bool) -> Grid:
    rows = min(sheet.max_row or 0, ROWS)
    columns = min(sheet.max_column or 0, COLUMNS)
    cells = (
        [
            [show(cell.value, cell.number_format) for cell in row]
            for row in sheet.iter_rows(min_row=1, max_row=rows, max_col=columns)
        ]
        if rows and columns
        else []
    )
    for merged in sheet.merged_cells.ranges:
        if merged.min_row > len(cells) or merged.min_col > columns:
            continue
        text = cells[merged.min_row - 1][merged.min_col - 1]
        for row in cells[merged.min_row - 1 : merged.max_row]:
            row[merged.min_col - 1 : merged.max_col] = [text] * (
                min(merged.max_col, columns) - merged.min_col + 1
            )
    while cells and not any(cells[-1]):
        cells.pop()
    notes: tuple[str, ...] = remarks.CUT if (sheet.max_row or 0) > ROWS else ()
    notes += remarks.WIDE if (sheet.max_column or 0) > COLUMNS else ()
    if not hidden_too:
        notes += _without_hidden(sheet, cells)
    kept, of_errors = remarks.without_errors(cells, sheet.title)
    return Grid(tuple(kept), (*notes, *of_errors))


def _without_hidden(sheet: "Worksheet", cells: list[list[str]]) -> tuple[str, ...]:
    """Empty what nobody sees, and a remark on it: an old target in a hidden column is not the target."""
    rows = [row - 1 for row, how in sheet.row_dimensions.items() if how.hidden and row <= len(cells)]
    rows = sorted(row for row in rows if any(cells[row]))
    width = len(cells[0]) if cells else 0
    columns = sorted(
        column
        for how in sheet.column_dimensions.values()
        if how.hidden
        for column in range((how.min or 1) - 1, min(how.max or width, width))
        if any(row[column] for row in cells)
    )
    for row in rows:
        cells[row] = [""] * width
    for line in cells:
        for column in columns:
            line[column] = ""
    return remarks.hidden_parts(rows, columns)


def _headings(grid: Grid, known: Callable[[str], str | None]) -> int:
    """How many different fields the best row of the sheet's beginning names."""
    return max(len({known(cell) for cell in row} - {None}) for row in grid.cells[:40])
