"""Where the tables are in a grid of cells: indicator tables, budget tables, and the lines around them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .grid import continues_header, find_header, recognise
from .headings import NUMBERING, field_of, folded

#: What a table is about.
INDICATORS, BUDGET = "indicators", "budget"

#: How the headings of the second table of an agreement begin.
MONEY = ("anggaran", "pagu", "alokasi anggaran", "jumlah anggaran", "besaran anggaran")
WORK = ("program", "kegiatan", "sub kegiatan", "subkegiatan", "uraian", "nomenklatur")

Cells = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Region:
    """A table inside a grid: its header from row `top`, its rows from `start` up to `end` (counted from 0).

    `columns` are the fields that were recognised by their headings; none for a budget table. A table that
    stands beside another has the columns from `left` up to `right`.
    """

    kind: str
    top: int
    start: int
    end: int
    header: tuple[str, ...]
    columns: dict[str, int] = field(default_factory=dict)
    left: int = 0
    right: int = 100_000

    def of_row(self, row: Sequence[str]) -> tuple[str, ...]:
        """A row of the grid with its places, without what belongs to a table beside this one."""
        return tuple(text if self.left <= column < self.right else "" for column, text in enumerate(row))


def regions(cells: Cells) -> list[Region]:
    """Every table with a header, from the top down. A header repeated on a next page begins no new one."""
    found: list[Region] = []
    last: Region | None = None
    row = 0
    while row < len(cells):
        kind = _kind(cells[row])
        region = _region(kind, cells, row) if kind else None
        if region is None or (last and _repeats(region, last)):
            row += 1
            continue
        found = [replace(one, end=min(one.end, row)) for one in found]
        found += _beside_each_other(region)
        last = region
        row = region.start
    return found


def lines_outside(cells: Cells, tables: Sequence[Region]) -> list[tuple[int, tuple[str, ...]]]:
    """The rows that belong to no table, with their numbers."""
    inside = {row for table in tables for row in range(table.top, table.end)}
    return [(row, tuple(texts)) for row, texts in enumerate(cells) if row not in inside and any(texts)]


def is_money(heading: str) -> bool:
    """Whether a heading names a budget."""
    return folded(heading).startswith(MONEY)


def is_work(heading: str) -> bool:
    """Whether a heading names a programme or activity, and not an indicator or sasaran of one."""
    return folded(heading).startswith(WORK) and field_of(heading) is None


def _kind(row: Sequence[str]) -> str | None:
    texts = {text for text in row if text.strip()}
    known = {field_of(text) for text in texts} - {None}
    if len(known) > 1 and known & {"sasaran", "indikator"} and len(texts) > 1:
        return INDICATORS
    if any(is_money(text) for text in texts) and any(is_work(text) for text in texts):
        return BUDGET
    return None


def _region(kind: str, cells: Cells, top: int) -> Region | None:
    if kind == BUDGET:
        start = top + 1
        while start < len(cells) and continues_header(cells[start], cells[top]):
            start += 1
        return Region(kind, top, start, len(cells), tuple(cells[top]))
    header, start = find_header(cells[top : top + 4])
    columns, _ = recognise(header)
    return Region(kind, top, top + start, len(cells), tuple(header), columns)


def _beside_each_other(region: Region) -> list[Region]:
    """The tables of one header row: one begins where the numbering, or after a gap a sasaran, comes again."""
    starts, known = [0], set[str]()
    for column, heading in enumerate(region.header):
        name = "no" if folded(heading) in NUMBERING else field_of(heading) or ""
        gap = column > 0 and not region.header[column - 1].strip()
        if name in known and (name == "no" or (gap and name in ("sasaran", "indikator"))):
            starts.append(column)
            known = set()
        known |= {name} - {""}
    if region.kind == BUDGET or len(starts) == 1:
        return [region]
    found = []
    for left, right in zip(starts, [*starts[1:], len(region.header)], strict=True):
        one = replace(region, left=left, right=right)
        header = one.of_row(region.header)
        columns, _ = recognise(header)
        if len(columns) < 2 or not {"sasaran", "indikator"} & columns.keys():
            return [region]
        found.append(replace(one, header=header, columns=columns))
    return found


def _repeats(region: Region, before: Region) -> bool:
    return region.kind == before.kind and region.header == before.header
