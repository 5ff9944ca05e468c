"""A pohon kinerja as a sheet with one row for each box: to fill in, to take home, to be read back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.worksheet.datavalidation import DataValidation

from ..reviewer.document import Box, Cascade, Position
from .cascade_words import LABELS, ORDER, POSITIONS, WIDTHS
from .task import FILLED, INSTRUCTIONS, Column, Ruled, Task, draw, write_instructions
from .workbook import fit_rows, headings, new_book, print_setup, put, saved, titles

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet as Page

_SHORT = ("key", "parent", "satuan", "target")

_HOW = (
    f"Isilah lembar “{FILLED}”: satu baris untuk satu kotak.",
    "“Kotak” adalah nomor kotak, misalnya K2. Nomor yang belum terpakai sudah tertulis; baris yang hanya "
    "berisi nomor tidak dibaca.",
    "“Kotak induk” adalah nomor kotak tepat di atasnya. Kotak paling atas tidak punya induk.",
    "“Jabatan” dipilih dari daftar: klik selnya, lalu panah kecil di kanannya.",
    "Baris berlatar kelabu terkunci: isinya tetap seperti yang diberikan, apa pun yang ditulis di sana.",
    "Judul kolom jangan diubah atau digabung. Tulis isinya langsung, bukan rumus.",
    "Simpan sebagai XLSX, lalu unggah di halaman latihan ini.",
)


@dataclass(frozen=True, slots=True)
class CascadeSheet:
    """A task with its boxes; `locked` names those that stand as given, `levels` are those to choose from.

    `most` is how many boxes there is room for.
    """

    task: Task
    boxes: tuple[Box, ...] = ()
    locked: frozenset[str] = frozenset()
    levels: tuple[Position, ...] = ORDER[1:]
    most: int = 20


def write_xlsx(sheet: CascadeSheet) -> bytes:
    """A workbook with the boxes, room for more, and a sheet of instructions."""
    book = new_book(sheet.task.title, (FILLED, INSTRUCTIONS))
    _table(book[FILLED], sheet)
    write_instructions(book[INSTRUCTIONS], sheet.task, _HOW)
    return saved(book)


def write(cascade: Cascade, title: str = "Pohon Kinerja") -> bytes:
    """A tree to take home, on one sheet."""
    sheet = CascadeSheet(Task(title), cascade.boxes, levels=ORDER, most=len(cascade.boxes))
    book = new_book(title, ("Pohon kinerja",))
    _table(book["Pohon kinerja"], sheet)
    return saved(book)


def draw_pdf(sheet: CascadeSheet) -> bytes:
    """The same on paper, with room to write by hand."""
    columns = tuple(Column(LABELS[name], WIDTHS[name], name in _SHORT) for name in LABELS)
    rows = tuple(tuple(_cells(box)) for box in sheet.boxes)
    empty = max(0, min(sheet.most, len(rows) + 10) - len(rows))
    return draw(sheet.task, [Ruled(columns, rows, empty, numbered=False)])


def _table(page: "Page", sheet: CascadeSheet) -> None:
    widths = tuple(WIDTHS[name] for name in LABELS)
    top = titles(page, (sheet.task.title,), len(widths))
    headings(page, top, tuple(LABELS.values()), widths)
    at = top
    for at, box in enumerate((*sheet.boxes, *_empty(sheet)), start=top + 1):
        blank = not box.condition
        texts = list(_cells(box)) if at - top <= len(sheet.boxes) else [box.key] + [""] * (len(LABELS) - 1)
        for column, (name, text) in enumerate(zip(LABELS, texts, strict=True), start=1):
            middle, locked = name in _SHORT, box.key in sheet.locked
            put(page, at, column, text, align="center" if middle else "left", ruled=True, shaded=locked)
        fit_rows(page, {at: (*texts[:-1], "\n\n" if blank else texts[-1])}, widths)
    if at > top:
        _choices(page, top + 1, at, sheet)
    print_setup(page, sheet.task.foot, landscape=True)


def _cells(box: Box) -> Iterator[str]:
    for name in LABELS:
        yield POSITIONS[box.position] if name == "position" else str(getattr(box, name))


def _empty(sheet: CascadeSheet) -> Iterator[Box]:
    """Rows to fill in, each with a key that is still free."""
    known = {box.key for box in sheet.boxes}
    missing = sheet.most - len(sheet.boxes)
    names = (name for number in range(1, sheet.most * 2 + 1) if (name := f"K{number}") not in known)
    for _place, name in zip(range(missing), names, strict=False):
        yield Box(name)


def _choices(page: "Page", first: int, last: int, sheet: CascadeSheet) -> None:
    """Lists to choose from: positions, and the keys of this table as parents."""
    words = ",".join(POSITIONS[level] for level in sheet.levels)
    office = DataValidation("list", formula1=f'"{words}"', allow_blank=True, showErrorMessage=True)
    office.errorTitle, office.error = "Jabatan", "Pilih jabatan dari daftar."
    office.add(f"C{first}:C{last}")
    parent = DataValidation(
        "list",
        formula1=f"$A${first}:$A${last}",
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="warning",
    )
    parent.errorTitle, parent.error = "Kotak induk", "Kotak induk harus salah satu nomor di kolom Kotak."
    parent.add(f"B{first}:B{last}")
    for choice in (office, parent):
        page.add_data_validation(choice)
