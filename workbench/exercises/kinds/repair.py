"""Mend given rows: every row has a flaw, some columns may be locked.

The smallest complete exercise::

    kind: repair
    title: Membenahi indikator
    module: 03-menetapkan-iku-dan-target
    minutes: 20
    case: Satu baris dikembalikan evaluator.
    instructions: Perbaiki indikatornya.
    pass_score: 75
    columns: [sasaran, indikator]
    locked: [sasaran]
    given:
      - {sasaran: Meningkatnya kualitas layanan, indikator: Meningkatnya kepuasan masyarakat}
    hints: [Apa yang dihitung?, "Contoh: Indeks kepuasan masyarakat."]
    samples:
      - {name: kosong, answer: {rows: []}, unreadable: true}

Options: `position` and `columns` as in an indicator table; `must_clear` (rules of the reviewer of which no
finding may remain, whatever the score, for the exercise to be passed).
"""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from flask_babel import lazy_gettext as _
from pydantic import Field

from workbench.exercises.kinds.base import Answer, Unreadable
from workbench.exercises.kinds.tables import Cells, Column, TableExercise, is_blank


class Repair(TableExercise):
    """The model of `kind: repair`."""

    kind: Literal["repair"]
    given: Annotated[list[Cells], Field(min_length=1)]
    locked: list[Column] = []

    def locked_columns(self) -> frozenset[str]:
        """Columns that stand as given."""
        return frozenset(str(column) for column in self.locked)

    def blank(self) -> Answer:
        """The rows as given."""
        return {"rows": [{**self.empty_row(), **cells} for cells in self.given]}

    def accept(self, value: Any) -> Answer | Unreadable:
        """As many rows as given; locked cells are those given, whatever was sent."""
        accepted = super().accept(value)
        if isinstance(accepted, Unreadable):
            return accepted
        rows = accepted["rows"][: len(self.given)]
        rows += [self.empty_row() for _place in range(len(self.given) - len(rows))]
        for cells, given in zip(rows, self.given, strict=True):
            cells.update({str(column): given.get(column, "") for column in self.locked})
        return {"rows": rows}

    def complete(self, answer: Answer, *, submitting: bool) -> Answer | Unreadable:
        """Every row, once something stands in each."""
        missing = [index for index, cells in enumerate(answer["rows"]) if is_blank(self.editable(cells))]
        if len(missing) == len(self.given) or (submitting and missing):
            first = next(column for column in self.columns if column not in self.locked)
            return Unreadable(
                _("Ada baris yang masih kosong. Setiap baris perlu dijawab."),
                {f"rows.{index}.{first}": _("Baris ini belum dijawab.") for index in missing},
            )
        return answer

    def editable(self, cells: Cells) -> Cells:
        """The cells of a row that are the participant's."""
        return {column: text for column, text in cells.items() if column not in self.locked}

    def slips(self) -> Iterator[tuple[str, str]]:
        """Adds: cells of other columns, everything locked."""
        for index, cells in enumerate(self.given):
            yield from self.foreign_cells(cells, f"given[{index}]")
        for index, column in enumerate(self.locked):
            if column not in self.columns:
                yield f"locked[{index}]", f"{column} bukan kolom latihan ini"
        if set(self.columns) <= set(self.locked):
            yield "locked", "semua kolom terkunci; tidak ada yang dapat diperbaiki"
            return
        yield from super().slips()
