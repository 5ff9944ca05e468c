"""A perjanjian kinerja as a workbook to fill in: statement, both tables of the annex, instructions."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..reviewer.document import Agreement, Position, Row
from .agreement_form import BUDGETED, OBJECTIVES
from .agreement_statement import GROUPS, PLANS, text_of
from .iku_sheet import LABELS, WIDTHS
from .iku_xlsx import SHORT
from .task import INSTRUCTIONS, Blanks, Column, Ruled, Task, draw, write_instructions
from .workbook import RULES, SHADE, fit_rows, headings, new_book, print_setup, put, put_amount, saved, titles

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet as Page

#: The sheets that are filled in.
STATEMENT, OBJECTIVES_SHEET, BUDGET_SHEET = "Pernyataan", "Tabel 1 Kinerja", "Tabel 2 Anggaran"
TOTAL = "Jumlah"

#: Rows of a printed table that has no row yet, and most empty rows on paper.
_ON_PAPER = 6

_HINTS = {
    "rpjmd": "satu sasaran satu baris (Alt+Enter)",
    "renstra": "satu sasaran satu baris (Alt+Enter)",
    "year": "misalnya 2026",
    "first.nip": "18 angka, ditulis sebagai teks",
    "second.nip": "18 angka, ditulis sebagai teks; kosong untuk pejabat yang dipilih",
    "date": "misalnya 12 Januari 2026",
    "budget_date": "tidak ikut dicetak",
}
_LOCKED = "terkunci"

_HOW = (
    f"Isilah tiga lembar: “{STATEMENT}”, “{OBJECTIVES_SHEET}”, dan “{BUDGET_SHEET}”.",
    "Label dan judul kolom jangan diubah; jumlah baris tabel boleh.",
    "Bila satu sasaran mempunyai beberapa indikator, ulangi sasarannya di setiap baris.",
    "NIP ditulis sebagai teks: sel NIP sudah berformat teks, jangan diubah menjadi angka, karena angka "
    "sepanjang itu kehilangan tiga angka terakhirnya.",
    "Anggaran ditulis sebagai angka tanpa Rp; titik ribuan tampil sendiri.",
    "Sel berlatar kelabu terkunci: isinya tetap seperti yang diberikan, apa pun yang ditulis di sana.",
    "Simpan sebagai XLSX, lalu unggah di halaman latihan ini. Yang dikosongkan di sini tidak menghapus "
    "isian di draf.",
)


@dataclass(frozen=True, slots=True)
class AgreementSheet:
    """A task with what is known of its agreement. `locked` names the parts that stand as given.

    `rows` and `lines` are how many rows the two tables have room for; `columns` are those of the first;
    `plans` says whether the objectives above belong to it.
    """

    task: Task
    agreement: Agreement
    locked: frozenset[str] = frozenset()
    rows: int = 6
    lines: int = 6
    columns: tuple[str, ...] = ("sasaran", "indikator", "satuan", "target")
    plans: bool = False

    @property
    def ordered(self) -> tuple[str, ...]:
        """The columns of the first table in the order of a form."""
        return tuple(name for name in LABELS if name in self.columns)

    @property
    def labels(self) -> tuple[str, ...]:
        """What this position's form calls them."""
        own = {"sasaran": OBJECTIVES[self.agreement.position], "indikator": "Indikator Kinerja"}
        return tuple(own.get(name, LABELS[name]) for name in self.ordered)

    @property
    def groups(self) -> dict[str, dict[str, str]]:
        """The labels of the statement by group; a kepala daerah has no NIP and signs alone."""
        alone = self.agreement.position is Position.REGIONAL_HEAD
        left_out = {"first.nip"} if alone else set()
        if not self.plans:
            left_out |= set(PLANS)
        if alone:
            left_out |= GROUPS["Pihak kedua"].keys()
        groups = {
            name: {part: label for part, label in group.items() if part not in left_out}
            for name, group in GROUPS.items()
        }
        return {name: group for name, group in groups.items() if group}

    def stands(self, part: str) -> bool:
        """Whether a part of the statement stands as given: the position always does."""
        return part == "position" or part.partition(".")[0] in self.locked


def write_xlsx(sheet: AgreementSheet) -> bytes:
    """The workbook; read back it holds everything that the agreement says."""
    book = new_book(sheet.task.title, (STATEMENT, OBJECTIVES_SHEET, BUDGET_SHEET, INSTRUCTIONS))
    _statement(book[STATEMENT], sheet)
    _objectives(book[OBJECTIVES_SHEET], sheet)
    _budget(book[BUDGET_SHEET], sheet)
    write_instructions(book[INSTRUCTIONS], sheet.task, _HOW)
    return saved(book)


def draw_pdf(sheet: AgreementSheet) -> bytes:
    """The same on paper, with room to write by hand."""
    agreement = sheet.agreement
    forms = [
        Blanks(name, tuple((label, text_of(agreement, part)) for part, label in group.items()))
        for name, group in sheet.groups.items()
    ]
    columns = tuple(
        Column(label, WIDTHS[name], name in SHORT)
        for name, label in zip(sheet.ordered, sheet.labels, strict=True)
    )
    rows = tuple(tuple(row.cell(name) for name in sheet.ordered) for row in agreement.rows)
    first = Ruled(columns, rows, _room(rows, sheet.rows), title="Lampiran, tabel 1: sasaran dan indikator")
    lines = tuple((line.name, line.budget, line.note) for line in agreement.programmes)
    spent = BUDGETED[agreement.position]
    second = Ruled(
        (Column(spent, 60), Column("Anggaran (Rp)", 26, short=True), Column("Keterangan", 30)),
        lines,
        0 if "programmes" in sheet.locked else _room(lines, sheet.lines),
        title=f"Lampiran, tabel 2: {spent.lower()} dan anggaran",
        foot=(TOTAL, agreement.total, ""),
    )
    return draw(sheet.task, [*forms, first, second], across=False)


def _room(given: Sequence[object], most: int) -> int:
    """How many empty rows are printed under those that are given."""
    return max(0, min(most - len(given), _ON_PAPER))


def _statement(page: "Page", sheet: AgreementSheet) -> None:
    widths = (28.0, 58.0, 34.0)
    at = titles(page, (sheet.task.title,), len(widths))
    for letter, width in zip("ABC", widths, strict=True):
        page.column_dimensions[letter].width = width
    for name, group in sheet.groups.items():
        put(page, at, 1, name, bold=True, size=12)
        for part, label in group.items():
            at += 1
            text, locked = text_of(sheet.agreement, part), sheet.stands(part)
            hint = _LOCKED if locked else _HINTS.get(part, "")
            put(page, at, 1, label, ruled=True)
            put(page, at, 2, text, ruled=True, shaded=locked)
            put(page, at, 3, hint, size=9, colour="FF545E66")
            fit_rows(page, {at: (label, text, "")}, widths, room=1.3)
        at += 2
    print_setup(page, sheet.task.foot, landscape=False)


def _objectives(page: "Page", sheet: AgreementSheet) -> None:
    widths = (5.0, *(WIDTHS[name] for name in sheet.ordered))
    top = titles(page, (sheet.task.title, "Lampiran, tabel 1: sasaran dan indikator"), len(widths))
    headings(page, top, ("No", *sheet.labels), widths)
    given = sheet.agreement.rows
    blank = [Row(0)] * max(0, sheet.rows - len(given))
    for number, row in enumerate((*given, *blank), start=1):
        texts = [row.cell(name) for name in sheet.ordered]
        put(page, top + number, 1, str(number), align="center", ruled=True)
        for column, (name, text) in enumerate(zip(sheet.ordered, texts, strict=True), start=2):
            put(page, top + number, column, text, align="center" if name in SHORT else "left", ruled=True)
        fit_rows(page, {top + number: ("" if row.number else "\n\n", *texts)}, widths)
    print_setup(page, sheet.task.foot, landscape=True)


def _budget(page: "Page", sheet: AgreementSheet) -> None:
    widths = (5.0, 62.0, 24.0, 30.0)
    spent = BUDGETED[sheet.agreement.position]
    top = titles(page, (sheet.task.title, f"Lampiran, tabel 2: {spent.lower()} dan anggaran"), len(widths))
    headings(page, top, ("No", spent, "Anggaran (Rp)", "Keterangan"), widths)
    given = sheet.agreement.programmes
    locked = "programmes" in sheet.locked
    room = len(given) if locked else max(len(given), sheet.lines)
    for number in range(1, room + 1):
        line = given[number - 1] if number <= len(given) else None
        at = top + number
        put(page, at, 1, str(number), align="center", ruled=True)
        put(page, at, 2, line.name if line else "", ruled=True, shaded=locked)
        put_amount(page, at, 3, line.budget if line else "")
        put(page, at, 4, line.note if line else "", ruled=True, shaded=locked)
        page.cell(at, 3).border = RULES
        if locked:
            page.cell(at, 3).fill = SHADE
        fit_rows(page, {at: ("", line.name if line else "\n", "", line.note if line else "")}, widths)
    at = top + room + 1
    for column, text in ((1, ""), (2, TOTAL), (4, "")):
        put(page, at, column, text, bold=True, ruled=True)
    put_amount(page, at, 3, sheet.agreement.total, bold=True)
    page.cell(at, 3).border = RULES
    if "total" in sheet.locked:
        page.cell(at, 3).fill = SHADE
    print_setup(page, sheet.task.foot, landscape=True)
