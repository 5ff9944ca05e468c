"""CSV as people save it: four encodings, three separators."""

import csv
import io

from .grid import Grid
from .remarks import lost_digits
from .unreadable import Unreadable

#: Longest cell that is read, in characters; a longer one is not a table cell.
LONGEST_CELL = 200_000


def read(data: bytes) -> Grid:
    """The cells of a CSV file. Raises Unreadable where the bytes are not text in rows."""
    text = decoded(data)
    if not text.strip():
        raise Unreadable("Berkas ini kosong. Isi tabelnya lebih dulu, lalu kirim lagi.")
    csv.field_size_limit(LONGEST_CELL)
    try:
        rows = [tuple(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator(text))]
    except csv.Error as error:
        raise Unreadable(
            "Berkas ini tidak terbaca sebagai tabel CSV. Simpan ulang dari Excel sebagai CSV UTF-8 atau XLSX."
        ) from error
    return Grid(tuple(rows), lost_digits(rows))


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
    """The separator that cuts the first filled lines into most columns; a comma where none does."""
    sample = [line for line in text.splitlines() if line.strip()][:5]
    counts = {mark: max(line.count(mark) for line in sample) for mark in ",;\t"}
    best = max(counts, key=lambda mark: (counts[mark], mark == ","))
    return best if counts[best] else ","
