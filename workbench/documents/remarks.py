"""What a person should know about cells as they were found: lost digits, formulas, hidden sheets, macros."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from .headings import field_of

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MACROS = (
    "Berkas ini memuat makro. Makro tidak pernah dijalankan di sini, tetapi berkasnya tidak diterima. Pilih "
    "Simpan Sebagai, lalu XLSX atau DOCX tanpa makro, dan kirim lagi."
)

#: Said where a table has more columns, or more rows, than are read.
WIDE = ("Hanya 60 kolom pertama (A sampai BH) yang dibaca.",)
CUT = ("Hanya 5.000 baris pertama yang dibaca.",)

#: Most cells that one remark names.
NAMED = 3

# A number keeps fifteen digits, so a NIP of eighteen ends in 000 or shows as 1,98E+17; a real one never does.
_LOST = re.compile(r"\d{15}000|\d[.,]\d+E\+1[5-9]", re.IGNORECASE)

_ERROR = re.compile(r"#(?:REF!|DIV/0!|N/A|NAME\?|VALUE!|NUM!|NULL!|SPILL!|CALC!)|Err:\d{3}")
_DATE = re.compile(r"\d\d/\d\d/\d{4}")
_DATED = re.compile(r"\b(?:tanggal|tgl|waktu|bulan|hari|jadwal|tepat)\b", re.IGNORECASE)

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


def without_errors(
    cells: Sequence[Sequence[str]], sheet: str = ""
) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    """The cells, empty where a formula failed, and a remark on those."""
    places = [
        (row, column)
        for row, texts in enumerate(cells)
        for column, text in enumerate(texts)
        if text[:1] in ("#", "E") and _ERROR.fullmatch(text.strip())
    ]
    kept = [tuple(row) for row in cells]
    if not places:
        return kept, ()
    failed = set(places)
    for row in {row for row, _ in places}:
        kept[row] = tuple("" if (row, column) in failed else text for column, text in enumerate(cells[row]))
    shown = cells[places[0][0]][places[0][1]].strip()
    where = f" di lembar “{sheet}”" if sheet else ""
    return kept, (
        f"Sel {named([cell_name(*place) for place in places])}{where} berisi galat rumus ({shown}), jadi "
        "dibaca kosong. Perbaiki rumusnya atau ketik nilainya, lalu kirim lagi.",
    )


def hidden_parts(rows: Sequence[int], columns: Sequence[int]) -> tuple[str, ...]:
    """A remark on rows and columns, counted from 0, that are hidden although something stands in them."""
    told = []
    if columns:
        told.append("kolom " + ", ".join(cell_name(0, column)[:-1] for column in columns[:NAMED]))
    if rows:
        told.append("baris " + ", ".join(str(row + 1) for row in rows[:NAMED]))
    if not told:
        return ()
    more = " dan lainnya" if max(len(rows), len(columns)) > NAMED else ""
    return (
        f"Yang tersembunyi tidak dibaca: {' dan '.join(told)}{more}. Tampilkan dahulu bila perlu diperiksa.",
    )


def dated_targets(
    rows: Sequence[Sequence[str]], columns: Mapping[str, int], top: int, cells_named: bool
) -> tuple[str, ...]:
    """A remark on targets that are dates though nothing asks for one: 1/2 that the spreadsheet took for one.

    `top` is the number of the first of the rows in its grid, from 0.
    """
    column = columns.get("target", -1)
    about = [columns[name] for name in ("satuan", "indikator") if name in columns]
    found = [
        (number, row[column])
        for number, row in enumerate(rows, start=top)
        if 0 <= column < len(row) and _DATE.fullmatch(row[column].strip())
        if not any(at < len(row) and _DATED.search(row[at]) for at in about)
    ]
    if not found:
        return ()
    places = [cell_name(number, column) if cells_named else f"baris {number + 1}" for number, _ in found]
    return (
        f"Target di {named(places)} berisi tanggal ({found[0][1]}). Bila maksudnya angka seperti 1/2 atau "
        "1-2, ubah format selnya menjadi Teks, lalu ketik ulang.",
    )


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
