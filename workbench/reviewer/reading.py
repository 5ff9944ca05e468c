"""What a row says, read once; rules look at the reading and never at the words again.

Keys of `Reading.spans` (places in the field as typed; `field` of each span names the cell):

- head: the measure noun, or what stands in its place (indikator)
- vague: each vague word (indikator)
- double: the joining word and the second object (indikator)
- activity, output: the words that make it one (indikator)
- objective: what decides the kind of the sasaran (sasaran)
- slip: typing slips (indikator, sasaran), in the order of `Reading.slips`
- target: the target without surrounding blanks (target)

Keys of `Reading.reasons` (short Indonesian phrases): not_measure, level, vague, double, target,
unit_soft (a unit that is tolerated although another is usual), objective, unreadable.
`Target.problem` holds a stable key, listed in `targets.py`.
"""

from functools import lru_cache

from workbench.reviewer.directions import objective_direction, read_direction, typed_direction
from workbench.reviewer.document import Row
from workbench.reviewer.doubles import Double, find_double
from workbench.reviewer.findings import Level, ObjectiveKind, Reading, Span
from workbench.reviewer.language import is_readable
from workbench.reviewer.levels import read_level
from workbench.reviewer.measures import Head, first_word, read_head
from workbench.reviewer.misspellings import Slip, find_slips
from workbench.reviewer.objectives import read_kind
from workbench.reviewer.phrases import phrases
from workbench.reviewer.scope import has_population, is_time_bound, named_unit
from workbench.reviewer.statements import statement_at
from workbench.reviewer.target_checks import judge
from workbench.reviewer.targets import is_blank, parse_target
from workbench.reviewer.text import Text, read
from workbench.reviewer.units import Unit, read_unit
from workbench.reviewer.vagueness import find_vague

Spans = dict[str, tuple[Span, ...]]
Objective = tuple[ObjectiveKind | None, bool | None, Spans, dict[str, str]]

_LONGEST = 20_000  # characters of a cell that are read
_SHORT = 200  # characters of the small cells that are read
#: Kinds of unit that only something measurable can have.
_GRADED = frozenset({"percent", "score", "ratio", "rate", "physical", "money"})


def read_objective(text: str) -> Objective:
    """Kind of the sasaran, whether it is a result, places and reasons; None and None for an empty cell."""
    if is_blank(text):
        return None, None, {}, {}
    words = read(text[:_LONGEST])
    kind, result, why, first, last = read_kind(words)
    spans: Spans = {}
    if words.words and last > first:
        spans["objective"] = (Span("sasaran", *words.place(first, last)),)
    return kind, result, spans, {"objective": why}


@lru_cache(maxsize=256)
def _shared(sasaran: str) -> tuple[Objective, tuple[Slip, ...], Text]:
    """What is read of a sasaran; a merged cell is the same for many rows."""
    text = read(sasaran[:_LONGEST])
    statement = statement_at(text, first_word(text)) if text.words else None
    meant = statement.meant if statement else ""
    slips = find_slips(text, statement.start if statement else 0, meant)
    return read_objective(sasaran), tuple(slips), text


def read_row(row: Row) -> Reading:
    """Read one row. Never fails, whatever was typed."""
    text = read(row.indikator[:_LONGEST])
    unit = read_unit(row.satuan) or named_unit(text)
    readable = is_readable(text)
    counted = unit is not None or any(char.isdigit() for char in row.target[:_SHORT])
    head = read_head(text, counted, unit is not None and unit.kind in _GRADED)
    level, why = read_level(text, head)
    (kind, result, objective_spans, objective_reasons), objective_slips, sasaran = _shared(row.sasaran)
    spans: Spans = dict(objective_spans)
    reasons = {**objective_reasons, "level": why}
    vague, double = _weak_points(text, head, row.formula, readable, spans, reasons)
    target_ok, target, objection = judge(row.target, unit, text, head, level, double.start if double else 0)
    if target is not None:
        spans["target"] = (Span("target", *_trimmed(row.target)),)
    if objection:
        reasons["target"] = objection
    measure = head.is_measure and readable
    _say_head(text, head, level, measure, readable, spans, reasons)
    _soft_unit(head, unit, reasons)
    slips = find_slips(text, head.start, head.meant)
    if slips or objective_slips:
        places = [Span("indikator", slip.start, slip.end) for slip in slips]
        places += [Span("sasaran", slip.start, slip.end) for slip in objective_slips]
        spans["slip"] = tuple(places)
    polarity = typed_direction(read(row.polaritas[:_SHORT])) if row.polaritas else None
    return Reading(
        is_measure=measure,
        level=level,
        vague=vague,
        double=double is not None,
        target_ok=target_ok if readable else None,
        sasaran_is_result=result,
        unit=unit.word if unit else None,
        target=target,
        direction=polarity or (read_direction(text, head, unit.kind if unit else "") if readable else None),
        objective_kind=kind,
        readable=readable,
        measure_noun=head.noun,
        spans=spans,
        reasons=reasons,
        slips=tuple(slip.meant for slip in (*slips, *objective_slips)),
        baseline=parse_target(row.baseline, row.satuan) if row.baseline else None,
        population=has_population(text, head),
        objective_direction=objective_direction(sasaran),
        time_bound=is_time_bound(text, read(row.target[:_SHORT])),
    )


def _weak_points(
    text: Text, head: Head, formula: str, readable: bool, spans: Spans, reasons: dict[str, str]
) -> tuple[bool, Double | None]:
    """Whether the indicator is vague, and what makes it double; places and reasons are added."""
    if not readable:
        return False, None
    vague = find_vague(text, head, formula)
    if vague:
        spans["vague"] = tuple(Span("indikator", *text.place(hit.start, hit.end)) for hit in vague)
        reasons["vague"] = ", ".join(dict.fromkeys(hit.phrase for hit in vague))
    double = find_double(text, head)
    if double:
        spans["double"] = (Span("indikator", *text.place(double.joint, double.end)),)
        reasons["double"] = double.why
    return bool(vague), double


def _say_head(
    text: Text, head: Head, level: Level, measure: bool, readable: bool, spans: Spans, reasons: dict[str, str]
) -> None:
    if head.end > head.start:
        spans["head"] = (Span("indikator", *text.place(head.start, head.end)),)
    if not measure:
        reasons["not_measure"] = head.why or "belum dapat dibaca sebagai ukuran"
    if not readable:
        reasons["unreadable"] = "tidak terbaca sebagai kalimat berbahasa Indonesia"
    listed = {Level.ACTIVITY: ("activity", "activity"), Level.OUTPUT: ("output", "deliverable")}.get(level)
    if listed:
        hit = phrases("objects", listed[1]).within(text.plain, head.body)
        if hit:
            spans[listed[0]] = (Span("indikator", *text.place(hit.start, hit.end)),)


def _soft_unit(head: Head, unit: Unit | None, reasons: dict[str, str]) -> None:
    """An index in per cent: common, tolerated, but not what the instrument gives."""
    if unit and unit.kind == "percent" and head.kind == "score" and head.noun in {"indeks", "nilai", "skor"}:
        reasons["unit_soft"] = f"{head.noun} lazimnya bersatuan {head.noun} atau poin, bukan persen"


def _trimmed(cell: str) -> tuple[int, int]:
    start = len(cell) - len(cell.lstrip())
    return start, max(start, len(cell.rstrip()))
