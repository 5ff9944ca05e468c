"""What is reviewed: the rows of an indicator table, as plain values.

A table knows which columns its file had, because a column that is missing is reported once for the
table, while a cell left empty in a column that exists is a finding of its row.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Position(StrEnum):
    """Whose table it is; decides which level of result is expected (PermenPANRB 53/2014 practice)."""

    REGIONAL_HEAD = "kepala-daerah"
    AGENCY_HEAD = "kepala-opd"
    ECHELON_3 = "eselon-iii"
    ECHELON_4 = "eselon-iv"


#: Every cell a row may hold, in the order of a form; the names are those of the JSON document.
FIELDS = (
    "sasaran",
    "indikator",
    "satuan",
    "target",
    "formula",
    "sumber_data",
    "penanggung_jawab",
    "baseline",
    "polaritas",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator of a table, every cell as typed (an empty string where nothing was typed)."""

    number: int
    sasaran: str = ""
    indikator: str = ""
    satuan: str = ""
    target: str = ""
    formula: str = ""
    sumber_data: str = ""
    penanggung_jawab: str = ""
    baseline: str = ""
    polaritas: str = ""

    def cell(self, field_name: str) -> str:
        """The text of the cell named as in `FIELDS`."""
        return str(getattr(self, field_name))


@dataclass(frozen=True, slots=True)
class Table:
    """An indicator table ready for review.

    `columns` names the members of `FIELDS` that the source had at all; `notes` are remarks of the reader
    for the person (a column that was ignored, a sheet that was chosen).
    """

    rows: tuple[Row, ...]
    columns: frozenset[str] = field(default_factory=lambda: frozenset(FIELDS))
    position: Position = Position.AGENCY_HEAD
    name: str = ""
    notes: tuple[str, ...] = ()
    fixed_columns: bool = False  # a form chose the columns, so that a missing one is not the writer's doing


@dataclass(frozen=True, slots=True)
class Party:
    """One who signs; empty strings where nothing was typed."""

    name: str = ""
    position: str = ""
    nip: str = ""
    rank: str = ""


@dataclass(frozen=True, slots=True)
class Programme:
    """One line of the second table of an agreement, as typed."""

    number: int
    name: str = ""
    budget: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """A perjanjian kinerja, every part as typed (form: PermenPANRB 53/2014 in its practice shape).

    `second` stays empty for a kepala daerah, who signs alone. `iku` are the rows of the unit's own IKU list
    (perhaps with nothing but names) and `superior` the indicator names of the superior's agreement; None
    where they are not known, so that rules about them keep silent. `rpjmd` and `renstra` are rows of the
    plans above, perhaps with nothing but objectives; None where the form does not ask for them.
    """

    position: Position = Position.AGENCY_HEAD
    unit: str = ""
    year: str = ""
    annex_year: str = ""
    place: str = ""
    date: str = ""
    budget_date: str = ""
    first: Party = field(default_factory=Party)
    second: Party = field(default_factory=Party)
    rows: tuple[Row, ...] = ()
    programmes: tuple[Programme, ...] = ()
    total: str = ""
    iku: tuple[Row, ...] | None = None
    superior: tuple[str, ...] | None = None
    rpjmd: tuple[Row, ...] | None = None
    renstra: tuple[Row, ...] | None = None
    name: str = ""
    notes: tuple[str, ...] = ()
    fixed_columns: bool = False  # a form chose the columns, so that a missing one is not the writer's doing


@dataclass(frozen=True, slots=True)
class Box:
    """One condition of a pohon kinerja; `parent` is another box's `key`, empty for the root."""

    key: str
    parent: str = ""
    position: Position = Position.AGENCY_HEAD
    unit: str = ""
    condition: str = ""
    indikator: str = ""
    satuan: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Cascade:
    """A pohon kinerja: boxes in reading order, parents before children."""

    boxes: tuple[Box, ...] = ()
    name: str = ""
    notes: tuple[str, ...] = ()

    @property
    def highest(self) -> Position:
        """Whose tree it is: the position of its first box."""
        return self.boxes[0].position if self.boxes else Position.AGENCY_HEAD


@dataclass(frozen=True, slots=True)
class Chain:
    """The documents that follow each other from the RPJMD to the agreement, each as rows; empty if unknown.

    A row of a plan may name nothing but its objective. `position` is that of whoever promises.
    """

    rpjmd: tuple[Row, ...] = ()
    renstra: tuple[Row, ...] = ()
    iku: tuple[Row, ...] = ()
    agreement: tuple[Row, ...] = ()
    position: Position = Position.AGENCY_HEAD
    name: str = ""
