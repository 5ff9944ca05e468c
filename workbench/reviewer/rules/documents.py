"""Rules about agreements, cascades and chains: what they may look at, and the parts that they name.

A `PartRule` looks at the document as a whole and says where; an `InnerRule` looks at one row of it and marks
words there. Both have pages like every other rule.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from ..blanks import typed as typed
from ..document import Agreement, Box, Cascade, Party, Position, Programme
from ..following import Following, chain_to
from ..rupiah import Money, read_money
from ..sameness import Likeness, closest
from .base import Hit, RowCase

Case = TypeVar("Case")

#: What the four forms are called in a sentence.
FORMS = {
    Position.REGIONAL_HEAD: "kepala daerah",
    Position.AGENCY_HEAD: "kepala perangkat daerah",
    Position.ECHELON_3: "setara eselon III",
    Position.ECHELON_4: "setara eselon IV",
}

#: The offices from the top down.
RANKS = tuple(Position)

#: The parts of an agreement that a finding names.
FIRST, SECOND, STATEMENT, ANNEX, DATE, BUDGET, TOTAL = (
    "pihak-pertama",
    "pihak-kedua",
    "pernyataan",
    "lampiran",
    "tanggal",
    "anggaran",
    "jumlah",
)


@dataclass(frozen=True, slots=True)
class PartRule(Generic[Case]):
    """A rule about a document as a whole; silent where a rule that it names has told the same cause."""

    name: str
    check: Callable[[Case], Iterable[Hit]]
    silent_after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InnerRule(Generic[Case]):
    """A rule about one row of a document, which also knows the whole; `cell` is as in `RowRule`."""

    name: str
    check: Callable[[Case, RowCase], Hit | None]
    silent_after: tuple[str, ...] = ()
    cell: str = ""


@dataclass(frozen=True)
class AgreementCase:
    """What a rule about an agreement may look at: its parts as typed, and how its names meet other lists."""

    agreement: Agreement
    rows: tuple[RowCase, ...]

    @cached_property
    def parties(self) -> tuple[tuple[str, str, Party], ...]:
        """Those who have to sign this form: place, name in a sentence, and what was typed."""
        first = (FIRST, "pihak pertama", self.agreement.first)
        if self.agreement.position is Position.REGIONAL_HEAD:
            return (first,)
        return first, (SECOND, "pihak kedua", self.agreement.second)

    @cached_property
    def programmes(self) -> tuple[tuple[Programme, Money | None], ...]:
        """The lines of the second table in which anything was typed, with their amounts."""
        lines = [line for line in self.agreement.programmes if typed(line.name) or typed(line.budget)]
        return tuple((line, read_money(line.budget)) for line in lines)

    @cached_property
    def in_iku(self) -> dict[int, tuple[Likeness, str]]:
        """For each row with an indicator, the most alike name of the IKU list; empty where none is known."""
        rows = self.agreement.iku
        return self._compared(None if rows is None else tuple(row.indikator for row in rows))

    @property
    def none_in_iku(self) -> bool:
        """Whether a head's agreement takes none of its indicators from the IKU list: one cause, told once."""
        heads = (Position.REGIONAL_HEAD, Position.AGENCY_HEAD)
        found = self.in_iku.values()
        apart = len(found) > 1 and all(how is Likeness.OTHER for how, _ in found)
        return apart and self.agreement.position in heads

    @cached_property
    def in_superior(self) -> dict[int, tuple[Likeness, str]]:
        """For each row with an indicator, the most alike name of the superior's agreement."""
        return self._compared(self.agreement.superior)

    @cached_property
    def following(self) -> Following:
        """The agreement as the last of the documents that are known, compared with those above."""
        return Following(chain_to(self.agreement))

    def _compared(self, names: tuple[str, ...] | None) -> dict[int, tuple[Likeness, str]]:
        known = [name for name in names or () if typed(name)]
        rows = [case.row for case in self.rows if typed(case.row.indikator)]
        return {row.number: closest(row.indikator, known) for row in rows} if known else {}


@dataclass(frozen=True)
class CascadeCase:
    """What a rule about a cascade may look at: the boxes, read, and who stands under whom."""

    cascade: Cascade
    rows: tuple[RowCase, ...]

    @cached_property
    def boxes(self) -> dict[str, Box]:
        """Boxes by key, in reading order; of boxes with the same key the first."""
        first: dict[str, Box] = {}
        for box in self.cascade.boxes:
            first.setdefault(box.key, box)
        return first

    @cached_property
    def row_of(self) -> dict[str, RowCase]:
        """What was read in each box, by its key."""
        pairs = zip(self.cascade.boxes, self.rows, strict=True)
        return {box.key: row for box, row in reversed(list(pairs))}

    @cached_property
    def children(self) -> dict[str, tuple[Box, ...]]:
        """The boxes right under each box, by its key, in reading order."""
        below: dict[str, list[Box]] = {key: [] for key in self.boxes}
        for box in self.cascade.boxes:
            if box.parent in below and box.parent != box.key:
                below[box.parent].append(box)
        return {key: tuple(found) for key, found in below.items()}

    def box_of(self, case: RowCase) -> Box:
        """The box that was read as this row."""
        return self.cascade.boxes[case.row.number - 1]

    def parent_of(self, box: Box) -> Box | None:
        """The box above this one, None for a root, an unknown parent, or a box that is its own parent."""
        return None if box.parent == box.key else self.boxes.get(box.parent)

    def above(self, box: Box) -> tuple[Box, ...]:
        """All boxes above this one, from its parent up; ends where the line closes to a circle."""
        found: list[Box] = []
        seen = {box.key}
        step = self.parent_of(box)
        while step is not None and step.key not in seen:
            found.append(step)
            seen.add(step.key)
            step = self.parent_of(step)
        return tuple(found)


def programme_place(number: int) -> str:
    """The name of a line of the second table."""
    return f"program[{number}]"


def box_place(box: Box) -> str:
    """The name of a box of a cascade."""
    return f"kotak[{box.key}]"
