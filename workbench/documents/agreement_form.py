"""The practice form of a perjanjian kinerja (PermenPANRB 53/2014 Lampiran I), laid out as plain values.

Word and PDF draw the same form, so words, order and spans stand here once. What was not typed is left as a
dotted line for the pen. Sentences are our own; the regulation is only followed in what they must say.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from ..reviewer.document import Agreement, Party, Position, Programme, Row
from .cells import legal

#: Stands where something is still to be written.
BLANK = "…" * 14
SHORT_BLANK = "…" * 5

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
    """One merged cell of the first table; without a number where no sasaran was typed."""

    number: str
    text: str
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Spending:
    """One line of the second table."""

    number: str
    name: str
    budget: str
    note: str


@dataclass(frozen=True, slots=True)
class Form:
    """Everything that is printed, in reading order; signatures from left to right."""

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


def form_of(agreement: Agreement) -> Form:
    """The form that belongs to the position of this agreement, filled with what was typed."""
    alone = agreement.position is Position.REGIONAL_HEAD
    first = agreement.first
    return Form(
        title=f"Perjanjian Kinerja Tahun {printed(agreement.year) or SHORT_BLANK}",
        unit=printed(agreement.unit),
        opening=_OPENING.format(who="saya" if alone else "kami"),
        identities=_identities(agreement, alone),
        paragraphs=(_PROMISE_ALONE,) if alone else (_PROMISE, _SUPERVISION),
        place_and_date=f"{printed(agreement.place) or SHORT_BLANK}, {printed(agreement.date) or SHORT_BLANK}",
        signatures=(_signature(first, ""),)
        if alone
        else (_signature(agreement.second, "Pihak Kedua"), _signature(first, "Pihak Pertama")),
        annex_title=f"Perjanjian Kinerja Tahun {printed(agreement.annex_year) or SHORT_BLANK}",
        holder=_holder(agreement),
        objective_heading=OBJECTIVES[agreement.position],
        objectives=tuple(_objectives(agreement.rows or (Row(number=1),))),
        budget_heading=BUDGETED[agreement.position],
        spending=tuple(_spending(agreement.programmes)),
        total=printed(agreement.total),
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


def _measure(row: Row) -> Measure:
    target = printed(row.target)
    return Measure(printed(row.indikator), target, unit_after(target, printed(row.satuan)))


def _spending(programmes: Iterable[Programme]) -> Iterable[Spending]:
    for number, line in enumerate(programmes, start=1):
        yield Spending(str(number), printed(line.name), printed(line.budget), printed(line.note))
