"""What a person's document holds, shown before it is reviewed: every table and agreement, and its columns.

`find` looks, the person corrects which column is which, `as_table` makes the table that is reviewed.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..reviewer.document import FIELDS, Agreement, Cascade, Position, Row, Table
from . import agreement_records, cascade_words
from .agreement_reading import read_agreement
from .cascade_reading import Tree, trees
from .cascade_records import read_cascade
from .grid import Grid, body_rows, with_unit
from .headings import NUMBERING, field_of, folded, is_year
from .iku_sheet import LABELS
from .parts import Part, parts_of
from .records import read as read_records
from .regions import INDICATORS, Region, regions
from .remarks import dated_targets, wordy_targets
from .tables import LARGEST, TOO_BIG
from .unreadable import Unreadable

#: The kinds of what is found.
IKU_TABLE, RENSTRA_TABLE, AGREEMENT, CASCADE = "iku table", "renstra table", "agreement", "cascade"

#: Rows that a person sees before anything is reviewed.
PREVIEW = 5

NO_HEADER = (
    "Tabel ini tidak punya baris judul kolom yang dikenal. Tunjukkan kolom mana yang memuat sasaran dan mana "
    "yang memuat indikator, atau tulis judulnya di baris pertama lalu kirim lagi."
)
NOTHING = (
    "Tidak ada tabel indikator di berkas ini. Kirim berkas yang memuat tabel dengan kolom “Sasaran” dan "
    "“Indikator”, perjanjian kinerja, atau pohon kinerja dengan kolom “Kotak”, “Kotak induk”, dan “Kondisi”."
)

_RENSTRA = re.compile(r"\b(?:renstra|rencana\s+strategis|rpjmd|cascading|penjenjangan)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its place from 0, its heading as typed, and the member of FIELDS it is read as."""

    index: int
    heading: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """One table, agreement or pohon kinerja in a document, as it was understood.

    `where` is for people; `header_row` counts from 1 as programs do, 0 where there is no header.
    `count` is how many rows would be reviewed; `notes` are remarks and what to do about them.
    """

    kind: str
    where: str
    header_row: int = 0
    columns: tuple[Column, ...] = ()
    preview: tuple[tuple[str, ...], ...] = ()
    count: int = 0
    notes: tuple[str, ...] = ()
    agreement: Agreement | None = None
    cascade: Cascade | None = None
    body: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    name: str = ""

    @property
    def mapping(self) -> dict[int, str]:
        """Which column is which, as recognised."""
        return {column.index: column.field for column in self.columns if column.field}

    @property
    def ignored(self) -> tuple[Column, ...]:
        """Columns with a heading that are not read, without row numbers."""
        return tuple(
            column
            for column in self.columns
            if column.heading and not column.field and folded(column.heading) not in NUMBERING
        )


def find(source: bytes | Path, filename: str = "", position: Position | None = None) -> list[Found]:
    """Everything that can be reviewed in a document: an agreement first, then trees. Raises Unreadable.

    `filename` tells the kind of file and may be left out for a path.
    """
    data = _bytes(source)
    name = filename or (source.name if isinstance(source, Path) else "")
    kind = Path(name).suffix.casefold()
    if kind in (".yaml", ".yml", ".json"):
        return _in_records(data, "json" if kind == ".json" else "yaml", name, position)
    parts = parts_of(name, data)
    agreement = read_agreement(parts, name, position)
    drawn = trees(parts, name)
    found = [_of_tree(tree) for tree in drawn]
    found += [one for part in parts for one in _in_part(part, name, drawn)]
    if agreement:
        return [_of_agreement(agreement), *found]
    if not found:
        found = [one for part in parts for one in _without_header(part, name)]
    if not found:
        raise Unreadable(NOTHING)
    return found


def as_table(
    found: Found, mapping: Mapping[int, str] | None = None, position: Position = Position.AGENCY_HEAD
) -> Table:
    """The table that is reviewed, its columns as recognised or as the person says (place to field name).

    Raises Unreadable where neither a sasaran nor an indicator is among the columns, or no row is left.
    """
    if found.agreement:
        return _table_of(found.agreement, found)
    if found.cascade:
        return _table_of_boxes(found.cascade)
    chosen = found.mapping if mapping is None else mapping
    columns = {name: index for index, name in sorted(chosen.items(), reverse=True) if name in FIELDS}
    if not {"sasaran", "indikator"} & columns.keys():
        raise Unreadable("Pilih sedikitnya kolom mana yang memuat sasaran dan mana yang memuat indikator.")
    rows, remarks = body_rows(found.body, columns)
    if not rows:
        raise Unreadable(
            "Tidak ada baris berisi di bawah judul kolom. Isi tabelnya lebih dulu, lalu kirim lagi."
        )
    notes = tuple(note for note in found.notes if note != NO_HEADER)
    table = Table(tuple(rows), frozenset(columns), position, found.name, (*notes, *remarks))
    heading = next((one.heading for one in found.columns if one.index == columns.get("target")), "")
    return with_unit(table, heading)


def _bytes(source: bytes | Path) -> bytes:
    if isinstance(source, bytes):
        return source
    try:
        if source.stat().st_size > LARGEST:
            raise Unreadable(TOO_BIG)
        return source.read_bytes()
    except OSError as error:
        raise Unreadable(
            f"Berkas {source.name} tidak dapat dibuka. Periksa nama dan izin bacanya."
        ) from error


def _of_agreement(agreement: Agreement) -> Found:
    return Found(
        AGREEMENT,
        "seluruh dokumen",
        columns=tuple(Column(i, LABELS[name], name) for i, name in enumerate(_used(agreement.rows))),
        preview=_preview([[row.cell(name) for name in _used(agreement.rows)] for row in agreement.rows]),
        count=len(agreement.rows),
        notes=agreement.notes,
        agreement=agreement,
        name=agreement.name,
    )


def _of_tree(tree: Tree) -> Found:
    grids = tree.part.grids
    where = _where(tree.part, 1 + next(i for i, grid in enumerate(grids) if grid is tree.grid), 0)
    return _of_cascade(tree.cascade, where, tree.top + 1)


def _of_cascade(cascade: Cascade, where: str, header_row: int = 0) -> Found:
    used = [name for name in cascade_words.LABELS if any(getattr(box, name) for box in cascade.boxes)]
    return Found(
        CASCADE,
        where,
        header_row,
        tuple(Column(place, cascade_words.LABELS[name], name) for place, name in enumerate(used)),
        _preview([[str(getattr(box, name)) for name in used] for box in cascade.boxes]),
        len(cascade.boxes),
        cascade.notes,
        cascade=cascade,
        name=cascade.name,
    )


def _used(rows: Sequence[Row]) -> tuple[str, ...]:
    return tuple(name for name in FIELDS if any(row.cell(name) for row in rows))


def _table_of(agreement: Agreement, found: Found) -> Table:
    """The first table of an agreement; without columns that its form never has."""
    columns = frozenset(_used(agreement.rows)) | {"sasaran", "indikator", "target"}
    return Table(agreement.rows, columns, agreement.position, found.name, found.notes, fixed_columns=True)


def _table_of_boxes(cascade: Cascade) -> Table:
    """The boxes of a tree as rows, each with its condition as sasaran."""
    rows = tuple(
        Row(number, box.condition, box.indikator, box.satuan, box.target, penanggung_jawab=box.unit)
        for number, box in enumerate(cascade.boxes, start=1)
    )
    columns = frozenset(_used(rows)) | {"sasaran", "indikator", "target"}
    return Table(rows, columns, cascade.highest, cascade.name, cascade.notes, fixed_columns=True)


def _in_records(data: bytes, kind: str, name: str, position: Position | None) -> list[Found]:
    agreement = agreement_records.read_agreement(data, kind, name, position)
    if agreement:
        return [_of_agreement(agreement)]
    cascade = read_cascade(data, kind, name)
    if cascade:
        return [_of_cascade(cascade, "seluruh dokumen")]
    grid, _ = read_records(data, kind)
    found = _in_part(Part("", (grid,)), name) or _without_header(Part("", (grid,)), name)
    if not found:
        raise Unreadable(NOTHING)
    return found


def _in_part(part: Part, name: str, drawn: Sequence[Tree] = ()) -> list[Found]:
    """The indicator tables of a part, without those that are one of the trees."""
    found: list[Found] = []
    title = ""
    for number, block in enumerate(part.blocks):
        if isinstance(block, str):
            title = block.strip() or title
            continue
        table_number = 1 + sum(isinstance(before, Grid) for before in part.blocks[:number])
        tables = [
            region
            for region in regions(block.cells)
            if region.kind == INDICATORS
            and not any(tree.grid is block and tree.top <= region.top < tree.end for tree in drawn)
        ]
        for order, region in enumerate(tables, start=1):
            where = _where(part, table_number, order if len(tables) > 1 else 0)
            found.append(_of_region(region, block, where, part, title, name))
    return found


def _where(part: Part, table: int, order: int) -> str:
    if not part.cells_named:
        return f"tabel ke-{table}" if len(part.grids) > 1 or not part.name else part.name
    place = f"lembar “{part.name}”" if part.name else "berkas"
    return f"{place}, tabel ke-{order}" if order else place


def _of_region(region: Region, grid: Grid, where: str, part: Part, title: str, name: str) -> Found:
    fields = {index: field_name for field_name, index in region.columns.items()}
    columns = tuple(
        Column(index, " ".join(heading.split()), fields.get(index, ""))
        for index, heading in enumerate(region.header)
    )
    body = _body(grid, region)
    rows, _ = body_rows(body, region.columns)
    above = " ".join(" ".join(row) for row in grid.cells[: region.top])
    return Found(
        _kind(region, f"{title} {above} {part.name} {name}"),
        where,
        region.top + 1,
        columns,
        _preview(body),
        len(rows),
        (*grid.notes, *_of_targets(body, region, part), *_of_years(region)),
        body=body,
        name=name,
    )


def _body(grid: Grid, region: Region) -> tuple[tuple[str, ...], ...]:
    return tuple(region.of_row(row) for row in grid.cells[region.start : region.end])


def _kind(region: Region, around: str) -> str:
    years = sum(
        is_year(heading) or re.search(r"\btarget\b.*\b20\d\d", heading.casefold()) is not None
        for heading in region.header
    )
    return RENSTRA_TABLE if years > 2 or _RENSTRA.search(around) else IKU_TABLE


def _of_targets(body: Sequence[Sequence[str]], region: Region, part: Part) -> tuple[str, ...]:
    column = region.columns.get("target")
    if column is None:
        return ()
    return (
        *wordy_targets(body, column, region.start, part.cells_named),
        *dated_targets(body, region.columns, region.start, part.cells_named),
    )


def _of_years(region: Region) -> tuple[str, ...]:
    """A remark where the table has a target for several years and one of them had to be chosen."""
    targets = [heading for heading in region.header if field_of(heading) == "target"]
    if len(targets) < 2:
        return ()
    return (f"Ada {len(targets)} kolom target; yang dibaca “{targets[0]}”. Pilih kolom lain bila perlu.",)


def _preview(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row) for row in [row for row in rows if any(cell.strip() for cell in row)][:PREVIEW])


def _without_header(part: Part, name: str) -> list[Found]:
    """Grids that look like tables without a known heading: the person says which column is which."""
    found = []
    for number, grid in enumerate(part.grids, start=1):
        rows = [row for row in grid.cells if len({cell for cell in row if cell.strip()}) > 1]
        if len(rows) < 2:
            continue
        width = max(len(row) for row in rows)
        columns = tuple(Column(index, "") for index in range(width))
        body = tuple(tuple(row) for row in grid.cells)
        notes = (NO_HEADER, *grid.notes)
        where = _where(part, number, 0)
        found.append(
            Found(IKU_TABLE, where, 0, columns, _preview(rows), len(rows), notes, body=body, name=name)
        )
    return found
