"""What the person says about what was understood: which table, which column is which, whose it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from flask_babel import gettext as _

from workbench.documents.cascades import to_record
from workbench.documents.finding import Found, as_table
from workbench.exercises.tree import Branch, grown
from workbench.inspection.carrying import Brought
from workbench.inspection.subjects import Subject
from workbench.reviewer.document import FIELDS, Position
from workbench.web.labels import COLUMNS

#: By place of the table: by place of the column, the member of FIELDS it is read as, or nothing.
Columns = Mapping[int, Mapping[int, str]]


class Unclear(Exception):
    """A sentence for the person about what they chose."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The table that is reviewed (its place among those found), how its columns are read, and whose it is."""

    position: Position
    table: int = 0
    columns: Columns = field(default_factory=dict)

    def fields(self) -> Iterator[tuple[str, str]]:
        """Name and value of the form fields that say the same."""
        yield "position", str(self.position)
        yield "table", str(self.table)
        for table, columns in self.columns.items():
            for column, name in columns.items():
                yield f"column-{table}-{column}", name


def position_from(text: str | None) -> Position:
    """The position that a form names; kepala OPD where it names none."""
    return Position(text) if text in list(Position) else Position.AGENCY_HEAD


def recognised(brought: Brought, position: Position) -> Choice:
    """What is chosen before the person says anything: the first table, its columns by their headings."""
    return Choice(position, 0, {place: _recognised(found) for place, found in enumerate(brought.found)})


def choice_from(form: Mapping[str, Any], brought: Brought) -> Choice:
    """What a form says; where it says nothing, or nothing that is known, as recognised."""
    typed = str(form.get("table", ""))
    table = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 6 else 0
    columns = {}
    for place, found in enumerate(brought.found):
        columns[place] = {
            column: str(form.get(f"column-{place}-{column}", name))
            for column, name in _recognised(found).items()
        }
    return Choice(position_from(form.get("position")), min(table, len(brought.found) - 1), columns)


def subject_of(brought: Brought, choice: Choice) -> Subject:
    """What is reviewed. Raises Unclear for a choice that cannot be, and Unreadable for an empty table."""
    found = brought.found[choice.table]
    if found.agreement:
        agreement = replace(found.agreement, position=choice.position, name=brought.file_name)
        return Subject(brought.file_name, found.kind, found.where, agreement)
    if found.cascade:  # each box says its own position
        cascade = replace(found.cascade, name=brought.file_name)
        return Subject(brought.file_name, found.kind, found.where, cascade)
    mapping = {column: name for column, name in choice.columns[choice.table].items() if name in FIELDS}
    _refuse_twice(found, mapping)
    return Subject(brought.file_name, found.kind, found.where, as_table(found, mapping, choice.position))


def trees_of(brought: Brought) -> dict[int, tuple[Branch, ...]]:
    """The pohon kinerja among what was found, by place, as they can be drawn."""
    return {
        place: grown(to_record(found.cascade)["boxes"])
        for place, found in enumerate(brought.found)
        if found.cascade
    }


def column_name(found: Found, index: int) -> str:
    """A column as its document calls it: its heading, or the letter a spreadsheet shows above it."""
    heading = next((column.heading for column in found.columns if column.index == index), "")
    return f"“{heading}”" if heading else _("kolom ke-%(number)s", number=index + 1)


def _recognised(found: Found) -> dict[int, str]:
    return {column.index: column.field for column in found.columns}


def _refuse_twice(found: Found, mapping: Mapping[int, str]) -> None:
    """No cell of a row can come from two columns; a sasaran or an indicator there must be."""
    by_name: dict[str, list[int]] = {}
    for column, name in mapping.items():
        by_name.setdefault(name, []).append(column)
    for name, columns in by_name.items():
        if len(columns) > 1:
            raise Unclear(
                _(
                    "%(first)s dan %(second)s sama-sama dipilih sebagai %(name)s. Pilih salah satu, dan "
                    "“tidak dibaca” untuk yang lain.",
                    first=column_name(found, columns[0]),
                    second=column_name(found, columns[1]),
                    name=COLUMNS[name],
                )
            )
    if not {"sasaran", "indikator"} & by_name.keys():
        raise Unclear(_("Pilih sedikitnya kolom mana yang memuat sasaran dan mana yang memuat indikator."))
