"""From a grid of texts, as a sheet shows it, to a `Table` ready for review."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..reviewer.document import FIELDS, Position, Row, Table
from .headings import NUMBERING, field_of, folded, is_year, unit_in
from .unreadable import Unreadable

#: Stands after a sasaran that goes on from the page before, in our own papers and in others'.
CONTINUED = "(lanjutan)"

#: Most rows and columns of one table that are read.
ROWS = 5_000
COLUMNS = 60

#: How a row says that a cell is the same as the one above it.
_DITTO = re.compile(
    r"""(?:idem|sda|s\.\s?d\.\s?a\.?|sama\s+dengan\s+(?:di\s?)?atas|-?\s*(?:["“”″〃]+|'{2}|,,)\s*-?)\.?""",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"(?:jumlah|total|rata\s*-?\s*rata)(?:\s+(?:total|seluruh\w*|keseluruhan|target|indikator|capaian|nilai))*\s*:?",
    re.IGNORECASE,
)
#: A row that only names a unit titles the rows under it.
_SECTION = re.compile(
    r"(?:[ivx]+\.|[a-z]\.|\d+\.)?\s*(?:sekretariat|bidang|seksi|bagian|sub\s?bagian|upt\w*|inspektorat|dinas|badan|"
    r"kecamatan|kelurahan)\b(?:\s+\S+){0,9}",
    re.IGNORECASE,
)

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
    heading = header[columns["target"]] if "target" in columns else ""
    table = Table(tuple(rows), frozenset(columns), position, name, (*grid.notes, *notes, *remarks))
    return with_unit(table, heading)


def with_unit(table: Table, heading: str) -> Table:
    """The table with the unit that the heading of its targets gives, where no column gives one."""
    unit = unit_in(heading)
    if not unit or "satuan" in table.columns:
        return table
    rows = tuple(replace(row, satuan=unit) if row.target.strip() else row for row in table.rows)
    told = f"Satuan “{unit}” diambil dari judul kolom “{' '.join(heading.split())}”."
    return replace(table, rows=rows, columns=table.columns | {"satuan"}, notes=(*table.notes, told))


def find_header(cells: Sequence[Sequence[str]]) -> tuple[list[str], int]:
    """The heading of every column, joined over several header rows, and where the rows begin."""
    known = [sum(field_of(cell) is not None for cell in set(row) if cell.strip()) for row in cells[:40]]
    if not known or max(known) == 0:
        raise Unreadable(_no_heading(cells[0] if cells else ()))
    first = known.index(max(known))
    header = list(cells[first])
    after = first + 1
    while after < len(cells) and (
        continues_header(cells[after], header) or _stands_under(cells[after], cells[first])
    ):
        for column, cell in enumerate(cells[after][: len(header)]):
            if cell.strip() and cell.strip() not in (header[column].strip(), cells[first][column].strip()):
                header[column] = _joined(header[column], cell, _is_shared(cells[first], column))
        after += 1
    targets = [column for column, heading in enumerate(cells[first]) if field_of(heading) == "target"]
    if targets and "target" not in map(field_of, header):
        header[targets[0]] = cells[first][targets[0]]
    return header, after


def _joined(heading: str, cell: str, shared: bool) -> str:
    """A heading with what stands under it; under one of several columns a heading of its own replaces it."""
    field = field_of(heading)
    if shared and field and field_of(cell) not in (None, field):
        return cell
    adds = is_year(cell) or ((field is None or (shared and field == "target")) and not _counts(cell))
    return f"{heading} {cell}".strip() if adds else heading


def _stands_under(row: Sequence[str], top: Sequence[str]) -> bool:
    """Whether a row is a second line of merged headings: they reach down into it, or it only parts them."""
    filled = [(column, cell.strip()) for column, cell in enumerate(row[: len(top)]) if cell.strip()]
    reaches = any(
        cell == top[column].strip() and field_of(cell) in ("sasaran", "indikator") for column, cell in filled
    )
    parts = bool(filled) and all(
        _is_shared(top, column) and re.search(r"[^\W\d]", cell) for column, cell in filled
    )
    return reaches or parts


def _is_shared(top: Sequence[str], column: int) -> bool:
    """Whether a heading is merged over several columns."""
    beside = [top[at] for at in (column - 1, column + 1) if 0 <= at < len(top)]
    return bool(top[column].strip()) and top[column] in beside


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
    sections: list[str] = []
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
        blank_before = False
        if _is_total(values):
            notes.append("Baris jumlah atau rata-rata tidak dibaca sebagai indikator.")
            continue
        if _is_section(filled, values):
            sections.append(f"“{values[filled[0]].strip()[:60]}”")
            continue
        notes += _taken_from_above(values, rows)
        rows.append(Row(number=len(rows) + 1, **values))
    if sections:
        notes.append(
            "Baris judul bagian tidak dibaca sebagai sasaran: " + ", ".join(dict.fromkeys(sections[:5])) + "."
        )
    return rows, list(dict.fromkeys(notes))


def _taken_from_above(values: dict[str, str], rows: list[Row]) -> list[str]:
    """Complete a row's cells from the rows above it, with remarks.

    A sasaran on a line of its own leaves the rows and becomes that of the first indicator under it.
    """
    if _CONTINUED.search(values.get("sasaran", "")):
        values["sasaran"] = _continued(values["sasaran"], rows)
    if not rows:
        return []
    same = [name for name, text in values.items() if name != "indikator" and _DITTO.fullmatch(text.strip())]
    values |= {name: rows[-1].cell(name) for name in same}
    if not values.get("sasaran", "").strip() and _is_only_sasaran(rows[-1]):
        values["sasaran"] = rows.pop().sasaran
    return ["“Idem”, “sda”, atau tanda kutip dibaca sebagai isi sel di atasnya."] if same else []


def _is_section(filled: Sequence[str], values: Mapping[str, str]) -> bool:
    """Whether a row only names the unit whose rows follow."""
    alone = len(filled) == 1 and filled[0] in ("sasaran", "indikator")
    return alone and _SECTION.fullmatch(values[filled[0]].strip()) is not None


def _is_total(values: Mapping[str, str]) -> bool:
    """Whether a row only adds up the rows above it."""
    names = [values[name].strip() for name in ("sasaran", "indikator") if values.get(name, "").strip()]
    return bool(names) and all(_TOTAL.fullmatch(name) for name in names)


def _is_only_sasaran(row: Row) -> bool:
    return bool(row.sasaran.strip()) and not any(
        row.cell(name).strip() for name in FIELDS if name != "sasaran"
    )


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
    if len(texts) > 2 and all(map(_counts, texts)) and _counts(values.get("indikator", "")):
        return True  # the numbers (1) (2) (3) under a repeated header
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
