"""A perjanjian kinerja recognised in a document: title, parties, place and date, and its two tables.

Documents follow the practice form loosely, so every part is looked for by what it says, not by where it
stands; a part that is not found stays empty.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ..reviewer.document import Agreement, Position, Programme, Row
from .agreement_people import Line, office_position, people, place_and_date
from .agreement_statement import stated, statement_in
from .grid import Grid, body_rows
from .headings import folded
from .parts import Part
from .regions import BUDGET, INDICATORS, Region, is_money, is_work, lines_outside, regions

_TITLE = re.compile(r"\bperjanjian\s+kinerja\b", re.IGNORECASE)
_WORD = re.compile(r"perjanjian", re.IGNORECASE)
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_UNIT = re.compile(
    r"^(?:dinas|badan|kecamatan|kelurahan|bagian|bidang|seksi|subbagian|sub\s?bagian|sekretariat|inspektorat|rsud|"
    r"rumah sakit|satuan|kantor|unit|upt|puskesmas|kabupaten|kota|provinsi)\b",
    re.IGNORECASE,
)
#: Longest name of a unit, in signs; what is longer under a title is a sentence.
LONGEST_UNIT = 400
_HOLDER = re.compile(r"^\s*unit\s+kerja\s*:?\s*(.+)$", re.IGNORECASE)
_TOTAL = re.compile(r"^(?:jumlah|total)(?:\s+(?:anggaran|total|keseluruhan|seluruhnya))?(?:\s+rp\.?)?$")
_TOTAL_LINE = re.compile(r"^\s*(?:jumlah|total)\s+anggaran\s*:?\s*(?:rp\.?\s*)?([\d.,]+)", re.IGNORECASE)

#: Column titles that belong to one position only.
_BY_HEADING = (
    ("sasaran sub kegiatan", Position.ECHELON_4),
    ("sasaran subkegiatan", Position.ECHELON_4),
    ("sasaran kegiatan", Position.ECHELON_4),
    ("sasaran program", Position.ECHELON_3),
)


def read_agreement(
    parts: Sequence[Part], name: str = "", position: Position | None = None
) -> Agreement | None:
    """The agreement that the parts hold, None where they hold none. A position given here wins."""
    if not _may_be_one(parts):
        return None
    lines, tables = _laid_out(parts)
    sheet = statement_in(parts)
    titles = [index for index, line in enumerate(lines) if _TITLE.search(line.text) and len(line.text) < 160]
    first, second = people(lines, [table.line for table in tables])
    if sheet is None and (not titles or not (tables or first.name or first.position)):
        return None
    objectives = next((table for table in tables if table.region.kind == INDICATORS), None)
    budget = next((table for table in tables if table.region.kind == BUDGET), None)
    rows, remarks = body_rows(objectives.rows, objectives.region.columns) if objectives else ([], [])
    programmes, total = _programmes(budget) if budget else ((), "")
    place, date = place_and_date(lines)
    year, annex_year = _years(lines, titles)
    found = Agreement(
        position=position or _position(objectives, first.position),
        unit=_unit(lines, titles),
        year=year,
        annex_year=annex_year,
        place=place,
        date=date,
        first=first,
        second=second,
        rows=tuple(row for row in rows if sheet or _filled(row)),
        programmes=programmes,
        total=total or _stated_total(lines),
        name=name,
        notes=tuple(
            dict.fromkeys([*(note for part in parts for grid in part.grids for note in grid.notes), *remarks])
        ),
    )
    return found if sheet is None else stated(found, sheet, position)


def _may_be_one(parts: Sequence[Part]) -> bool:
    """Whether the word stands anywhere, told before the tables of a long document are looked at twice."""
    blocks = [block for part in parts for block in part.blocks]
    return any(
        _WORD.search(block)
        if isinstance(block, str)
        else any(_WORD.search(text) for row in block.cells for text in row)
        for block in blocks
    )


class _Placed:
    """A table with its rows, and how many lines of text stand before it."""

    def __init__(self, region: Region, cells: Sequence[Sequence[str]], line: int) -> None:
        self.region, self.line = region, line
        self.rows = cells[region.start : region.end]


def _laid_out(parts: Sequence[Part]) -> tuple[list[Line], list[_Placed]]:
    """The lines of text in reading order, and the tables between them."""
    lines: list[Line] = []
    tables: list[_Placed] = []
    for part in parts:
        for block in part.blocks:
            if isinstance(block, str):
                lines += Line.of_paragraph(block)
                continue
            _lay_out_grid(block, lines, tables)
    return lines, tables


def _lay_out_grid(grid: Grid, lines: list[Line], tables: list[_Placed]) -> None:
    found = [_cut_at_signature(region, grid.cells) for region in regions(grid.cells)]
    outside = lines_outside(grid.cells, found)
    for region in found:
        before = [Line.of_row(texts) for row, texts in outside if row < region.top]
        outside = [(row, texts) for row, texts in outside if row > region.top]
        lines += before
        tables.append(_Placed(region, grid.cells, len(lines)))
    lines += [Line.of_row(texts) for _, texts in outside]


def _cut_at_signature(region: Region, cells: Sequence[Sequence[str]]) -> Region:
    """In a sheet the signature stands in the columns of the table: a table ends where place and date come."""
    for row in range(region.start, region.end):
        filled = {text.strip() for text in cells[row] if text.strip()}
        signs = any(re.search(r"\bpihak\s+(?:pertama|kedua)\b", text, re.IGNORECASE) for text in filled)
        dated = len(filled) == 1 and place_and_date([Line.of_row(cells[row])])[1]
        if signs or dated or any(_TITLE.search(text) for text in filled):
            return replace(region, end=row)
    return region


def _years(lines: Sequence[Line], titles: Sequence[int]) -> tuple[str, str]:
    """The years of the statement and of the annex; a document with one title has one year."""
    found = []
    for index in titles:
        near = " ".join(line.text for line in lines[index : index + 3] if len(line.text) < 160)
        match = _YEAR.search(near)
        found.append(match[1] if match else "")
    return (found[0], found[-1]) if found else ("", "")


def _unit(lines: Sequence[Line], titles: Sequence[int]) -> str:
    """The unit under a title, over it as a letterhead, or in the row Unit kerja."""
    near = [line.text.strip() for index in titles for line in lines[index + 1 : index + 4]]
    first = titles[0] if titles else 0
    near += [line.text.strip() for line in reversed(lines[max(0, first - 4) : first])]
    named = next((text for text in near if _UNIT.match(text) and len(text) < LONGEST_UNIT), "")
    held = next((match[1].strip() for line in lines if (match := _HOLDER.match(line.text))), "")
    return named or (held if held.strip("….·_ ") else "")


def _position(objectives: _Placed | None, office: str) -> Position:
    """By the office of the first party; by the title of the sasaran column where the office does not tell."""
    known = office_position(office)
    if known:
        return known
    heading = folded(" ".join(objectives.region.header)) if objectives else ""
    return next((position for start, position in _BY_HEADING if start in heading), Position.AGENCY_HEAD)


def _programmes(table: _Placed) -> tuple[tuple[Programme, ...], str]:
    """The lines of the second table, and the total that it states."""
    header = table.region.header
    work = [column for column, heading in enumerate(header) if is_work(heading)]
    money = next(column for column, heading in enumerate(header) if is_money(heading))
    notes = [
        column
        for column, heading in enumerate(header)
        if folded(heading).startswith(("keterangan", "ket", "sumber dana", "sumber anggaran"))
    ]
    lines: list[Programme] = []
    total = ""
    for row in table.rows:
        texts = [text.strip() for text in row] + [""] * (len(header) - len(row))
        if any(_TOTAL.match(folded(text)) for text in texts[: money or None]):
            total = total or texts[money]
            continue
        name = next((texts[column] for column in reversed(work) if texts[column]), "")
        note = " ".join(texts[column] for column in notes if texts[column])
        numbered = note and texts[0].isdecimal()
        if name or numbered or (texts[money] and len(set(texts)) > 1):
            lines.append(Programme(len(lines) + 1, name, texts[money], note))
    return tuple(lines), total


def _stated_total(lines: Sequence[Line]) -> str:
    return next((match[1] for line in lines if (match := _TOTAL_LINE.match(line.text))), "")


def _filled(row: Row) -> bool:
    return bool(row.sasaran.strip() or row.indikator.strip())
