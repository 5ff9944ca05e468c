"""An exercise as a sheet to fill in, on screen or on paper, and to be read back by `tables`."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..reviewer.document import Row
from .cells import legal
from .iku_sheet import LABELS, WIDTHS
from .iku_xlsx import SHORT
from .typesetting import TEMPLATES, pdf
from .workbook import fit_rows, headings, new_book, print_setup, put, saved, titles

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet as Page

_HOW = (
    "Isilah lembar “Lembar kerja”: satu baris untuk satu indikator.",
    "Judul kolom jangan diubah; urutan kolom dan jumlah baris boleh.",
    "Bila satu sasaran mempunyai beberapa indikator, ulangi sasarannya di setiap baris.",
    "Simpan sebagai XLSX, lalu unggah di halaman latihan ini untuk diperiksa.",
)

_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_MARKS = re.compile(r"(\*\*|__|`|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w))")


#: A paragraph, or the rows of a small table.
Block = str | tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Worksheet:
    """What is printed: `about` is the case, `instructions` what to do, both as blocks of plain text.

    `rows` are given with the exercise, `empty` more are left blank; `columns` are from `document.FIELDS`.
    """

    title: str
    about: tuple[Block, ...] = ()
    instructions: tuple[Block, ...] = ()
    columns: tuple[str, ...] = ("sasaran", "indikator", "satuan", "target")
    rows: tuple[Row, ...] = ()
    empty: int = 6
    foot: str = "Bimtek Workbench"

    @property
    def ordered(self) -> tuple[str, ...]:
        """The columns in the order of a form."""
        return tuple(name for name in LABELS if name in self.columns)


def blocks(markdown: str) -> tuple[Block, ...]:
    """The paragraphs, list items and tables of a Markdown text as plain text."""
    parts = re.split(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)", legal(markdown).strip())
    return tuple(_block(part) for part in parts if part.strip())


def _block(part: str) -> Block:
    lines = part.strip().splitlines()
    if len(lines) > 1 and all(line.strip().startswith("|") for line in lines):
        cells = [tuple(_plain(cell) for cell in line.strip().strip("|").split("|")) for line in lines]
        return tuple(row for row in cells if not all(re.fullmatch(r":?-*:?", cell) for cell in row))
    return _plain(re.sub(r"^\s*(?:#+|[-*])\s+", "", part))


def _plain(text: str) -> str:
    return " ".join(_MARKS.sub("", _LINK.sub(r"\1", text)).split())


def write_xlsx(sheet: Worksheet) -> bytes:
    """A workbook with the table to fill in and a sheet of instructions; read back it holds the given rows."""
    book = new_book(sheet.title, ("Lembar kerja", "Petunjuk"))
    _table(book["Lembar kerja"], sheet)
    _instructions(book["Petunjuk"], sheet)
    return saved(book)


def draw_pdf(sheet: Worksheet) -> bytes:
    """The same on paper, with room to write by hand."""
    data = {
        "title": legal(sheet.title),
        "about": sheet.about,
        "instructions": sheet.instructions,
        "columns": [
            {"label": LABELS[name], "width": WIDTHS[name], "short": name in SHORT} for name in sheet.ordered
        ],
        "rows": [[legal(row.cell(name)) for name in sheet.ordered] for row in sheet.rows],
        "empty": sheet.empty,
        "foot": sheet.foot,
    }
    return pdf(TEMPLATES / "worksheet.typ", data)


def _table(page: "Page", sheet: Worksheet) -> None:
    names = sheet.ordered
    widths = (5, *(WIDTHS[name] for name in names))
    top = titles(page, (sheet.title,), len(widths))
    headings(page, top, ("No", *(LABELS[name] for name in names)), widths)
    blank = tuple(Row(number=0) for _ in range(sheet.empty))
    for number, row in enumerate((*sheet.rows, *blank), start=1):
        texts = [row.cell(name) for name in names]
        put(page, top + number, 1, str(number), align="center", ruled=True)
        for column, (name, text) in enumerate(zip(names, texts, strict=True), start=2):
            put(page, top + number, column, text, align="center" if name in SHORT else "left", ruled=True)
        fit_rows(page, {top + number: ("\n\n" if row.number == 0 else "", *texts)}, widths)
    print_setup(page, sheet.foot, landscape=True)


def _instructions(page: "Page", sheet: Worksheet) -> None:
    page.column_dimensions["A"].width = 88
    at = 1
    for heading, texts in (
        (sheet.title, sheet.about),
        ("Yang dikerjakan", sheet.instructions),
        ("Cara mengisi", _HOW),
    ):
        if not texts and heading != sheet.title:
            continue
        put(page, at, 1, heading, bold=True, size=14 if at == 1 else 12)
        for text in (line for block in texts for line in _lines(block)):
            at += 1
            put(page, at, 1, text)
            fit_rows(page, {at: (text,)}, (88,), room=1.2)
        at += 2
    print_setup(page, sheet.foot, landscape=False)


def _lines(block: Block) -> tuple[str, ...]:
    """A block as lines for one column: the rows of a table as "first: second · third"."""
    if isinstance(block, str):
        return (block,)
    return tuple(": ".join((row[0], " · ".join(row[1:]))) if len(row) > 1 else "".join(row) for row in block)
