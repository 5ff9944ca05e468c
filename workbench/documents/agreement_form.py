"""The practice form of a perjanjian kinerja (PermenPANRB 53/2014 Lampiran I), laid out as plain values.

Word and PDF draw the same form, so words, order and spans stand here once. What was not typed is left as a
dotted line for the pen. Sentences are our own; the regulation is only followed in what they must say.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..reviewer.document import Agreement, Party, Position, Programme, Row
from .cells import legal
from .grid import CONTINUED
from .letterhead import letterhead
from .paging import PAGE, cut, height_of, lines_in

#: Stands where something is still to be written.
BLANK = "…" * 14
SHORT_BLANK = "…" * 5

#: Widths of the columns of both tables, in cm.
OBJECTIVE_WIDTHS = (1.0, 5.4, 6.2, 3.4)
BUDGET_WIDTHS = (1.0, 7.4, 4.2, 3.4)

#: Up to this height, in cm, the second table and the signatures stay on one page as a whole.
TOGETHER = 16.0
#: Of a longer one, so many programmes at most go along with the signatures.
LAST_LINES = 3

#: Title of the column before the indicators, and of the first column of the second table, by position.
OBJECTIVES = {
    Position.REGIONAL_HEAD: "Sasaran Strategis",
    Position.AGENCY_HEAD: "Sasaran Strategis",
    Position.ECHELON_3: "Sasaran Program",
    Position.ECHELON_4: "Sasaran Kegiatan/Sub Kegiatan",
}
BUDGETED = {
    Position.REGIONAL_HEAD: "Program",
    Position.AGENCY_HEAD: "Program",
    Position.ECHELON_3: "Program/Kegiatan",
    Position.ECHELON_4: "Kegiatan/Sub Kegiatan",
}

_OPENING = (
    "Untuk mewujudkan pemerintahan yang efektif, terbuka, dapat dipertanggungjawabkan, dan mengutamakan "
    "hasil bagi warga, {who} yang bertanda tangan di bawah ini:"
)
_PROMISE = (
    "Pihak pertama berjanji mencapai target kinerja tahunan yang tercantum dalam lampiran perjanjian ini, "
    "sebagai langkah menuju target jangka menengah dalam dokumen perencanaan. Berhasil atau tidaknya target "
    "itu tercapai menjadi tanggung jawab pihak pertama."
)
_PROMISE_ALONE = (
    "Saya berjanji mencapai target kinerja tahunan yang tercantum dalam lampiran perjanjian ini, sebagai "
    "langkah menuju target jangka menengah dalam dokumen perencanaan. Berhasil atau tidaknya target itu "
    "tercapai menjadi tanggung jawab saya."
)
_SUPERVISION = (
    "Pihak kedua mengawasi pelaksanaannya seperlunya, menilai capaian kinerja yang dijanjikan di sini, serta "
    "menindaklanjuti hasil penilaian itu dengan penghargaan atau sanksi."
)


@dataclass(frozen=True, slots=True)
class Identity:
    """A block of the statement page: who, in which office, and how the text calls them from there on."""

    name: str
    office: str
    called: str


@dataclass(frozen=True, slots=True)
class Signature:
    """What stands over and under the place for a signature; `role` is empty where one signs alone."""

    role: str
    office: str
    name: str
    under: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator with its target; `unit` is the part of the target cell that follows the target."""

    indicator: str
    target: str
    unit: str


@dataclass(frozen=True, slots=True)
class Objective:
    """One merged cell of the first table; without a number where no sasaran was typed.

    A sasaran with more indicators than a page has room for is several of these, all with its number.
    """

    number: str
    text: str
    measures: tuple[Measure, ...]
    fits: bool = True  # on one page


@dataclass(frozen=True, slots=True)
class Spending:
    """One line of the second table."""

    number: str
    name: str
    budget: str
    note: str


@dataclass(frozen=True, slots=True)
class Form:
    """Everything that is printed, in reading order; signatures from left to right.

    `closing` is how many of the last lines of the second table stay on one page with the signatures.
    """

    letterhead: tuple[str, ...]
    title: str
    unit: str
    opening: str
    identities: tuple[Identity, ...]
    paragraphs: tuple[str, ...]
    place_and_date: str
    signatures: tuple[Signature, ...]
    annex_title: str
    holder: tuple[tuple[str, str], ...]
    objective_heading: str
    objectives: tuple[Objective, ...]
    budget_heading: str
    spending: tuple[Spending, ...]
    total: str
    closing: int


def form_of(agreement: Agreement) -> Form:
    """The form that belongs to the position of this agreement, filled with what was typed."""
    alone = agreement.position is Position.REGIONAL_HEAD
    first = agreement.first
    signatures: tuple[Signature, ...] = (_signature(first, ""),)
    if not alone:
        signatures = (_signature(agreement.second, "Pihak Kedua"), _signature(first, "Pihak Pertama"))
    unit, holder = printed(agreement.unit), _holder(agreement)
    spending = tuple(_spending(agreement.programmes))
    below = _height(signatures)
    return Form(
        letterhead=tuple(printed(line) for line in letterhead(agreement)),
        title=f"Perjanjian Kinerja Tahun {printed(agreement.year) or SHORT_BLANK}",
        unit=unit,
        opening=_OPENING.format(who="saya" if alone else "kami"),
        identities=_identities(agreement, alone),
        paragraphs=(_PROMISE_ALONE,) if alone else (_PROMISE, _SUPERVISION),
        place_and_date=f"{printed(agreement.place) or SHORT_BLANK}, {printed(agreement.date) or SHORT_BLANK}",
        signatures=signatures,
        annex_title=f"Perjanjian Kinerja Tahun {printed(agreement.annex_year) or SHORT_BLANK}",
        holder=holder,
        objective_heading=OBJECTIVES[agreement.position],
        objectives=tuple(
            _paged(
                tuple(_objectives(agreement.rows or (Row(number=1),))),
                PAGE - _height_over(unit, holder),
                0.0 if spending else below,
            )
        ),
        budget_heading=BUDGETED[agreement.position],
        spending=spending,
        total=printed(agreement.total),
        closing=_closing(spending, below),
    )


def printed(text: str) -> str:
    """A text without the signs that neither Word nor a PDF can hold, and without blanks around it."""
    return legal(text).strip()


def unit_after(target: str, unit: str) -> str:
    """What to add to a target so that its cell names the unit: nothing where the target already does."""
    if not unit or not target:
        return unit
    if not re.search(r"\d", target):  # a grade, as in "BB (predikat)"
        return "" if unit.casefold() in target.casefold() else f" ({unit})"
    if unit.casefold() in ("%", "persen"):
        return "" if "%" in target or "persen" in target.casefold() else "%"
    return "" if re.search(rf"(?<!\w){re.escape(unit.casefold())}(?!\w)", target.casefold()) else f" {unit}"


def _identities(agreement: Agreement, alone: bool) -> tuple[Identity, ...]:
    first = _identity(agreement.first, "" if alone else "selanjutnya disebut pihak pertama,")
    if alone:
        return (first,)
    called = "selaku atasan pihak pertama, selanjutnya disebut pihak kedua."
    return (first, _identity(agreement.second, called))


def _identity(party: Party, called: str) -> Identity:
    return Identity(printed(party.name) or BLANK, printed(party.position) or BLANK, called)


def _signature(party: Party, role: str) -> Signature:
    rank, nip = printed(party.rank), printed(party.nip)
    under = tuple(line for line in (rank, f"NIP {nip}" if nip else "") if line)
    return Signature(role, printed(party.position) or BLANK, printed(party.name) or BLANK, under)


def _holder(agreement: Agreement) -> tuple[tuple[str, str], ...]:
    """The rows over the tables that local practice asks of eselon III and IV."""
    if agreement.position not in (Position.ECHELON_3, Position.ECHELON_4):
        return ()
    return (
        ("Nama pejabat", printed(agreement.first.name) or BLANK),
        ("Jabatan", printed(agreement.first.position) or BLANK),
        ("Unit kerja", printed(agreement.unit) or BLANK),
    )


def _objectives(rows: Iterable[Row]) -> Iterable[Objective]:
    """Equal sasaran that follow each other share a cell; an empty one never does."""
    number = 0
    keyed = groupby(enumerate(rows), key=lambda item: printed(item[1].sasaran) or item[0])
    for _, group in keyed:
        members = [row for _, row in group]
        text = printed(members[0].sasaran)
        number += bool(text)
        yield Objective(str(number) if text else "", text, tuple(_measure(row) for row in members))


def _paged(objectives: tuple[Objective, ...], room: float, after: float) -> Iterable[Objective]:
    """The same, long ones in parts that each stay on a page and each say what they are about."""
    groups = [_heights(one) for one in objectives]
    for one, heights, spans in zip(objectives, groups, cut(groups, room, after), strict=True):
        done = 0
        for span in spans:
            text = f"{one.text} {CONTINUED}" if done and one.text else one.text
            fits = sum(heights[done : done + span]) <= PAGE
            yield Objective(one.number, text, one.measures[done : done + span], fits)
            done += span


def _heights(one: Objective) -> list[float]:
    """The heights of the rows of a sasaran, the last of them so high that its own text has room."""
    heights = [
        height_of((measure.indicator, measure.target + measure.unit), OBJECTIVE_WIDTHS[2:])
        for measure in one.measures
    ]
    missing = height_of((f"{one.text} {CONTINUED}",), OBJECTIVE_WIDTHS[1:2]) - sum(heights)
    heights[-1] += max(0.0, missing)
    return heights


def _height_over(unit: str, holder: Sequence[tuple[str, str]]) -> float:
    """What stands over the first table of the annex, in cm."""
    return 2.2 + 0.55 * lines_in(unit, 16, 0.28) + sum(0.6 * lines_in(text, 12.5, 0.2) for _, text in holder)


def _height(signatures: Sequence[Signature]) -> float:
    """Place and date, and the signatures, in cm."""
    lines = [
        lines_in(one.office, 7.6, 0.2) + lines_in(one.name, 7.6, 0.23) + len(one.under) for one in signatures
    ]
    return 5.0 + 0.5 * max(lines)


def _closing(spending: Sequence[Spending], below: float) -> int:
    """How many of the last programmes stand on the page of the signatures: all, a few, or only their sum."""
    heights = [height_of((line.name, line.budget, line.note), BUDGET_WIDTHS[1:]) for line in spending]
    below += 2.0  # the heading row, the sum and the gap before them
    if sum(heights) + below <= TOGETHER:
        return len(spending)
    last = [sum(heights[len(heights) - count :]) for count in range(min(len(heights), LAST_LINES) + 1)]
    return max((count for count, height in enumerate(last) if height + below <= PAGE), default=0)


def _measure(row: Row) -> Measure:
    target = printed(row.target)
    return Measure(printed(row.indikator), target, unit_after(target, printed(row.satuan)))


def _spending(programmes: Iterable[Programme]) -> Iterable[Spending]:
    for number, line in enumerate(programmes, start=1):
        yield Spending(str(number), printed(line.name), printed(line.budget), printed(line.note))
