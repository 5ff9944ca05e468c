"""CSV as people save it: four encodings, three separators."""

import csv
import io
from itertools import islice

from .grid import COLUMNS, ROWS, Grid
from .headings import field_of
from .remarks import CUT, lost_digits, without_errors
from .unreadable import Unreadable

#: Longest cell that is read, in characters; a longer one is not a table cell.
LONGEST_CELL = 200_000
#: Signs of the beginning in which the headings are looked for.
BEGINNING = 20_000


def read(data: bytes) -> Grid:
    """The cells of a CSV file. Raises Unreadable where the bytes are not text in rows."""
    text = decoded(data)
    if not text.strip():
        raise Unreadable("Berkas ini kosong. Isi tabelnya lebih dulu, lalu kirim lagi.")
    csv.field_size_limit(LONGEST_CELL)
    try:
        rows = _rows(text, separator(text), ROWS + 1)
    except csv.Error as error:
        raise Unreadable(
            "Berkas ini tidak terbaca sebagai tabel CSV. Simpan ulang dari Excel sebagai CSV UTF-8 atau XLSX."
        ) from error
    cut = len(rows) > ROWS
    rows, of_errors = without_errors(rows[:ROWS])
    return Grid(tuple(rows), (*(CUT if cut else ()), *of_errors, *lost_digits(rows)))


def _rows(text: str, mark: str, most: int) -> list[tuple[str, ...]]:
    """The first rows of a text.

    :raises Unreadable: where a quotation mark swallows the rest, because it is never closed.
    :raises csv.Error: where a cell is far too long.
    """
    strict = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    rows: list[tuple[str, ...]] = []
    line = 1
    try:
        for row in islice(strict, most):
            rows.append(tuple(row[:COLUMNS]))
            line = strict.line_num + 1
    except csv.Error as error:
        if "unexpected end of data" in str(error):
            raise Unreadable(
                f'Tanda kutip (") di baris {line} tidak ditutup, sehingga baris sesudahnya ikut terbaca '
                "sebagai satu sel. Hapus atau tutup tanda kutipnya, lalu kirim lagi."
            ) from error
        lenient = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
        return [tuple(row[:COLUMNS]) for row in islice(lenient, most)]
    return rows


def decoded(data: bytes) -> str:
    """Text from bytes: UTF-16 and UTF-8 by their marks, then UTF-8, then the old Windows code page."""
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable(
            "Isi berkas ini bukan teks. Simpan tabel sebagai XLSX atau CSV UTF-8 dari aplikasi lembar kerja."
        )
    names = ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252")
    for name in names:
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    raise Unreadable(
        "Huruf di berkas ini tidak dapat dikenali. Simpan ulang sebagai CSV UTF-8 atau XLSX, lalu kirim lagi."
    )


def separator(text: str) -> str:
    """The separator between most headings that are known, else the one that cuts the first lines most.

    A title above the table may have more commas than the table has columns. A comma where none cuts.
    """
    sample = [line for line in text[:BEGINNING].splitlines() if line.strip()][:40]
    counts = {
        mark: (
            max(len({field_of(cell.strip(' "')) for cell in line.split(mark)[:COLUMNS]}) for line in sample),
            max(line.count(mark) for line in sample[:5]),
            mark == ",",
        )
        for mark in ",;\t|"
    }
    best = max(counts, key=counts.__getitem__)
    return best if counts[best][1] or counts[best][0] > 1 else ","
