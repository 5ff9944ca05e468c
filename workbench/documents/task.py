"""An exercise around what is filled in: its case and instructions, as a second sheet and on paper."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .cells import legal
from .typesetting import TEMPLATES, pdf
from .workbook import fit_rows, print_setup, put

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet as Page

#: The sheets of every worksheet; the first is what is filled in where one is enough.
FILLED, INSTRUCTIONS = "Lembar kerja", "Petunjuk"

_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_MARKS = re.compile(r"(\*\*|__|`|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w))")

#: A paragraph, or the rows of a small table.
Block = str | tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked: `about` is the case, `instructions` what to do, both as blocks of plain text."""

    title: str
    about: tuple[Block, ...] = ()
    instructions: tuple[Block, ...] = ()
    foot: str = "Bimtek Workbench"


@dataclass(frozen=True, slots=True)
class Column:
    """A column on paper; `short` texts stand in the middle."""

    label: str
    width: float
    short: bool = False


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table on paper: what is given, and `empty` rows to write in by hand. `title` may be empty."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    empty: int = 0
    title: str = ""
    numbered: bool = True
    foot: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Blanks:
    """Labels with what is given beside them, or a line to write on."""

    title: str
    fields: tuple[tuple[str, str], ...]


def blocks(markdown: str) -> tuple[Block, ...]:
    """The paragraphs, list items and tables of a Markdown text as plain text."""
    parts = re.split(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)", legal(markdown).strip())
    return tuple(_block(part) for part in parts if part.strip())


def _block(part: str) -> Block:
    lines = part.strip().splitlines()
    if len(lines) > 1 and all(line.strip().startswith("|") for line in lines):
        cells = [tuple(_plain(cell) for cell in line.strip().strip("|").split("|")) for line in lines]
        return tuple(row for row in cells if not all(re.fullmatch(r":?-*:?", cell) for cell in row))
    return _plain(re.sub(r"^\s*(?:#+|[-*])\s+", "", part))


def _plain(text: str) -> str:
    return " ".join(_MARKS.sub("", _LINK.sub(r"\1", text)).split())


def write_instructions(page: "Page", task: Task, how: Sequence[str]) -> None:
    """The second sheet: the case, what to do, and `how` the first sheet is filled in and sent back."""
    page.column_dimensions["A"].width = 88
    at = 1
    for heading, texts in (
        (task.title, task.about),
        ("Yang dikerjakan", task.instructions),
        ("Cara mengisi", tuple(how)),
    ):
        if not texts and heading != task.title:
            continue
        put(page, at, 1, heading, bold=True, size=14 if at == 1 else 12)
        for text in (line for block in texts for line in _lines(block)):
            at += 1
            put(page, at, 1, text)
            fit_rows(page, {at: (text,)}, (88,), room=1.2)
        at += 2
    print_setup(page, task.foot, landscape=False)


def _lines(block: Block) -> tuple[str, ...]:
    """A block as lines for one column: the rows of a table as "first: second · third"."""
    if isinstance(block, str):
        return (block,)
    return tuple(": ".join((row[0], " · ".join(row[1:]))) if len(row) > 1 else "".join(row) for row in block)


def draw(task: Task, parts: Sequence[Ruled | Blanks], *, across: bool = True) -> bytes:
    """The task on A4 with room to write by hand, as PDF; `across` turns the page."""
    data = {
        "title": legal(task.title),
        "about": task.about,
        "instructions": task.instructions,
        "parts": [_ruled(part) if isinstance(part, Ruled) else _blanks(part) for part in parts],
        "foot": task.foot,
        "across": across,
    }
    return pdf(TEMPLATES / "worksheet.typ", data)


def _ruled(part: Ruled) -> Mapping[str, Any]:
    return {
        "kind": "table",
        "title": legal(part.title),
        "columns": [
            {"label": legal(column.label), "width": column.width, "short": column.short}
            for column in part.columns
        ],
        "rows": [list(map(legal, row)) for row in part.rows],
        "empty": part.empty,
        "numbered": part.numbered,
        "foot": list(map(legal, part.foot)),
    }


def _blanks(part: Blanks) -> Mapping[str, Any]:
    fields = [[legal(label), legal(text)] for label, text in part.fields]
    return {"kind": "blanks", "title": legal(part.title), "fields": fields}
