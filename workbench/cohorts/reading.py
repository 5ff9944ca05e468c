"""Reading a list of participants as OPDs send it: pasted, CSV or XLSX. Pure: no web page, no database."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from flask_babel import gettext as _

from workbench.cohorts.roster import EMAIL, LARGEST, Person, person_of
from workbench.documents import delimited, sheets, tables
from workbench.documents.cells import displayed
from workbench.documents.unreadable import Unreadable
from workbench.web.language import in_indonesian

#: Kinds of file that are read, by suffix.
KINDS = (".xlsx", ".csv", ".tsv", ".txt")

#: Headings by field, folded to lower-case words.
HEADINGS = {
    "name": ("nama", "nama lengkap", "nama peserta", "nama pegawai", "nama dan gelar", "nama lengkap gelar"),
    "nip": ("nip", "nip peserta", "nomor induk pegawai", "nip nik"),
    "unit": (
        "opd",
        "instansi",
        "unit kerja",
        "unit",
        "opd instansi",
        "instansi opd",
        "perangkat daerah",
        "skpd",
        "asal instansi",
        "instansi unit kerja",
        "dinas",
    ),
    "position": ("jabatan", "nama jabatan", "posisi"),
    "email": ("email", "e mail", "surel", "alamat email", "alamat surel"),
}
_FIELD_OF = {heading: field for field, headings in HEADINGS.items() for heading in headings}
_NUMBERING = re.compile(r"\d{1,4}[.)]?")
_NUMBERED = re.compile(r"\d{1,4}[.)]\s*[^\W\d]")


def field_of(heading: str) -> str | None:
    """The field that a heading names, in any case and with any punctuation; None for other columns."""
    return _FIELD_OF.get(" ".join(re.findall(r"[a-z]+", heading.lower().replace(".", ""))))


def read_file(name: str, data: bytes) -> list[Person]:
    """The people in an uploaded XLSX or CSV.

    :raises Unreadable: with one sentence for the person, when there is no list in it.
    """
    kind = Path(name).suffix.casefold()
    if not data.strip():
        raise Unreadable(_("Berkas ini kosong. Isi daftarnya lebih dulu, lalu kirim lagi."))
    if data.startswith(b"PK"):
        kind = ".xlsx"
    with _explained():
        tables.refuse_strangers(kind, data)
    if kind not in KINDS:
        raise Unreadable(_("Kirim daftar peserta sebagai XLSX atau CSV, atau tempel di kotak isian."))
    if kind == ".xlsx":
        with _explained():
            cells = sheets.read(data, show=_as_typed, known=field_of, hidden=True).cells
        return _people(cells)
    with _explained():
        text = delimited.decoded(data)
    return read_text(text)


@contextmanager
def _explained() -> Iterator[None]:
    """What the documents room says of a file, fit for a page in any language."""
    try:
        yield
    except Unreadable as error:
        raise Unreadable(in_indonesian(error.message)) from error


def read_text(text: str) -> list[Person]:
    """The people in pasted text: a table with or without headings, or one name a line.

    :raises Unreadable: when nothing was pasted, or too much.
    """
    if not text.strip():
        raise Unreadable(_("Belum ada daftar. Tempel sedikitnya satu nama, atau pilih berkas."))
    return _people(_cells(text))


def _as_typed(value: Any, number_format: str) -> str:
    """A cell as text; a number too long for Excel in the form that shows its lost digits."""
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) >= 1e15:
        return f"{value:.14E}"
    return displayed(value, number_format)


def _cells(text: str) -> list[list[str]]:
    """Rows of a text. A comma separates only under headings: in a bare list it belongs to the degree."""
    lines = [line for line in text.splitlines() if line.strip()]
    marks = [mark for mark in "\t;" if any(mark in line for line in lines)]
    if marks:
        mark = max(marks, key=lambda mark: sum(mark in line for line in lines))
    elif any(field_of(cell) == "name" for line in lines[:15] for cell in line.split(",")[1:]) or any(
        line.count(",") and field_of(line.split(",")[0]) == "name" for line in lines[:15]
    ):
        mark = ","
    else:
        return [[line] for line in text.splitlines()]
    csv.field_size_limit(delimited.LONGEST_CELL)
    try:
        return [list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark)]
    except csv.Error as error:
        raise Unreadable(_("Daftar ini tidak terbaca sebagai tabel. Simpan ulang sebagai XLSX.")) from error


def _people(cells: Sequence[Sequence[str]]) -> list[Person]:
    header = next((index for index, row in enumerate(cells[:40]) if _is_header(row)), None)
    body = cells if header is None else cells[header + 1 :]
    start = 1 if header is None else header + 2
    columns = None if header is None else _columns(cells[header])
    people = (
        [_above(line, row) for line, row in enumerate(cells[:header], 1) if _is_somebody(row)]
        if header
        else []
    )
    for line, row in enumerate(body, start):
        if not _is_empty(row) and not _is_header(row) and not _counts_columns(row):
            people.append(_guessed(line, row) if columns is None else _headed(line, row, columns))
    if not people:
        raise Unreadable(_("Tidak ada nama di daftar ini. Isi sedikitnya satu baris, lalu kirim lagi."))
    if len(people) > LARGEST:
        raise Unreadable(
            _(
                "Daftar ini berisi %(n)s baris. Kirim paling banyak %(most)s orang sekali impor.",
                n=len(people),
                most=LARGEST,
            )
        )
    return people


def _is_header(row: Sequence[str]) -> bool:
    return any(field_of(cell) == "name" for cell in row)


def _is_empty(row: Sequence[str]) -> bool:
    """Nothing in it, or only the number of a row that nobody filled in."""
    filled = [cell.strip() for cell in row if cell.strip()]
    return not filled or (len(filled) == 1 and len(row) > 1 and bool(_NUMBERING.fullmatch(filled[0])))


def _is_somebody(row: Sequence[str]) -> bool:
    """A row above the headings that is no title: numbered, or with a NIP or an address."""
    filled = [cell.strip() for cell in row if cell.strip()]
    return any(_NUMBERED.match(cell) or EMAIL.fullmatch(cell) or _looks_like_nip(cell) for cell in filled)


def _above(line: int, row: Sequence[str]) -> Person:
    told = _("Baris ini ada di atas judul kolom. Lengkapi isiannya, atau lewati bila bukan peserta.")
    return replace(_guessed(line, row), problems=(told,))


def _counts_columns(row: Sequence[str]) -> bool:
    """The row (1) (2) (3) under official headings."""
    filled = [cell.strip(" ()") for cell in row if cell.strip()]
    return len(filled) > 1 and filled == [str(number) for number in range(1, len(filled) + 1)]


def _columns(header: Sequence[str]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for position, heading in enumerate(header):
        field = field_of(heading)
        if field:
            columns.setdefault(field, position)
    return columns | {"": len(header)}


def _headed(line: int, row: Sequence[str], columns: dict[str, int]) -> Person:
    person = person_of(
        line,
        {
            field: row[position] if position < len(row) else ""
            for field, position in columns.items()
            if field != ""
        },
    )
    texts = [cell.strip() for cell in row if cell.strip()]
    if len(texts) == 1 and not any((person.name, person.nip, person.unit, person.position, person.email)):
        person = person_of(line, {"name": texts[0]})  # typed into a column that we do not read
    if any(cell.strip() for cell in row[columns[""] :]):
        return replace(
            person,
            problems=(
                _(
                    "Baris ini punya lebih banyak kolom daripada judulnya. "
                    'Nama dengan gelar berkoma perlu diapit tanda kutip, misalnya "Ana Lestari, S.Sos.".'
                ),
            ),
        )
    return person


def _guessed(line: int, row: Sequence[str]) -> Person:
    """Cells without headings: a NIP and an address show what they are, the rest is name, OPD, position."""
    values: dict[str, str] = {}
    texts: list[str] = []
    for position, cell in enumerate(cell.strip() for cell in row):
        if not cell or (position == 0 and len(row) > 1 and _NUMBERING.fullmatch(cell)):
            continue
        if EMAIL.fullmatch(cell):
            values["email"] = cell
        elif _looks_like_nip(cell) and texts:
            values["nip"] = cell
        else:
            texts.append(cell)
    values.update(zip(("name", "unit", "position"), texts, strict=False))
    return person_of(line, values)


def _looks_like_nip(cell: str) -> bool:
    return len(re.sub(r"\D", "", cell)) >= 8 and re.fullmatch(r"['\d\s.,E+]+", cell) is not None
