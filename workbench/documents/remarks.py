"""What a person should know about cells as they were found: lost digits, formulas, hidden sheets, macros."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .headings import field_of

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MACROS = (
    "Berkas ini memuat makro. Makro tidak pernah dijalankan di sini, tetapi berkasnya tidak diterima. Pilih "
    "Simpan Sebagai, lalu XLSX atau DOCX tanpa makro, dan kirim lagi."
)

#: Said where a table has more rows than are read.
CUT = ("Hanya 5.000 baris pertama yang dibaca.",)

#: Most cells that one remark names.
NAMED = 3

# A number keeps fifteen digits, so a NIP of eighteen ends in 000 or shows as 1,98E+17; a real one never does.
_LOST = re.compile(r"\d{15}000|\d[.,]\d+E\+1[5-9]", re.IGNORECASE)

_GRADE = re.compile(
    r"(?:(?:predikat|opini|level|kategori)\s+)?(?:a{1,2}|b{1,2}|c{1,2}|d|e|wtp|wdp|tmp|tw|sangat baik|baik|"
    r"cukup|memuaskan|ada|tepat waktu|pratama|madya|nindya|utama|paripurna|informatif|n/?a|-)(?:\W.*)?",
    re.IGNORECASE,
)


def cell_name(row: int, column: int) -> str:
    """The name of a cell in a spreadsheet from places counted from zero: (0, 2) is "C1"."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def is_lost_number(text: str) -> bool:
    """Whether a text is a long number whose last digits a spreadsheet has thrown away."""
    return _LOST.fullmatch(text.replace(" ", "")) is not None


def lost_digits(cells: Sequence[Sequence[str]], sheet: str = "") -> tuple[str, ...]:
    """A remark on long numbers, such as a NIP, whose last digits are gone."""
    places = [
        cell_name(row, column)
        for row, texts in enumerate(cells)
        for column, text in enumerate(texts)
        if len(text) > 7 and is_lost_number(text)
    ]
    if not places:
        return ()
    where = f" di lembar “{sheet}”" if sheet else ""
    return (
        f"Sel {named(places)}{where} berisi nomor panjang (misalnya NIP) yang disimpan sebagai angka, "
        "sehingga tiga angka terakhirnya hilang. Ubah format selnya menjadi Teks, lalu ketik ulang nomornya.",
    )


def formulas(typed: "Worksheet", shown: "Worksheet") -> tuple[str, ...]:
    """Remarks on formulas, which are read by the value that was saved with them and never run."""
    found = [cell for row in typed.iter_rows() for cell in row if cell.data_type == "f"]
    if not found:
        return ()
    empty = [cell.coordinate for cell in found if shown[cell.coordinate].value is None]
    told = [
        f"Sel {named([cell.coordinate for cell in found])} di lembar “{shown.title}” berisi rumus. Yang "
        "dibaca nilai yang tersimpan; rumusnya tidak dijalankan."
    ]
    if empty:
        told.append(
            f"Sel {named(empty)} berisi rumus tanpa nilai tersimpan, jadi dibaca kosong. Buka berkasnya di "
            "Excel, simpan, lalu kirim lagi; atau ketik nilainya."
        )
    return tuple(told)


def wordy_targets(rows: Sequence[Sequence[str]], column: int, top: int, cells_named: bool) -> tuple[str, ...]:
    """A remark on targets that are words: the column may be another one, or the target is not one yet.

    `top` is the number of the first of the rows in its grid, from 0.
    """
    places = [
        cell_name(number, column) if cells_named else f"baris {number + 1}"
        for number, row in enumerate(rows, start=top)
        if column < len(row) and _is_wordy(row[column].strip())
        if len({cell for cell in row if cell.strip()}) > 2  # less is a signature or a title inside the table
    ]
    if not places:
        return ()
    return (
        f"Kolom target berisi kata tanpa angka di {named(places)}. Periksa apakah kolomnya sudah benar; bila "
        "benar, tulis targetnya dengan angka atau predikat.",
    )


def _is_wordy(text: str) -> bool:
    return bool(text) and not re.search(r"\d", text) and not _GRADE.fullmatch(text) and field_of(text) is None


def hidden(titles: Sequence[str]) -> tuple[str, ...]:
    """A remark on sheets that are hidden and therefore not read."""
    if not titles:
        return ()
    quoted = ", ".join(f"“{title}”" for title in titles)
    return (f"Lembar tersembunyi tidak dibaca: {quoted}. Tampilkan dahulu bila tabelnya ada di sana.",)


def named(places: Sequence[str]) -> str:
    """The first places, and how many more there are: "C2, C3, C4 dan 5 sel lain"."""
    rest = len(places) - NAMED
    return ", ".join(places[:NAMED]) + (f" dan {rest} sel lain" if rest > 0 else "")
