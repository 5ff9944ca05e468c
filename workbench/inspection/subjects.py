"""What is reviewed: one table or agreement out of a document, as it is stored and as it becomes a draft."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from workbench.documents.agreements import from_record, to_record
from workbench.documents.finding import AGREEMENT
from workbench.exercises.kinds.base import Document
from workbench.reviewer import review_any
from workbench.reviewer.document import FIELDS, Agreement, Position, Row, Table


@dataclass(frozen=True, slots=True)
class Subject:
    """A table or agreement with the name of its file, its kind (`documents.finding`) and where it stood."""

    file_name: str
    kind: str
    place: str
    document: Table | Agreement

    @property
    def position(self) -> Position:
        """Whose it is."""
        return self.document.position

    @property
    def table(self) -> Table:
        """Its indicators as a table, whatever it is."""
        if isinstance(self.document, Table):
            return self.document
        agreement = self.document
        used = {name for name in FIELDS if any(row.cell(name) for row in agreement.rows)}
        return Table(agreement.rows, frozenset(used | set(FIELDS[:4])), agreement.position, agreement.name)

    def review(self) -> Document:
        """What the reviewer says about it."""
        return cast(Document, review_any(self.document))

    def content(self) -> dict[str, Any]:
        """As plain values, from which `restored` makes the same again."""
        if isinstance(self.document, Agreement):
            return {"agreement": to_record(self.document)}
        columns = [name for name in FIELDS if name in self.document.columns]
        rows = [[row.cell(name) for name in columns] for row in self.document.rows]
        return {"columns": columns, "rows": rows, "notes": list(self.document.notes)}


def restored(file_name: str, kind: str, place: str, position: str, content: Mapping[str, Any]) -> Subject:
    """What was stored, again."""
    if kind == AGREEMENT:
        agreement = replace(from_record(content["agreement"]), position=Position(position))
        return Subject(file_name, kind, place, agreement)
    columns = content["columns"]
    rows = tuple(
        Row(number, **dict(zip(columns, cells, strict=True)))
        for number, cells in enumerate(content["rows"], start=1)
    )
    table = Table(rows, frozenset(columns), Position(position), file_name, tuple(content["notes"]))
    return Subject(file_name, kind, place, table)
