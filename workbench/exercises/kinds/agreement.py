"""Draft a perjanjian kinerja: who promises whom what, with which programmes and money.

The smallest complete exercise::

    kind: agreement
    title: Perjanjian kinerja kepala dinas
    module: 03-menetapkan-iku-dan-target
    minutes: 30
    case: Kepala dinas dan bupati menandatangani perjanjian 2026.
    instructions: Susunlah perjanjiannya.
    pass_score: 75
    rows: {min: 1, max: 6}
    programmes: {min: 0, max: 5}
    given: {unit: Dinas Perhubungan, year: "2026", annex_year: "2026"}
    locked: [unit]
    hints: [Mulailah dari kedua pihak., Salinlah indikator dari tabel IKU.]
    samples:
      - {name: kosong, answer: {rows: []}, unreadable: true}

Options: `position` decides the form (who signs, the column titles, the second table) and the level of result;
`given` (parts to start from: texts, parties, rows, programmes) and `locked` (those of them that stand as
given); `plans` (true where the objectives of RPJMD and Renstra, one on a line in `given` or typed, belong to
the paper, so that the whole chain down to it is reviewed); `from_iku` (an indicator-table exercise: who has a
table there starts from their own rows, and these are then the IKU list); `iku` (the IKU list for everybody
else, names or rows) and `superior` (the indicators of the superior's agreement); both are left out where the
reviewer is not to compare.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, ClassVar, Literal, cast

from flask_babel import lazy_gettext as _
from pydantic import Field

from workbench import reviewer
from workbench.content import Strict
from workbench.exercises.fields import GROUPS, PLANS, TEXTS
from workbench.exercises.kinds.base import LONGEST, Answer, Document, Unreadable, clean
from workbench.exercises.kinds.indicator_table import RowLimits
from workbench.exercises.kinds.tables import MOST_ROWS, Cells, Column, TableExercise, is_blank, too_few_rows
from workbench.reviewer.document import Agreement as Paper
from workbench.reviewer.document import Position
from workbench.reviewer.records import agreement_of

PARTY = ("name", "position", "nip", "rank")
LINE = ("name", "budget", "note")
#: The parts of an answer.
PARTS = (*TEXTS, *PLANS, *GROUPS, "rows", "programmes", "iku")
#: The cells of a row that an IKU list keeps.
LISTED = ("sasaran", "indikator", "satuan", "target")

_BULLET = re.compile(r"^\s*(?:[-–•*]|\d{1,2}[.)]|[a-z][.)])\s+")

Part = Literal[
    "unit",
    "year",
    "annex_year",
    "place",
    "date",
    "budget_date",
    "total",
    "rpjmd",
    "renstra",
    "first",
    "second",
    "programmes",
]


class LineLimits(Strict):
    """How many programmes an attempt must and may have."""

    min: Annotated[int, Field(ge=0, le=MOST_ROWS)]
    max: Annotated[int, Field(ge=1, le=MOST_ROWS)]


class Given(Strict):
    """What stands on the desk from the beginning."""

    unit: str = ""
    year: str = ""
    annex_year: str = ""
    place: str = ""
    date: str = ""
    budget_date: str = ""
    total: str = ""
    rpjmd: str = ""
    renstra: str = ""
    first: dict[Literal["name", "position", "nip", "rank"], str] = {}
    second: dict[Literal["name", "position", "nip", "rank"], str] = {}
    rows: list[Cells] = []
    programmes: list[dict[Literal["name", "budget", "note"], str]] = []


class Agreement(TableExercise):
    """The model of `kind: agreement`."""

    kind: Literal["agreement"]
    columns: Annotated[list[Column], Field(min_length=2)] = ["sasaran", "indikator", "satuan", "target"]
    rows: RowLimits
    programmes: LineLimits
    given: Given = Given()
    locked: list[Part] = []
    plans: bool = False
    from_iku: str | None = None
    iku: list[str | Cells] | None = None
    superior: list[str] | None = None

    desk: ClassVar[str] = "agreement.html"

    @property
    def most_rows(self) -> int:
        """The most rows of the first table."""
        return self.rows.max

    @property
    def alone(self) -> bool:
        """Whether the first party signs without a second (kepala daerah)."""
        return self.position is Position.REGIONAL_HEAD

    def stands(self, part: str) -> bool:
        """Whether a part stands as given."""
        return part in self.locked

    def blank(self) -> Answer:
        """What is given, with room for the rest."""
        answer = self._kept({})
        answer["rows"] = [{**self.empty_row(), **cells} for cells in self.given.rows]
        answer["programmes"] = [_line(line) for line in self.given.programmes]
        return self.shown(answer)

    def started(self, own: Sequence[Cells]) -> Answer:
        """The untouched desk with the rows of somebody's own IKU table, which are also the IKU list."""
        rows = [{column: cells.get(column, "") for column in self.empty_row()} for cells in own]
        listed = [
            {name: text for name in LISTED if (text := cells.get(name, "").strip())}
            for cells in own
            if cells.get("indikator", "").strip()
        ]
        return self.shown({**self.blank(), "rows": rows[: self.rows.max], "iku": listed[:MOST_ROWS]})

    def shown(self, answer: Answer) -> Answer:
        """Never fewer rows than are asked, and always a line for a programme."""
        rows = max(0, self.rows.min - len(answer["rows"]))
        lines = max(0, max(1, self.programmes.min) - len(answer["programmes"]))
        if self.stands("programmes"):
            lines = 0
        return {
            **answer,
            "rows": answer["rows"] + [self.empty_row() for _place in range(rows)],
            "programmes": answer["programmes"] + [_line({}) for _place in range(lines)],
        }

    def acted(self, answer: Answer, action: str) -> Answer:
        """`tambah-baris`, `hapus-baris:2` for the first table, `tambah-program`, `hapus-program:0` below."""
        rows, lines = list(answer["rows"]), list(answer["programmes"])
        verb, _colon, place = action.partition(":")
        index = int(place) if place.isdecimal() else MOST_ROWS
        if verb == "tambah-baris" and len(rows) < self.rows.max:
            rows.append(self.empty_row())
        elif verb == "hapus-baris":
            del rows[index : index + 1]
        elif verb == "tambah-program" and len(lines) < self.programmes.max:
            lines.append(_line({}))
        elif verb == "hapus-program" and not self.stands("programmes"):
            del lines[index : index + 1]
        return {**answer, "rows": rows, "programmes": lines}

    def accept(self, value: Any) -> Answer | Unreadable:
        """Parts of text; what is locked stands as given, what was not sent is empty."""
        table = super().accept(value)
        if isinstance(table, Unreadable):
            return table
        wrong: dict[str, str] = {}
        answer = self._kept(_texts(value, wrong))
        answer["rows"] = table["rows"]
        lines = self.given.programmes if self.stands("programmes") else value.get("programmes") or []
        answer["programmes"] = _lines(lines, wrong)
        answer["iku"] = _listed(value.get("iku") or [], wrong)
        if wrong:
            return Unreadable(_("Ada isian yang terlalu panjang atau bukan teks."), wrong)
        return answer

    def _kept(self, sent: Answer) -> Answer:
        """Texts and parties: sent where they are free, given where they are locked or nothing was sent."""
        given = self.given.model_dump()
        answer: Answer = {}
        for name in (*TEXTS, *PLANS):
            answer[name] = given[name] if self.stands(name) or name not in sent else sent[name]
        for name in GROUPS:
            kept = given[name] if self.stands(name) or name not in sent else sent[name]
            answer[name] = {field: kept.get(field, "") for field in PARTY}
        if self.alone:
            answer["second"] = dict.fromkeys(PARTY, "")
        return {**answer, "rows": [], "programmes": [], "iku": []}

    def complete(self, answer: Answer, *, submitting: bool) -> Answer | Unreadable:
        """The rows and programmes in which something was typed; what else lacks is the reviewer's to tell."""
        answer = self.trimmed(answer)
        rows, lines = answer["rows"], answer["programmes"]
        if not rows:
            return Unreadable(
                _("Perjanjian ini belum memuat sasaran. Isilah paling sedikit satu baris."),
                {"rows.0.sasaran": _("Mulailah di sini.")},
            )
        if len(rows) > self.rows.max or len(lines) > self.programmes.max:
            return Unreadable(
                _(
                    "Terlalu banyak: paling banyak %(rows)s indikator dan %(lines)s program.",
                    rows=self.rows.max,
                    lines=self.programmes.max,
                )
            )
        if submitting and len(rows) < self.rows.min:
            return too_few_rows(len(rows), self.rows.min)
        if submitting and len(lines) < self.programmes.min:
            return Unreadable(
                _(
                    "Baru %(count)s program; latihan ini meminta paling sedikit %(least)s.",
                    count=len(lines),
                    least=self.programmes.min,
                ),
                {f"programmes.{len(lines)}.name": _("Baris ini masih kosong.")},
            )
        return answer

    def trimmed(self, answer: Answer) -> Answer:
        """Without the rows and programmes in which nothing was typed."""
        tables = ("rows", "programmes")
        return {**answer, **{name: [one for one in answer[name] if not is_blank(one)] for name in tables}}

    def paper(self, answer: Answer) -> Paper:
        """The agreement that an accepted answer describes."""
        record = {**answer, "position": str(self.position), "superior": self.superior}
        record["iku"] = answer["iku"] or self.iku
        for name in PLANS:  # an attempt from before there were plans has none
            record[name] = objectives(answer.get(name, "")) if self.plans else None
        return agreement_of(record)

    def parts(self, answer: Answer) -> dict[str, str]:
        """Texts, parties and programmes, each by its place."""
        parts = {name: answer.get(name, "") for name in (*TEXTS, *PLANS)}
        for group in GROUPS:
            parts |= {f"{group}.{name}": answer.get(group, {}).get(name, "") for name in PARTY}
        for number, line in enumerate(answer.get("programmes", ()), start=1):
            parts[f"programmes.{number}"] = "; ".join(filter(None, (line.get(name, "") for name in LINE)))
        return parts

    def review(self, answer: Answer) -> Document:
        """What the reviewer says about the agreement."""
        return cast(Document, reviewer.review_agreement(self.paper(answer)))

    def slips(self) -> Iterator[tuple[str, str]]:
        """Adds: given rows with foreign cells, locked parts that are not given, samples of another shape."""
        for index, cells in enumerate(self.given.rows):
            yield from self.foreign_cells(cells, f"given.rows[{index}]")
        for index, part in enumerate(self.locked):
            if not getattr(self.given, part):
                yield f"locked[{index}]", f"{part} terkunci tetapi tidak diberikan di given"
        if not self.plans and (self.given.rpjmd or self.given.renstra):
            yield "plans", "sasaran RPJMD dan Renstra diberikan di given, tetapi plans belum true"
        for index, sample in enumerate(self.samples):
            for name in sample.answer:
                if name not in PARTS:
                    yield (
                        f"samples[{index}].answer.{name}",
                        f"bukan bagian perjanjian; bagiannya: {', '.join(PARTS)}",
                    )
        yield from super().slips()


def objectives(text: str) -> list[str]:
    """The objectives of a plan, one on a line; the numbers and dots that stand before them are left out."""
    return [_BULLET.sub("", line).strip() for line in text.splitlines()]


def _line(cells: Any) -> Cells:
    return {name: cells.get(name, "") for name in LINE}


def _texts(value: Any, wrong: dict[str, str]) -> Answer:
    """The texts and parties that were sent, as far as they are texts."""
    sent: Answer = {name: _text(value[name], name, wrong) for name in (*TEXTS, *PLANS) if name in value}
    for group in GROUPS:
        party = value.get(group)
        if isinstance(party, dict):
            sent[group] = {name: _text(party.get(name, ""), f"{group}.{name}", wrong) for name in PARTY}
        elif party is not None:
            wrong[f"{group}.name"] = _("Isian ini harus berupa teks.")
    return sent


def _lines(value: Any, wrong: dict[str, str]) -> list[Cells]:
    if not isinstance(value, list) or len(value) > MOST_ROWS:
        wrong["programmes.0.name"] = _(
            "Tabel ini lebih dari %(most)s baris. Sisakan baris yang diperlukan saja.", most=MOST_ROWS
        )
        return []
    if not all(isinstance(line, dict) for line in value):
        wrong["programmes.0.name"] = _("Isian ini harus berupa teks.")
        return []
    return [
        {name: _text(line.get(name, ""), f"programmes.{index}.{name}", wrong) for name in LINE}
        for index, line in enumerate(value)
    ]


def _listed(value: Any, wrong: dict[str, str]) -> list[str | Cells]:
    """The IKU list that was sent: names, or rows with some of their cells."""
    if not isinstance(value, list) or len(value) > MOST_ROWS:
        wrong["rows.0.indikator"] = _("Isian ini harus berupa teks.")
        return []
    listed: list[str | Cells] = []
    for one in value:
        if isinstance(one, dict):
            cells = {name: _text(one[name], "rows.0.indikator", wrong) for name in LISTED if name in one}
            listed += [cells] if cells.get("indikator", "").strip() else []
        else:
            name = _text("" if one is None else one, "rows.0.indikator", wrong)
            listed += [name] if name.strip() else []
    return listed


def _text(value: Any, place: str, wrong: dict[str, str]) -> str:
    if not isinstance(value, str):
        wrong[place] = _("Isian ini harus berupa teks.")
    elif len(value) > LONGEST:
        wrong[place] = _("Paling banyak %(longest)s huruf.", longest=LONGEST)
    else:
        return clean(value)
    return ""
