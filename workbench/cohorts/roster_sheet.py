"""The list of participants as a workbook: the example to fill in, and the list to bring back."""

import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from workbench.documents.cells import neutral
from workbench.people.models import Membership

HEADINGS = ("Nama", "NIP", "OPD", "Jabatan", "Email")
WIDTHS = (38, 24, 42, 38, 32)
#: The NIP column is text as far down as a list may go, so that Excel keeps all 18 digits.
PREPARED = 1000
EXAMPLES = (
    (
        "Nama Lengkap, S.E.",
        "199001012015031001",
        "Dinas Contoh",
        "Perencana Ahli Muda",
        "nama@arunika.example",
    ),
    ("Hapus baris contoh ini", "", "Dinas Contoh", "", ""),
)


def example() -> bytes:
    """An empty list with its headings, a text column for the NIP, and two example rows."""
    return _workbook(EXAMPLES, prepared=PREPARED)


def export(members: Iterable[Membership]) -> bytes:
    """The list of a class; importing it again changes nothing."""
    return _workbook(
        [
            (
                member.user.name,
                member.user.nip or "",
                member.unit,
                member.position,
                member.user.email or "",
            )
            for member in members
        ]
    )


def _workbook(rows: Sequence[Sequence[str]], prepared: int = 0) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Peserta"
    sheet.append(HEADINGS)
    for row in rows:
        sheet.append([neutral(cell) for cell in row])
    for line in range(2, max(len(rows), prepared) + 2):
        sheet.cell(line, 2).number_format = "@"
    for column, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
        head = sheet.cell(1, column)
        head.font = Font(bold=True, color="FFFFFF")
        head.fill = PatternFill("solid", fgColor="0F5257")
        head.alignment = Alignment(vertical="center")
    sheet.freeze_panes = "A2"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()
