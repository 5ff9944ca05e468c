"""What a rule is: a name, a check over what a row (or the table) says, and a page that teaches it.

A check returns a `Hit` (where, and the words its page's sentence needs) or None. Severity, principle, points
and every sentence stand on the page, so that the catalogue and the reviewer can never disagree.
"""

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ..document import Row, Table
from ..findings import Alignment, Direction, Level, Reading, Severity, Span
from ..ontology import StandardIndicator
from ..standard import lookup
from ..stems import stems

#: Longest quotation of the user's own words inside a sentence, in characters.
QUOTE = 70


_DOUBTFUL = (Level.INPUT, Level.OUTPUT)

#: Places and bodies that a measure may be of without being another measure.
_ANYWHERE = frozenset(stems("kabupaten kota provinsi daerah penduduk tahun"))


@dataclass(frozen=True, slots=True)
class RowCase:
    """What a row rule may look at: the row as typed, what it says, and how it meets its sasaran."""

    row: Row
    reading: Reading
    alignment: Alignment
    table: Table

    def has_column(self, name: str) -> bool:
        """Whether the file had this column at all; a missing column is told once for the table."""
        return name in self.table.columns

    def span(self, reason: str) -> Span | None:
        """The first place that the reading gives for this reason."""
        places = self.reading.spans.get(reason)
        return places[0] if places else None

    def says(self, reason: str) -> bool:
        """Whether the reading gives this reason at all."""
        return reason in self.reading.spans or reason in self.reading.reasons

    def why(self, otherwise: str) -> dict[str, str]:
        """The alignment's own sentence as `why`, or another one where it gives none."""
        return {"why": (self.alignment.because[0] if self.alignment.because else otherwise).rstrip(".")}

    @property
    def level(self) -> Level:
        """The level of result; what a standard indicator is known to be wins over its words."""
        known = self.standard.level if self.reading.level in _DOUBTFUL and self.standard else None
        return known or self.reading.level

    @property
    def standard(self) -> StandardIndicator | None:
        """The standard indicator that the row names, if it names one."""
        return lookup(self.row.indikator, self.row.sasaran)

    @property
    def known(self) -> StandardIndicator | None:
        """The standard indicator where the row names it and nothing more: no stricter form, no part of it."""
        standard = self.standard
        if standard is None:
            return None
        own = set(stems(self.row.indikator)) - _ANYWHERE
        about = set(stems(self.row.sasaran))
        return standard if any(own <= about | set(stems(name)) for name in standard.names) else None

    @property
    def direction(self) -> Direction | None:
        """Which way is better: what is known of the measure, or else what the row says."""
        known = self.known
        return self.reading.direction if known is None else known.direction

    def reason(self, name: str) -> str:
        """The short Indonesian phrase that the reading gives for this reason, or an empty text."""
        return self.reading.reasons.get(name, "")


@dataclass(frozen=True, slots=True)
class TableCase:
    """What a table rule may look at: the table and everything read from its rows."""

    table: Table
    rows: tuple[RowCase, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that a rule found, with the values for the placeholders of its page's sentences.

    `points` and `severity` replace those of the page where the same remark weighs more or less by
    circumstance (an output beside a measure of the result; a sasaran of an administrator); `field` is empty
    for the row or the table as a whole; `where` names the part of an agreement, a cascade or a chain.
    """

    field: str = ""
    start: int = 0
    end: int = 0
    values: Mapping[str, str] = dataclasses.field(default_factory=dict)
    suggestion: str = ""
    points: int | None = None
    where: str = ""
    severity: Severity | None = None


RowCheck = Callable[[RowCase], Hit | None]
TableCheck = Callable[[TableCase], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class RowRule:
    """A rule about one row.

    `silent_after` names rules that, when they have found something in the row, already tell this cause.
    `cell` is the cell without which the rule could not speak, where it is not the one that is marked: all
    that hangs on a cell never costs more than leaving the cell empty.
    """

    name: str
    check: RowCheck
    silent_after: tuple[str, ...] = ()
    cell: str = ""


@dataclass(frozen=True, slots=True)
class TableRule:
    """A rule about the table as a whole, silent where a rule that it names has told the same cause."""

    name: str
    check: TableCheck
    silent_after: tuple[str, ...] = ()


def whole(
    case: RowCase, field_name: str, values: Mapping[str, str] | None = None, suggestion: str = ""
) -> Hit:
    """A hit on everything typed in a cell, without the blanks around it."""
    text = case.row.cell(field_name)
    start = len(text) - len(text.lstrip())
    return Hit(field_name, start, max(start, len(text.rstrip())), values or {}, suggestion)


def at(case: RowCase, reason: str, field_name: str, suggestion: str = "", **values: str) -> Hit:
    """A hit on the place that the reading gives for `reason`, or on the whole cell where it gives none."""
    place = case.span(reason)
    if place is None:
        return whole(case, field_name, values, suggestion)
    return Hit(place.field, place.start, place.end, values, suggestion)


def quoted(text: str) -> str:
    """The user's words, on one line and short enough to stand inside a sentence."""
    line = " ".join(text.split())
    if len(line) <= QUOTE:
        return line
    cut = line[: QUOTE - 1]
    return (cut[: cut.rfind(" ")] if " " in cut[QUOTE // 2 :] else cut).rstrip(" ,;(") + "…"


def target_problem(
    case: RowCase, said: Mapping[str, str], fields: tuple[str, ...] = ("target",)
) -> Hit | None:
    """A hit where the target was read with one of these problems, on the unit if `fields` holds it."""
    target = case.reading.target
    if target is None or target.problem is None or target.problem not in said:
        return None
    values = {"why": case.reason("target") or said[target.problem]}
    on_unit = "satuan" in fields and case.row.satuan.strip() and not target.unit
    return whole(case, "satuan" if on_unit else "target", values)


def plain(text: str) -> str:
    """A text for comparing: lower case, single blanks, no full stop at the end."""
    return " ".join(text.casefold().split()).rstrip(" .;,")


def by_sasaran(case: TableCase) -> dict[str, list[RowCase]]:
    """Rows by what they say as sasaran, in order; rows without one are left out."""
    groups: dict[str, list[RowCase]] = {}
    for row in case.rows:
        if row.row.sasaran.strip():
            groups.setdefault(plain(row.row.sasaran), []).append(row)
    return groups


def by_indicator(case: TableCase) -> dict[str, list[RowCase]]:
    """Rows that share an indicator with another row, by what they say as indicator, in order."""
    groups: dict[str, list[RowCase]] = {}
    for row in case.rows:
        if row.row.indikator.strip():
            groups.setdefault(plain(row.row.indikator), []).append(row)
    return {key: rows for key, rows in groups.items() if len(rows) > 1}


def listed(rows: Iterable[RowCase]) -> str:
    """Row numbers in a sentence: "2, 3 dan 5"."""
    numbers = [str(row.row.number) for row in rows]
    return numbers[0] if len(numbers) == 1 else ", ".join(numbers[:-1]) + " dan " + numbers[-1]
