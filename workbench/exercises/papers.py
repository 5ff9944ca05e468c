"""What is taken home from an answer, and what a file brings back into one. Knows no web and no database."""

from collections.abc import Mapping
from typing import Any

from workbench.documents import (
    agreement_docx,
    agreement_pdf,
    finding,
    iku_pdf,
    iku_xlsx,
    tables,
    worksheet,
)
from workbench.documents.iku_sheet import Heading
from workbench.exercises.fields import GROUPS, TEXTS
from workbench.exercises.kinds.agreement import Agreement
from workbench.exercises.kinds.base import Answer, Exercise
from workbench.exercises.kinds.indicator_table import IndicatorTable
from workbench.exercises.kinds.tables import TableExercise
from workbench.reviewer.document import Row, Table
from workbench.reviewer.records import agreement_record

#: The media type of each kind of file.
TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}

#: So many rows to fill in stand on a worksheet whose exercise sets no most.
EMPTY_ROWS = 6


def kinds(exercise: Exercise) -> tuple[str, ...]:
    """The kinds of file in which an answer of this exercise can be taken home."""
    if isinstance(exercise, Agreement):
        return ("docx", "pdf")
    return ("xlsx", "pdf") if isinstance(exercise, IndicatorTable) else ()


def worksheets(exercise: Exercise) -> tuple[str, ...]:
    """The kinds of file in which the exercise itself can be printed or filled in elsewhere."""
    return ("xlsx", "pdf") if isinstance(exercise, TableExercise) else ()


def stem(exercise: Exercise) -> str:
    """What a file with an answer is called, without anything that is not a letter, digit or hyphen."""
    word = "perjanjian-kinerja" if isinstance(exercise, Agreement) else "tabel-iku"
    return f"{word}-latihan-{exercise.number:02}"


def written(exercise: Exercise, answer: Answer, kind: str, unit: str) -> bytes:
    """An accepted answer as a file of one of its `kinds`; `unit` stands over a table."""
    if isinstance(exercise, Agreement):
        paper = exercise.paper(exercise.trimmed(answer))
        return agreement_docx.write(paper) if kind == "docx" else agreement_pdf.draw(paper)
    assert isinstance(exercise, IndicatorTable)
    table = _table(exercise, answer)
    heading = Heading(unit=unit)
    return iku_xlsx.write(table, heading) if kind == "xlsx" else iku_pdf.draw(table, heading)


def worksheet_of(exercise: TableExercise, kind: str) -> bytes:
    """The exercise as a sheet to fill in."""
    rows = tuple(
        Row(number, **cells)
        for number, cells in enumerate(exercise.blank()["rows"], start=1)
        if any(cells.values())
    )
    most = exercise.most_rows
    sheet = worksheet.Worksheet(
        title=f"Latihan {exercise.number}: {exercise.title}",
        about=worksheet.blocks(exercise.case),
        instructions=worksheet.blocks(exercise.instructions),
        columns=tuple(map(str, exercise.columns)),
        rows=rows,
        empty=max(0, min(most, EMPTY_ROWS) - len(rows)) if most else 0,
    )
    return worksheet.write_xlsx(sheet) if kind == "xlsx" else worksheet.draw_pdf(sheet)


def brought(exercise: TableExercise, draft: Answer, name: str, data: bytes) -> Answer:
    """The draft with what a file brings: rows for a table, every part that it holds for an agreement.

    :raises Unreadable: (of documents) with one sentence for the person.
    """
    if not isinstance(exercise, Agreement):
        return {**draft, "rows": _rows(exercise, tables.read_bytes(name, data, exercise.position))}
    found = finding.find(data, name, exercise.position)[0]
    if found.agreement is None:
        return {**draft, "rows": _rows(exercise, finding.as_table(found, position=exercise.position))}
    record = agreement_record(found.agreement)
    parts: dict[str, Any] = {part: record[part] for part in TEXTS if record[part]}
    parts |= {group: _filled(draft[group], record[group]) for group in GROUPS}
    if record["programmes"]:
        parts["programmes"] = record["programmes"]
    return {**draft, **parts, "rows": _kept(exercise, found.agreement.rows)}


def _filled(draft: Mapping[str, str], brought: Mapping[str, str]) -> dict[str, str]:
    return {**draft, **{name: text for name, text in brought.items() if text}}


def _rows(exercise: TableExercise, table: Table) -> list[dict[str, str]]:
    return _kept(exercise, table.rows)


def _kept(exercise: TableExercise, rows: tuple[Row, ...]) -> list[dict[str, str]]:
    return [{str(column): row.cell(str(column)) for column in exercise.columns} for row in rows]


def _table(exercise: TableExercise, answer: Answer) -> Table:
    rows = [cells for cells in answer["rows"] if any(text.strip() for text in cells.values())]
    return Table(
        rows=tuple(Row(number=number, **cells) for number, cells in enumerate(rows, start=1)),
        columns=frozenset(map(str, exercise.columns)),
        position=exercise.position,
        fixed_columns=True,
    )
