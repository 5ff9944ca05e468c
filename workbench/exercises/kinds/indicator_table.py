"""Draft an indicator table, from nothing or from a few given rows.

The smallest complete exercise::

    kind: indicator-table
    title: Tabel IKU dinas
    module: 03-menetapkan-iku-dan-target
    minutes: 30
    case: Dinas ini melayani 40.000 warga setahun.
    instructions: Susunlah tiga baris.
    pass_score: 75
    rows: {min: 3, max: 6}
    hints: [Mulailah dari warga., "Contoh: Indeks kepuasan masyarakat."]
    samples:
      - {name: kosong, answer: {rows: []}, unreadable: true}

Options: `position` (kepala-daerah, kepala-opd, eselon-iii, eselon-iv; decides the level of result that the
reviewer expects), `columns` (default: sasaran, indikator, satuan, target, sumber_data, penanggung_jawab;
also baseline, formula, polaritas), `given` (rows to start from, all of them editable).
"""

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from flask_babel import lazy_gettext as _
from pydantic import Field, model_validator

from workbench.content import Strict
from workbench.exercises.kinds.base import Answer, Unreadable
from workbench.exercises.kinds.tables import MOST_ROWS, Cells, TableExercise, is_blank, too_few_rows


class RowLimits(Strict):
    """How many rows an attempt must and may have."""

    min: Annotated[int, Field(ge=1, le=MOST_ROWS)]
    max: Annotated[int, Field(ge=1, le=MOST_ROWS)]

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.min > self.max:
            raise ValueError("min lebih besar daripada max")
        return self


class IndicatorTable(TableExercise):
    """The model of `kind: indicator-table`."""

    kind: Literal["indicator-table"]
    rows: RowLimits
    given: list[Cells] = []

    def blank(self) -> Answer:
        """The given rows, and empty ones up to the least that is asked."""
        return self.shown({"rows": [{**self.empty_row(), **cells} for cells in self.given]})

    @property
    def most_rows(self) -> int:
        """The most rows of an attempt."""
        return self.rows.max

    def shown(self, answer: Answer) -> Answer:
        """Never fewer rows than are asked."""
        missing = max(0, self.rows.min - len(answer["rows"]))
        return {"rows": answer["rows"] + [self.empty_row() for _place in range(missing)]}

    def acted(self, answer: Answer, action: str) -> Answer:
        """`tambah-baris` adds an empty row, `hapus-baris:2` removes the third."""
        rows = list(answer["rows"])
        verb, _colon, place = action.partition(":")
        if verb == "tambah-baris" and len(rows) < self.rows.max:
            rows.append(self.empty_row())
        elif verb == "hapus-baris" and place.isdecimal() and int(place) < len(rows):
            del rows[int(place)]
        return {"rows": rows}

    def complete(self, answer: Answer, *, submitting: bool) -> Answer | Unreadable:
        """The rows in which something was typed."""
        rows = [cells for cells in answer["rows"] if not is_blank(cells)]
        if not rows:
            return Unreadable(
                _("Tabel masih kosong. Isilah paling sedikit satu baris."),
                {"rows.0.sasaran": _("Mulailah di sini.")},
            )
        if len(rows) > self.rows.max:
            return Unreadable(
                _(
                    "Ada %(count)s baris; latihan ini menerima paling banyak %(most)s. "
                    "Hapus yang paling lemah.",
                    count=len(rows),
                    most=self.rows.max,
                )
            )
        if submitting and len(rows) < self.rows.min:
            return too_few_rows(len(rows), self.rows.min)
        return {"rows": rows}

    def slips(self) -> Iterator[tuple[str, str]]:
        """Adds: given rows with cells of other columns."""
        for index, cells in enumerate(self.given):
            yield from self.foreign_cells(cells, f"given[{index}]")
        yield from super().slips()
