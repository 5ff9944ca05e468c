"""An exercise as a sheet to fill in, and what a filled one brings back. Knows no web and no database."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workbench.documents import (
    agreement_xlsx,
    cascade_filled,
    cascade_xlsx,
    choices_xlsx,
    finding,
    tables,
    task,
    worksheet,
)
from workbench.documents.parts import parts_of
from workbench.documents.unreadable import Unreadable
from workbench.exercises.fields import GROUPS, PLANS, TEXTS
from workbench.exercises.kinds.agreement import Agreement
from workbench.exercises.kinds.base import Answer, Exercise
from workbench.exercises.kinds.cascade import Cascade
from workbench.exercises.kinds.classify import Classify
from workbench.exercises.kinds.tables import TableExercise
from workbench.reviewer.document import Agreement as Paper
from workbench.reviewer.document import Row
from workbench.reviewer.records import agreement_record, cascade_record

#: So many rows to fill in stand on a worksheet whose exercise sets no most.
EMPTY_ROWS = 6


@dataclass(frozen=True, slots=True)
class Brought:
    """A draft with what a file brought: `count` items of its list `part`; `notes` are remarks on the file."""

    answer: Answer
    part: str
    count: int
    notes: tuple[str, ...] = ()


def kinds(exercise: Exercise) -> tuple[str, ...]:
    """The kinds of file in which the exercise itself can be printed or filled in elsewhere."""
    return ("xlsx", "pdf") if isinstance(exercise, TableExercise | Cascade | Classify) else ()


def written(exercise: Exercise, kind: str, answer: Answer | None = None) -> bytes:
    """The exercise as a sheet to fill in, or with an accepted answer in it."""
    shown = exercise.blank() if answer is None else answer
    if isinstance(exercise, Agreement):
        agreement = _agreement_sheet(exercise, shown)
        return agreement_xlsx.write_xlsx(agreement) if kind == "xlsx" else agreement_xlsx.draw_pdf(agreement)
    if isinstance(exercise, Cascade):
        tree = _cascade_sheet(exercise, shown if answer else {"boxes": _given(exercise)})
        return cascade_xlsx.write_xlsx(tree) if kind == "xlsx" else cascade_xlsx.draw_pdf(tree)
    if isinstance(exercise, Classify):
        items = tuple(item.text for item in exercise.items)
        levels = tuple(map(str, exercise.choices))
        choices = choices_xlsx.ChoiceSheet(_task(exercise), items, levels, tuple(shown["choices"]))
        return choices_xlsx.write_xlsx(choices) if kind == "xlsx" else choices_xlsx.draw_pdf(choices)
    assert isinstance(exercise, TableExercise)
    table = _table_sheet(exercise, shown)
    return worksheet.write_xlsx(table) if kind == "xlsx" else worksheet.draw_pdf(table)


def brought(exercise: Exercise, draft: Answer, name: str, data: bytes) -> Brought:
    """The draft with what a file brings: rows, boxes or choices, for an agreement every part that it holds.

    :raises Unreadable: (of documents) with one sentence for the person.
    """
    if isinstance(exercise, Agreement):
        return _agreement_in(exercise, draft, name, data)
    if isinstance(exercise, Cascade):
        tree = cascade_filled.filled(_parts(name, data), exercise.positions, exercise.boxes.max)
        return Brought(
            {"boxes": cascade_record(tree.cascade)["boxes"]}, "boxes", len(tree.lines), tree.cascade.notes
        )
    if isinstance(exercise, Classify):
        items = [item.text for item in exercise.items]
        chosen = choices_xlsx.read(_parts(name, data), items, list(map(str, exercise.choices)))
        return Brought(
            {"choices": list(chosen.choices)}, "choices", sum(map(bool, chosen.choices)), chosen.notes
        )
    assert isinstance(exercise, TableExercise)
    table = tables.read_bytes(name, data, exercise.position)
    notes = tuple(note for note in table.notes if f"“{task.FILLED}”" not in note)  # which is our own
    return Brought({**draft, "rows": _kept(exercise, table.rows)}, "rows", len(table.rows), notes)


def _task(exercise: Exercise) -> task.Task:
    return task.Task(
        f"Latihan {exercise.number}: {exercise.title}",
        task.blocks(exercise.case),
        task.blocks(exercise.instructions),
    )


def _table_sheet(exercise: TableExercise, answer: Answer) -> worksheet.Worksheet:
    rows = tuple(
        Row(number, **cells) for number, cells in enumerate(answer["rows"], start=1) if any(cells.values())
    )
    asked = _task(exercise)
    return worksheet.Worksheet(
        title=asked.title,
        about=asked.about,
        instructions=asked.instructions,
        columns=tuple(map(str, exercise.columns)),
        rows=rows,
        empty=_empty(exercise.most_rows, len(rows)),
    )


def _empty(most: int | None, given: int) -> int:
    return max(0, min(most, EMPTY_ROWS) - given) if most else 0


def _agreement_sheet(exercise: Agreement, answer: Answer) -> agreement_xlsx.AgreementSheet:
    trimmed = exercise.trimmed(answer)
    return agreement_xlsx.AgreementSheet(
        _task(exercise),
        exercise.paper(trimmed),
        frozenset(map(str, exercise.locked)),
        rows=max(len(trimmed["rows"]), min(exercise.rows.max, EMPTY_ROWS)),
        lines=max(len(trimmed["programmes"]), exercise.programmes.max),
        columns=tuple(map(str, exercise.columns)),
        plans=exercise.plans,
    )


def _cascade_sheet(exercise: Cascade, answer: Answer) -> cascade_xlsx.CascadeSheet:
    boxes = exercise.tree(answer).boxes
    return cascade_xlsx.CascadeSheet(
        _task(exercise), boxes, frozenset(exercise.locked), exercise.positions, exercise.boxes.max
    )


def _given(exercise: Cascade) -> list[dict[str, str]]:
    """The boxes of the untouched desk that hold something; the sheet has its own empty rows."""
    keys = {given.get("key", "") for given in exercise.given}
    return [box for box in exercise.blank()["boxes"] if box["key"] in keys]


def _agreement_in(exercise: Agreement, draft: Answer, name: str, data: bytes) -> Brought:
    """What stands empty in the file leaves the draft as it is."""
    found = finding.find(data, name, exercise.position)[0]
    if found.agreement is None:
        table = finding.as_table(found, position=exercise.position)
        return Brought({**draft, "rows": _kept(exercise, table.rows)}, "rows", len(table.rows), found.notes)
    answer = with_agreement(exercise, draft, found.agreement)
    return Brought(answer, "rows", len(found.agreement.rows), found.notes)


def with_agreement(exercise: Agreement, draft: Answer, agreement: Paper) -> Answer:
    """The draft with everything that an agreement says; what stands empty there leaves the draft as it is."""
    record = agreement_record(agreement)
    parts: dict[str, Any] = {part: record[part] for part in TEXTS if record[part]}
    plans = {name: [row.sasaran for row in getattr(agreement, name) or ()] for name in PLANS}
    parts |= {name: "\n".join(named) for name, named in plans.items() if named}
    parts |= {group: _filled(draft[group], record[group]) for group in GROUPS}
    if record["programmes"]:
        parts["programmes"] = record["programmes"]
    if agreement.rows:
        parts["rows"] = _kept(exercise, agreement.rows)
    return {**draft, **parts}


def _parts(name: str, data: bytes) -> list[Any]:
    """The parts of a file with tables; YAML and JSON have none, and a draft is not filled from them."""
    if name.casefold().endswith((".yaml", ".yml", ".json")):
        raise Unreadable("Lembar kerja diunggah sebagai XLSX, CSV, atau DOCX.")
    return list(parts_of(name, data))


def _filled(draft: Mapping[str, str], brought: Mapping[str, str]) -> dict[str, str]:
    return {**draft, **{name: text for name, text in brought.items() if text}}


def _kept(exercise: TableExercise, rows: tuple[Row, ...]) -> list[dict[str, str]]:
    return [{str(column): row.cell(str(column)) for column in exercise.columns} for row in rows]
