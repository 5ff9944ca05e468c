"""From a grid of texts, as a sheet shows it, to a `Table` ready for review."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..reviewer.document import FIELDS, Position, Row, Table
from .headings import NUMBERING, field_of, folded, is_year
from .unreadable import Unreadable

#: Stands after a sasaran that goes on from the page before, in our own papers and in others'.
CONTINUED = "(lanjutan)"

#: Most rows and columns of one table that are read.
ROWS = 5_000
COLUMNS = 60

_CONTINUED = re.compile(r"\s*\(\s*lanjutan\s*\)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one sheet as displayed, with remarks of its reader."""

    cells: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


def to_table(grid: Grid, name: str, position: Position) -> Table:
    """The table in a grid: header rows found, columns recognised, blank rows left out.

    Raises Unreadable where no column for an indicator or a sasaran can be found.
    """
    header, body_start = find_header(grid.cells)
    columns, notes = recognise(header)
    if not {"sasaran", "indikator"} & columns.keys():
        raise Unreadable(_no_heading(header))
    rows, remarks = body_rows(grid.cells[body_start:], columns)
    return Table(
        rows=tuple(rows),
        columns=frozenset(columns),
        position=position,
        name=name,
        notes=(*grid.notes, *notes, *remarks),
    )


def find_header(cells: Sequence[Sequence[str]]) -> tuple[list[str], int]:
    """The heading of every column, joined over several header rows, and where the rows begin."""
    known = [sum(field_of(cell) is not None for cell in set(row) if cell.strip()) for row in cells[:40]]
    if not known or max(known) == 0:
        raise Unreadable(_no_heading(cells[0] if cells else ()))
    first = known.index(max(known))
    header = list(cells[first])
    after = first + 1
    while after < len(cells) and continues_header(cells[after], header):
        for column, cell in enumerate(cells[after][: len(header)]):
            adds = is_year(cell) or (field_of(header[column]) is None and not _counts(cell))
            if cell.strip() and adds and cell.strip() != header[column].strip():
                header[column] = f"{header[column]} {cell}".strip()
        after += 1
    return header, after


def _counts(cell: str) -> bool:
    return re.fullmatch(r"\(?\d{1,2}\)?", cell.strip()) is not None


def continues_header(row: Sequence[str], header: Sequence[str]) -> bool:
    """Whether a row under the header belongs to it: years, more headings, or the numbers (1) (2) (3)."""
    filled = [(column, cell.strip()) for column, cell in enumerate(row[: len(header)]) if cell.strip()]
    if len(filled) > 1 and all(_counts(cell) for _, cell in filled):
        return any(
            _counts(cell) and field_of(header[column]) in ("sasaran", "indikator") for column, cell in filled
        )
    return bool(filled) and all(
        is_year(cell) or field_of(cell) or cell == header[column].strip() or folded(cell) in NUMBERING
        for column, cell in filled
    )


def recognise(header: Sequence[str]) -> tuple[dict[str, int], list[str]]:
    """Where each field stands, and remarks on columns that are not read."""
    columns: dict[str, int] = {}
    ignored: list[str] = []
    again: list[str] = []
    for position, heading in enumerate(header):
        field = field_of(heading)
        if field is None:
            if heading.strip() and folded(heading) not in NUMBERING:
                ignored.append(" ".join(heading.split()))
        elif field in columns:
            again.append(f"“{' '.join(heading.split())}”")
        else:
            columns[field] = position
    if "tujuan" in (folded(header[at]) for at in columns.values()):
        columns, ignored = _prefer_sasaran(header, columns, ignored)
    notes = []
    if ignored:
        notes.append("Kolom yang tidak dibaca: " + ", ".join(dict.fromkeys(ignored)) + ".")
    if again:
        notes.append("Ada kolom yang berulang; yang dibaca kolom pertama, bukan " + ", ".join(again) + ".")
    return columns, notes


def _prefer_sasaran(
    header: Sequence[str], columns: dict[str, int], ignored: list[str]
) -> tuple[dict[str, int], list[str]]:
    """A table with both Tujuan and Sasaran is about its sasaran."""
    for position, heading in enumerate(header):
        if position != columns["sasaran"] and field_of(heading) == "sasaran":
            return {**columns, "sasaran": position}, [*ignored, "Tujuan"]
    return columns, ignored


def body_rows(cells: Sequence[Sequence[str]], columns: Mapping[str, int]) -> tuple[list[Row], list[str]]:
    """The rows under a header up to a signature, with remarks; without blank rows and repeated headers."""
    rows: list[Row] = []
    notes: list[str] = []
    blank_before = False
    for row in cells:
        values = {name: _cell(row, position) for name, position in columns.items()}
        filled = [name for name in FIELDS if values.get(name, "").strip()]
        if not filled:
            blank_before = True
            continue
        if _is_heading_row(values, columns):
            continue
        if blank_before and rows and _is_signature(filled):
            notes.append("Bagian di bawah tabel (misalnya tanda tangan) tidak dibaca.")
            break
        if _CONTINUED.search(values.get("sasaran", "")):
            values["sasaran"] = _continued(values["sasaran"], rows)
        rows.append(Row(number=len(rows) + 1, **values))
        blank_before = False
    return rows, notes


def _continued(text: str, rows: Sequence[Row]) -> str:
    """The sasaran that a text marked as continued goes on with: the one it repeats, else the one above it.

    It no longer repeats it where only the words before the page break were corrected.
    """
    said = _CONTINUED.split(text)[0]
    known = [row.sasaran for row in rows]
    return said if said in known or not known else known[-1]


def _cell(row: Sequence[str], position: int) -> str:
    return row[position] if position < len(row) else ""


def _is_heading_row(values: Mapping[str, str], columns: Mapping[str, int]) -> bool:
    """A header repeated on the next page, or one text across the whole table that titles a part of it."""
    texts = [text for text in values.values() if text.strip()]
    if len(texts) > 2 and len(set(texts)) == 1 and len(texts[0].strip()) > 3:
        return True
    return len(texts) > 1 and all(field_of(text) == name for name, text in values.items() if text.strip())


def _is_signature(filled: Sequence[str]) -> bool:
    return len(filled) < 2 or not {"sasaran", "indikator"} & set(filled)


def _no_heading(header: Sequence[str]) -> str:
    seen = [" ".join(cell.split()) for cell in header if cell.strip()][:4]
    told = f" Yang terbaca di baris pertama: {', '.join(seen)[:120]}." if seen else ""
    return (
        "Tidak ada kolom yang dikenal di tabel ini. Beri judul kolom sedikitnya “Sasaran” dan “Indikator”, "
        "lalu kirim lagi." + told
    )
