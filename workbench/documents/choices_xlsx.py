"""Measures to be placed on a level of result, as a sheet to fill in, and read back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.worksheet.datavalidation import DataValidation

from .cascade_reading import begun, called
from .headings import folded
from .parts import Part
from .task import FILLED, INSTRUCTIONS, Column, Ruled, Task, draw, write_instructions
from .unreadable import Unreadable
from .workbook import fit_rows, headings, new_book, print_setup, put, saved, titles

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet as Page

#: What each level of result is called in a cell.
LEVELS: Mapping[str, str] = {
    "input": "Masukan",
    "activity": "Kegiatan",
    "output": "Keluaran",
    "outcome": "Hasil",
    "impact": "Dampak",
}

ITEM, CHOICE = "Ukuran", "Tingkat"

_WIDTHS = (5.0, 84.0, 18.0)
_HOW = (
    f"Isilah kolom “{CHOICE}” di lembar “{FILLED}”: satu pilihan untuk setiap ukuran, dari daftar di selnya.",
    f"Kolom “{ITEM}” dan judul kolom jangan diubah; urutan barisnya boleh.",
    "Simpan sebagai XLSX, lalu unggah di halaman latihan ini.",
)


@dataclass(frozen=True, slots=True)
class ChoiceSheet:
    """A task with its measures, the levels to choose from, and what is chosen ("" for nothing yet)."""

    task: Task
    items: tuple[str, ...]
    levels: tuple[str, ...]
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a filled sheet says of each measure, in their order, and remarks on the file."""

    choices: tuple[str, ...]
    notes: tuple[str, ...] = ()


def write_xlsx(sheet: ChoiceSheet) -> bytes:
    """The workbook, with a list of the levels in every cell that is filled in."""
    book = new_book(sheet.task.title, (FILLED, INSTRUCTIONS))
    _table(book[FILLED], sheet)
    write_instructions(book[INSTRUCTIONS], sheet.task, _HOW)
    return saved(book)


def draw_pdf(sheet: ChoiceSheet) -> bytes:
    """The same on paper: a column to tick for each level."""
    levels = tuple(Column(LEVELS[level], 16, short=True) for level in sheet.levels)
    rows = tuple((item, *("" for _ in levels)) for item in sheet.items)
    table = Ruled((Column(ITEM, 100), *levels), rows, title="Beri tanda ✓ pada satu kolom di setiap baris")
    return draw(sheet.task, [table])


def read(parts: Sequence[Part], items: Sequence[str], levels: Sequence[str]) -> Chosen:
    """What is chosen for each of these measures, by their text wherever their rows stand.

    :raises Unreadable: naming the cell, for a level or a measure that is not among them.
    """
    part, number = _header(parts)
    grid = part.grids[0]
    header = [folded(cell) for cell in grid.cells[number]]
    item_at, choice_at = header.index(folded(ITEM)), header.index(folded(CHOICE))
    places = {folded(item): place for place, item in enumerate(items)}
    choices = [""] * len(items)
    for row, cells in enumerate(grid.cells[number + 1 :], start=number + 1):
        item, choice = cells[item_at], cells[choice_at].strip()
        place = places.get(folded(item))
        if not choice:
            continue
        if place is None:
            raise Unreadable(
                f"{begun(called(part, row, item_at))} bukan ukuran dari latihan ini. Unduh lembar kerjanya "
                f"lagi, lalu isi hanya kolom “{CHOICE}”."
            )
        level = next((level for level in levels if folded(choice) in (level, folded(LEVELS[level]))), None)
        if level is None:
            known = ", ".join(LEVELS[level] for level in levels)
            raise Unreadable(
                f"{begun(called(part, row, choice_at))}: tingkat “{choice}” tidak dikenal. Pilih {known}."
            )
        if choices[place] not in ("", level):
            raise Unreadable(
                f"{begun(called(part, row, choice_at))}: ukuran ini sudah ditempatkan pada tingkat lain di "
                "baris di atasnya. Sisakan satu."
            )
        choices[place] = level
    return Chosen(tuple(choices), grid.notes)


def _header(parts: Sequence[Part]) -> tuple[Part, int]:
    for part in parts:
        for grid in part.grids[:1]:
            for number, row in enumerate(grid.cells):
                if {folded(ITEM), folded(CHOICE)} <= {folded(cell) for cell in row}:
                    return part, number
    raise Unreadable(
        f"Berkas ini bukan lembar kerja latihan ini: tidak ada kolom “{ITEM}” dan “{CHOICE}”. Unduh lembar "
        "kerjanya, isi, lalu unggah lagi."
    )


def _table(page: "Page", sheet: ChoiceSheet) -> None:
    top = titles(page, (sheet.task.title,), len(_WIDTHS))
    headings(page, top, ("No", ITEM, CHOICE), _WIDTHS)
    chosen = (*sheet.chosen, *("" for _ in sheet.items))
    for number, (item, choice) in enumerate(zip(sheet.items, chosen, strict=False), start=1):
        put(page, top + number, 1, str(number), align="center", ruled=True)
        put(page, top + number, 2, item, ruled=True)
        put(page, top + number, 3, LEVELS.get(choice, ""), align="center", ruled=True)
        fit_rows(page, {top + number: ("", item, "")}, _WIDTHS, room=1.6)
    words = ",".join(LEVELS[level] for level in sheet.levels)
    choice_of = DataValidation("list", formula1=f'"{words}"', allow_blank=True, showErrorMessage=True)
    choice_of.errorTitle, choice_of.error = CHOICE, "Pilih tingkat dari daftar."
    choice_of.add(f"C{top + 1}:C{top + len(sheet.items)}")
    page.add_data_validation(choice_of)
    print_setup(page, sheet.task.foot, landscape=True)
