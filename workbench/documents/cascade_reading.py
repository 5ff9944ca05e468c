"""Pohon kinerja out of tables with one row for each box, as people bring them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..reviewer.document import Box, Cascade, Position
from .cascade_words import POSITIONS, below, columns_of, holder_in, position_in
from .grid import Grid
from .parts import Part
from .remarks import cell_name

#: A table with these columns is a pohon kinerja.
TELLING = frozenset({"key", "parent", "condition"})
#: Every heading of the column of parents has one of these words: told before thousands of rows are folded.
_LONGEST_HEADING = 40
_MAY_TELL = re.compile("induk|parent|kotak", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table that became a box; `office` as typed, `cells` the name of each of its cells."""

    box: Box
    office: str
    cells: Mapping[str, str]

    @property
    def stranger(self) -> bool:
        """Whether its position is named in words that mean none."""
        return bool(self.office) and position_in(self.office) is None


@dataclass(frozen=True, slots=True)
class Tree:
    """A pohon kinerja in a document: its boxes with remarks, and where its table stands (rows from 0)."""

    cascade: Cascade
    part: Part
    grid: Grid
    top: int
    end: int
    columns: Mapping[str, int]
    lines: tuple[Line, ...] = field(default=(), repr=False)


def trees(parts: Sequence[Part], name: str = "") -> list[Tree]:
    """Every pohon kinerja in the parts: tables that say for each box under which other it stands.

    An unknown position is told in a remark and taken from the place in the tree; what else is wrong with the
    tree is the reviewer's to tell.
    """
    found = []
    for part in parts:
        for grid in part.grids:
            for top, row in enumerate(grid.cells):
                if not any(len(cell) < _LONGEST_HEADING and _MAY_TELL.search(cell) for cell in row):
                    continue
                columns, _again = columns_of(row)
                if columns.keys() >= TELLING:
                    found.append(tree_under(part, grid, top, columns, name))
                    break
    return found


def tree_under(part: Part, grid: Grid, top: int, columns: Mapping[str, int], name: str = "") -> Tree:
    """The tree whose headings stand in row `top`, without blank rows, repeated headings and a signature."""
    lines: list[Line] = []
    notes = list(grid.notes)
    end, blank_before = len(grid.cells), False
    for number, row in enumerate(grid.cells[top + 1 :], start=top + 1):
        texts = {field: row[place] if place < len(row) else "" for field, place in columns.items()}
        if not any(text.strip() for field, text in texts.items() if field != "key"):
            blank_before = blank_before or not any(map(str.strip, row))
            continue
        if row == grid.cells[top]:
            continue
        if blank_before and lines and not (texts["key"].strip() or texts["condition"].strip()):
            notes.append("Bagian di bawah tabel (misalnya tanda tangan) tidak dibaca.")
            end = number
            break
        lines.append(_line(texts, {field: called(part, number, place) for field, place in columns.items()}))
        blank_before = False
    lines = _keyed(lines)
    boxes = placed([line.box for line in lines], [position_in(line.office) for line in lines])
    lines = [replace(line, box=box) for line, box in zip(lines, boxes, strict=True)]
    notes += [_unknown(line) for line in lines if line.stranger]
    cascade = Cascade(tuple(boxes), name, tuple(notes))
    return Tree(cascade, part, grid, top, end, columns, tuple(lines))


def called(part: Part, row: int, column: int) -> str:
    """What people call the cell in a row and column counted from 0, within a sentence."""
    return f"sel {cell_name(row, column)}" if part.cells_named else f"baris {row + 1}"


def begun(place: str) -> str:
    """The same at the beginning of a sentence."""
    return place[:1].upper() + place[1:]


def placed(boxes: Sequence[Box], known: Sequence[Position | None]) -> list[Box]:
    """The boxes with their positions: where none is known, one under the parent's, or the head's."""
    by_key = {box.key: (box, position) for box, position in zip(boxes, known, strict=True)}

    def position_of(key: str, seen: frozenset[str]) -> Position:
        box, position = by_key[key]
        if position or box.parent not in by_key or box.parent in seen:
            return position or Position.AGENCY_HEAD
        return below(position_of(box.parent, seen | {box.parent}))

    return [
        replace(box, position=position or position_of(box.key, frozenset({box.key})))
        for box, position in zip(boxes, known, strict=True)
    ]


def _line(texts: Mapping[str, str], cells: Mapping[str, str]) -> Line:
    key, parent, office = (texts.get(name, "").strip() for name in ("key", "parent", "position"))
    typed = {name: texts.get(name, "") for name in ("unit", "condition", "indikator", "satuan", "target")}
    if not typed["unit"].strip():
        typed["unit"] = holder_in(office)
    return Line(Box(key, parent, Position.AGENCY_HEAD, **typed), office, cells)


def _keyed(lines: Sequence[Line]) -> list[Line]:
    """Boxes without a key get the next free one, as on the desk."""
    known = {line.box.key for line in lines}
    free = (name for number in range(1, len(lines) * 2 + 2) if (name := f"K{number}") not in known)
    return [line if line.box.key else replace(line, box=replace(line.box, key=next(free))) for line in lines]


def _unknown(line: Line) -> str:
    known = ", ".join(f"“{label}”" for label in POSITIONS.values())
    return (
        f"{begun(line.cells['position'])} berisi jabatan “{line.office}” yang tidak dikenal; "
        f"kotak {line.box.key} dibaca sebagai {POSITIONS[line.box.position]} menurut tempatnya. "
        f"Yang dikenal: {known}."
    )
