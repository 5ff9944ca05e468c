"""Where the tables are in a grid of cells: indicator tables, budget tables, and the lines around them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from .grid import continues_header, find_header, recognise
from .headings import field_of, folded

#: What a table is about.
INDICATORS, BUDGET = "indicators", "budget"

#: How the headings of the second table of an agreement begin.
MONEY = ("anggaran", "pagu", "alokasi anggaran", "jumlah anggaran", "besaran anggaran")
WORK = ("program", "kegiatan", "sub kegiatan", "subkegiatan", "uraian", "nomenklatur")

Cells = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Region:
    """A table inside a grid: its header from row `top`, its rows from `start` up to `end` (counted from 0).

    `columns` are the fields that were recognised by their headings; none for a budget table.
    """

    kind: str
    top: int
    start: int
    end: int
    header: tuple[str, ...]
    columns: dict[str, int] = field(default_factory=dict)


def regions(cells: Cells) -> list[Region]:
    """Every table with a header, from the top down. A header repeated on a next page begins no new one."""
    found: list[Region] = []
    row = 0
    while row < len(cells):
        kind = _kind(cells[row])
        region = _region(kind, cells, row) if kind else None
        if region is None or (found and _repeats(region, found[-1])):
            row += 1
            continue
        if found:
            found[-1] = _ending(found[-1], row)
        found.append(region)
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


def _repeats(region: Region, before: Region) -> bool:
    return region.kind == before.kind and region.header == before.header


def _ending(region: Region, next_top: int) -> Region:
    """The region up to the next one, without the blank rows and title lines in between."""
    return Region(region.kind, region.top, region.start, next_top, region.header, region.columns)
