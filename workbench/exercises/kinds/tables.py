"""What the kinds share whose answer is an indicator table: `{"rows": [{"sasaran": "...", ...}, ...]}`."""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal, cast

from flask_babel import lazy_gettext as _
from pydantic import Field

from workbench import reviewer
from workbench.exercises.kinds.base import LONGEST, Answer, Document, Exercise, Unreadable, clean
from workbench.reviewer.document import Position, Row, Table

Column = Literal[
    "sasaran",
    "indikator",
    "satuan",
    "target",
    "formula",
    "sumber_data",
    "penanggung_jawab",
    "baseline",
    "polaritas",
]
Cells = dict[str, str]

#: A draft with more rows than this is not a table somebody typed.
MOST_ROWS = 60


class TableExercise(Exercise):
    """An exercise over an indicator table; `position` decides which level of result is expected.

    `must_clear` names rules of the reviewer of which no finding may remain for it to be passed.
    """

    position: Annotated[Position, Field(strict=False)] = Position.AGENCY_HEAD
    columns: Annotated[list[Column], Field(min_length=2)] = [
        "sasaran",
        "indikator",
        "satuan",
        "target",
        "sumber_data",
        "penanggung_jawab",
    ]

    must_clear: list[str] = []

    desk: ClassVar[str] = "table.html"

    @property
    def most_rows(self) -> int | None:
        """How many rows the desk lets somebody add; None where rows are neither added nor removed."""
        return None

    def locked_columns(self) -> frozenset[str]:
        """Columns that stand as given."""
        return frozenset()

    def empty_row(self) -> Cells:
        """A row in which nothing is typed."""
        return {str(column): "" for column in self.columns}

    def accept(self, value: Any) -> Answer | Unreadable:
        """Rows of text; cells of other columns are left out, cells not sent are empty."""
        rows = value.get("rows", []) if isinstance(value, dict) else None
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            return Unreadable(_("Isian ini bukan tabel."))
        if len(rows) > MOST_ROWS:
            return Unreadable(
                _("Tabel ini lebih dari %(most)s baris. Sisakan baris yang diperlukan saja.", most=MOST_ROWS)
            )
        wrong: dict[str, str] = {}
        accepted = [self._row(row, f"rows.{index}", wrong) for index, row in enumerate(rows)]
        if wrong:
            return Unreadable(_("Ada isian yang terlalu panjang atau bukan teks."), wrong)
        return {"rows": accepted}

    def _row(self, row: dict[str, Any], place: str, wrong: dict[str, str]) -> Cells:
        cells = self.empty_row()
        for column in cells:
            text = row.get(column, "")
            if not isinstance(text, str):
                wrong[f"{place}.{column}"] = _("Isian ini harus berupa teks.")
            elif len(text) > LONGEST:
                wrong[f"{place}.{column}"] = _("Paling banyak %(longest)s huruf.", longest=LONGEST)
            else:
                cells[column] = clean(text)
        return cells

    def review(self, answer: Answer) -> Document:
        """What the reviewer says about the table."""
        table = Table(
            rows=tuple(Row(number=number, **cells) for number, cells in enumerate(answer["rows"], start=1)),
            columns=frozenset(str(column) for column in self.columns),
            position=self.position,
            fixed_columns=True,
        )
        return cast(Document, reviewer.review(table))

    def passed(self, document: Document) -> bool:
        """The score, and none of the findings that had to go."""
        found = [*document["table_findings"], *document.get("findings", ())]
        left = {finding["rule"] for finding in found}
        left |= {finding["rule"] for row in document["rows"] for finding in row["findings"]}
        return super().passed(document) and left.isdisjoint(self.must_clear)

    def slips(self) -> Iterator[tuple[str, str]]:
        """Adds: columns that appear twice, cells of columns that it does not have, rules nobody knows."""
        if len(set(self.columns)) < len(self.columns):
            yield "columns", "ada kolom yang disebut dua kali"
        for index, sample in enumerate(self.samples):
            rows = sample.answer.get("rows")
            for number, row in enumerate(rows if isinstance(rows, list) else ()):
                yield from self.foreign_cells(row, f"samples[{index}].answer.rows[{number}]")
        yield from self._unknown_rules()
        yield from super().slips()

    def _unknown_rules(self) -> Iterator[tuple[str, str]]:
        if self.must_clear:
            from workbench.reviewer.rules import names

            for index, name in enumerate(self.must_clear):
                if name not in names():
                    yield f"must_clear[{index}]", f"tidak ada aturan bernama {name}"

    def foreign_cells(self, row: Any, place: str) -> Iterator[tuple[str, str]]:
        """The cells of a row that are of no column of this exercise."""
        for name in row if isinstance(row, dict) else ():
            if name not in self.columns:
                known = ", ".join(self.columns)
                yield f"{place}.{name}", f"bukan kolom latihan ini; kolomnya: {known}"


def too_few_rows(count: int, least: int) -> Unreadable:
    """Why a table of `count` rows cannot be submitted yet."""
    return Unreadable(
        _(
            "Baru %(count)s baris; latihan ini meminta paling sedikit %(least)s. "
            "Tombol Periksa sudah dapat dipakai.",
            count=count,
            least=least,
        ),
        {f"rows.{count}.sasaran": _("Baris ini masih kosong.")},
    )


def is_blank(cells: Cells) -> bool:
    """Whether nothing was typed in any cell."""
    return not any(text.strip() for text in cells.values())
