"""An indicator-table exercise as a sheet to fill in, on screen or on paper, and to be read by `tables`."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..reviewer.document import Row
from .iku_sheet import LABELS, WIDTHS
from .iku_xlsx import SHORT
from .task import FILLED, INSTRUCTIONS, Block, Column, Ruled, Task, draw, write_instructions
from .workbook import fit_rows, headings, new_book, print_setup, put, saved, titles

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet as Page

_HOW = (
    f"Isilah lembar “{FILLED}”: satu baris untuk satu indikator.",
    "Judul kolom jangan diubah; urutan kolom dan jumlah baris boleh.",
    "Bila satu sasaran mempunyai beberapa indikator, ulangi sasarannya di setiap baris.",
    "Simpan sebagai XLSX, lalu unggah di halaman latihan ini untuk diperiksa.",
)


@dataclass(frozen=True, slots=True)
class Worksheet:
    """What is printed: a task (see `task.Task`) and its table.

    `rows` are given with the exercise, `empty` more are left blank; `columns` are from `document.FIELDS`.
    """

    title: str
    about: tuple[Block, ...] = ()
    instructions: tuple[Block, ...] = ()
    columns: tuple[str, ...] = ("sasaran", "indikator", "satuan", "target")
    rows: tuple[Row, ...] = ()
    empty: int = 6

    @property
    def ordered(self) -> tuple[str, ...]:
        """The columns in the order of a form."""
        return tuple(name for name in LABELS if name in self.columns)

    @property
    def task(self) -> Task:
        """What is asked."""
        return Task(self.title, self.about, self.instructions)


def write_xlsx(sheet: Worksheet) -> bytes:
    """A workbook with the table to fill in and a sheet of instructions; read back it holds the given rows."""
    book = new_book(sheet.title, (FILLED, INSTRUCTIONS))
    _table(book[FILLED], sheet)
    write_instructions(book[INSTRUCTIONS], sheet.task, _HOW)
    return saved(book)


def draw_pdf(sheet: Worksheet) -> bytes:
    """The same on paper, with room to write by hand."""
    columns = tuple(Column(LABELS[name], WIDTHS[name], name in SHORT) for name in sheet.ordered)
    rows = tuple(tuple(row.cell(name) for name in sheet.ordered) for row in sheet.rows)
    return draw(sheet.task, [Ruled(columns, rows, sheet.empty)])


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
    print_setup(page, sheet.task.foot, landscape=True)
