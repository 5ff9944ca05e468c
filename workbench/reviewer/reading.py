"""What a row says, read once; rules look at the reading and never at the words again.

Keys of `Reading.spans` (places in the field as typed):
`head` measure noun, or what stands in its place (indikator) · `vague` each vague word (indikator) ·
`double` the joining word and the second object (indikator) · `activity` and `output` the words that make
it one (indikator) · `objective` head of the sasaran · `slip` typing slips (indikator, sasaran) ·
`target` the target as typed.

Keys of `Reading.reasons` (short Indonesian phrases): `not_measure`, `level`, `vague`, `double`, `target`,
`unit_soft` (a unit that is tolerated but unusual), `objective`, `unreadable`. `Target.problem` holds a
stable key, listed in `targets.py`.
"""

from workbench.reviewer.directions import objective_direction, read_direction, typed_direction
from workbench.reviewer.document import Row
from workbench.reviewer.doubles import find_double
from workbench.reviewer.findings import Level, ObjectiveKind, Reading, Span, Target
from workbench.reviewer.language import is_readable
from workbench.reviewer.levels import read_level
from workbench.reviewer.measures import Head, read_head
from workbench.reviewer.objectives import read_kind
from workbench.reviewer.phrases import phrases
from workbench.reviewer.target_checks import judge
from workbench.reviewer.targets import parse_target
from workbench.reviewer.text import Text, read
from workbench.reviewer.units import Unit, kind_of, read_unit
from workbench.reviewer.vagueness import find_vague

_LONGEST = 20_000  # characters of a cell that are read
Objective = tuple[ObjectiveKind | None, bool | None, dict[str, tuple[Span, ...]], dict[str, str]]

_ADVERBS = frozenset({"dari", "seluruh", "total", "terhadap", "yang"})


def read_objective(text: str) -> Objective:
    """Kind of the sasaran, whether it is a result, places and reasons; None and None for an empty cell."""
    if not text.strip():
        return None, None, {}, {}
    words = read(text[:_LONGEST])
    kind, result, why, first, last = read_kind(words)
    spans: dict[str, tuple[Span, ...]] = {}
    if words.words and last > first:
        spans["objective"] = (Span("sasaran", *words.place(first, last)),)
    return kind, result, spans, {"objective": why}


def read_row(row: Row) -> Reading:
    """Read one row. Never fails, whatever was typed."""
    text = read(row.indikator[:_LONGEST])
    unit = read_unit(row.satuan) or _named_unit(text)
    readable = is_readable(text)
    head = read_head(text, unit is not None or _counts(row.target))
    measure = head.is_measure and readable
    level, why = read_level(text, head)
    vague = find_vague(text, head, row.formula) if readable else []
    double = find_double(text, head) if readable else None
    target_ok, target, objection = judge(row.target, unit, text, head, level)
    kind, result, spans, reasons = read_objective(row.sasaran)
    if text.words and head.end > head.start:
        spans["head"] = (Span("indikator", *text.place(head.start, head.end)),)
    if vague:
        spans["vague"] = tuple(Span("indikator", *text.place(hit.start, hit.end)) for hit in vague)
        reasons["vague"] = ", ".join(dict.fromkeys(hit.phrase for hit in vague))
    if double:
        spans["double"] = (Span("indikator", *text.place(double.joint, double.end)),)
        reasons["double"] = double.why
    if target is not None:
        spans["target"] = (Span("target", *_trimmed(row.target)),)
    if objection:
        reasons["target"] = objection
    if not measure:
        reasons["not_measure"] = head.why or "belum dapat dibaca sebagai ukuran"
    if not readable:
        reasons["unreadable"] = "tidak terbaca sebagai kalimat berbahasa Indonesia"
    reasons["level"] = why
    _level_spans(text, head, level, spans)
    slips = _slips(text, "indikator") + _slips(read(row.sasaran[:_LONGEST]), "sasaran")
    if slips:
        spans["slip"] = tuple(span for span, _ in slips)
    return Reading(
        is_measure=measure,
        level=level,
        vague=bool(vague),
        double=double is not None,
        target_ok=target_ok,
        sasaran_is_result=result,
        unit=unit.word if unit else None,
        target=target if _has_figure(target) else None,
        direction=typed_direction(read(row.polaritas[:200]))
        or (read_direction(text, head) if readable else None),
        objective_kind=kind,
        readable=readable,
        measure_noun=head.noun,
        spans=spans,
        reasons=reasons,
        slips=tuple(meant for _, meant in slips),
        baseline=parse_target(row.baseline, row.satuan) if row.baseline.strip() else None,
        population=_population(text, head),
        objective_direction=objective_direction(read(row.sasaran[:_LONGEST])),
        time_bound=_is_time_bound(row),
    )


def _has_figure(target: Target | None) -> bool:
    return target is not None and (
        target.problem is not None
        or target.low is not None
        or target.high is not None
        or target.grade is not None
    )


def _counts(target: str) -> bool:
    """Whether the target cell itself brings a unit or a number."""
    return any(char.isdigit() for char in target[:100])


def _named_unit(text: Text) -> Unit | None:
    """A unit given in brackets at the end of the indicator: "(%)", "(juta ton)"."""
    source = text.source[:_LONGEST].rstrip(" .")
    if source.endswith("%"):
        return read_unit("%")
    if not source.endswith(")") or "(" not in source:
        return None
    inside = source[source.rfind("(") + 1 : -1]
    unit = read_unit(inside)
    if unit is None or not unit.kind or len(unit.word.split()) > 5 or (inside.isupper() and inside.isalpha()):
        return None
    known = unit.kind in {"percent", "rate"} or unit.scale > 1 or kind_of(unit.word, whole=True)
    return unit if known or "/" in inside else None


def _trimmed(cell: str) -> tuple[int, int]:
    start = len(cell) - len(cell.lstrip())
    return start, max(start, len(cell.rstrip()))


def _level_spans(text: Text, head: Head, level: Level, spans: dict[str, tuple[Span, ...]]) -> None:
    keys = {Level.ACTIVITY: "activity", Level.OUTPUT: "deliverable"}
    if level in keys:
        hit = phrases("objects", keys[level]).within(text.plain, head.body)
        if hit:
            name = "activity" if level is Level.ACTIVITY else "output"
            spans[name] = (Span("indikator", *text.place(hit.start, hit.end)),)


def _slips(text: Text, field: str) -> list[tuple[Span, str]]:
    return [(Span(field, word.start, word.end), word.slip) for word in text.words if word.slip]


def _population(text: Text, head: Head) -> bool | None:
    """For a share: whether it says of whom or what; None for other measures."""
    if head.kind != "share":
        return None
    rest = text.plain[head.body :]
    return len(rest) >= 2 and bool(_ADVERBS & set(rest) or len(rest) >= 3)


def _is_time_bound(row: Row) -> bool:
    """Whether a year or period is named in the row."""
    said = set(read(row.indikator[:_LONGEST]).plain) | set(read(row.target[:200]).plain)
    return (
        any(word.isdigit() and len(word) == 4 and word.startswith("20") for word in said)
        or "pertahun" in said
    )
