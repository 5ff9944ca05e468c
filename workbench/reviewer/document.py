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
