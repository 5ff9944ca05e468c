"""What is reviewed: one table, agreement or tree out of a document, as it is stored and becomes a draft."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from workbench.documents import agreements, cascade_xlsx, cascades, iku_xlsx
from workbench.documents.finding import AGREEMENT, CASCADE
from workbench.exercises.kinds.base import Document
from workbench.reviewer import review_any
from workbench.reviewer.document import FIELDS, Agreement, Cascade, Position, Row, Table


@dataclass(frozen=True, slots=True)
class Subject:
    """What is reviewed, with the name of its file, its kind (`documents.finding`) and where it stood."""

    file_name: str
    kind: str
    place: str
    document: Table | Agreement | Cascade

    @property
    def position(self) -> Position:
        """Whose it is; of a tree that of its first box."""
        return self.document.highest if isinstance(self.document, Cascade) else self.document.position

    def spreadsheet(self) -> bytes:
        """As it was read, in our own form: the table of indicators, or the boxes of a tree."""
        if isinstance(self.document, Cascade):
            return cascade_xlsx.write(self.document)
        return iku_xlsx.write(self.table)

    @property
    def table(self) -> Table:
        """The indicators of a table or an agreement."""
        if isinstance(self.document, Table):
            return self.document
        agreement = self.document
        assert isinstance(agreement, Agreement)
        used = {name for name in FIELDS if any(row.cell(name) for row in agreement.rows)}
        return Table(agreement.rows, frozenset(used | set(FIELDS[:4])), agreement.position, agreement.name)

    def review(self) -> Document:
        """What the reviewer says about it."""
        return cast(Document, review_any(self.document))

    def content(self) -> dict[str, Any]:
        """As plain values, from which `restored` makes the same again."""
        if isinstance(self.document, Agreement):
            return {"agreement": agreements.to_record(self.document)}
        if isinstance(self.document, Cascade):
            return {"cascade": cascades.to_record(self.document), "notes": list(self.document.notes)}
        columns = [name for name in FIELDS if name in self.document.columns]
        rows = [[row.cell(name) for name in columns] for row in self.document.rows]
        return {"columns": columns, "rows": rows, "notes": list(self.document.notes)}


def restored(file_name: str, kind: str, place: str, position: str, content: Mapping[str, Any]) -> Subject:
    """What was stored, again."""
    if kind == AGREEMENT:
        agreement = replace(agreements.from_record(content["agreement"]), position=Position(position))
        return Subject(file_name, kind, place, agreement)
    if kind == CASCADE:
        cascade = replace(cascades.from_record(content["cascade"]), notes=tuple(content["notes"]))
        return Subject(file_name, kind, place, cascade)
    columns = content["columns"]
    rows = tuple(
        Row(number, **dict(zip(columns, cells, strict=True)))
        for number, cells in enumerate(content["rows"], start=1)
    )
    table = Table(rows, frozenset(columns), Position(position), file_name, tuple(content["notes"]))
    return Subject(file_name, kind, place, table)
