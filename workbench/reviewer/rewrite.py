"""Rewrites that the reviewer can build from the writer's own words; always offered as a suggestion.

Where nothing sensible can be built, nothing is offered: the advice of the rule's page is enough.
"""

from .concepts import NAMED, subject
from .document import Position, Row
from .findings import Direction, Level, ObjectiveKind, Reading
from .ontology import ontology
from .proposals import LONGEST, for_objective, written
from .standard import lookup
from .text import Text, read
from .units import read_unit
from .vocabulary import load, words

__all__ = ["as_measure", "as_result", "for_objective", "result_form", "two_rows", "with_population"]

_WORK = (Level.ACTIVITY, Level.INPUT)
_MOST = 120  # characters of a thing that still reads as a name


def result_form(sasaran: str) -> tuple[int, int, str] | None:
    """The first word of a sasaran written as an order or an effort, and the result form that replaces it."""
    text = read(sasaran[:LONGEST])
    if not text.words:
        return None
    table = load("rewrites")
    better = table["orders"].get(text.plain[0]) or table["efforts"].get(text.plain[0])
    return None if better is None else (text.words[0].start, text.words[0].end, str(better))


def as_result(row: Row, reading: Reading) -> str:
    """The sasaran as a condition reached, or an empty text where none can be built."""
    text = read(row.sasaran[:LONGEST])
    if not text.words:
        return ""
    kind = reading.objective_kind
    if kind in (ObjectiveKind.PROGRAMME, ObjectiveKind.ORDER, ObjectiveKind.OUTPUT, ObjectiveKind.UNIT):
        return _served_by(row) or (_without_title(text) if kind is ObjectiveKind.PROGRAMME else "")
    if kind is ObjectiveKind.EFFORT:
        return _reached(text) if reading.sasaran_is_result else _served_by(row)
    if kind is ObjectiveKind.INDICATOR:
        return _served_by(row) or _measure_reached(text, reading.direction)
    if text.plain[0] in words("rewrites", "topics"):
        return f"Meningkatnya {_lower(_from(text, 0))}"
    return _served_by(row)


def _reached(text: Text) -> str:
    """An effort turned into the condition that it brings about."""
    found = result_form(text.source[text.words[0].start :])
    return f"{found[2]} {_from(text, 1)}".strip() if found is not None else ""


def _without_title(text: Text) -> str:
    """What a programme promises in its title, where the title says it: "Program Peningkatan Mutu ..."."""
    inside = text.since(1)
    if not inside.words or inside.plain[0] not in words("objectives", "changing"):
        return ""
    reached = _reached(inside)
    first, _, rest = reached.partition(" ")
    return f"{first} {_sentence(rest)}".strip()


def _measure_reached(text: Text, direction: Direction | None) -> str:
    rest = _from(text, 1)
    if text.plain[0] not in words("rewrites", "measures") or not rest:
        return ""
    return f"{'Menurunnya' if direction is Direction.DOWN else 'Meningkatnya'} {_lower(rest)}"


def _meets(sasaran: str, served: str) -> bool:
    """Whether a sasaran may mean what an indicator serves: it names that, a part of it or its whole."""
    about = {key for key, strength in subject(sasaran[:LONGEST]).concepts.items() if strength == NAMED}
    above = ontology().above
    return not about or any(served == key or served in above[key] or key in above[served] for key in about)


def _served_by(row: Row) -> str:
    """The result that the row's indicator is known to show."""
    standard = lookup(row.indikator, row.sasaran)
    if standard is None or standard.level not in (Level.OUTCOME, Level.IMPACT) or not standard.serves:
        return ""
    if not _meets(row.sasaran, standard.serves[0]):
        return ""
    name = ontology().concepts[standard.serves[0]].name
    said = load("rewrites")["results"].get(standard.serves[0])
    if said:
        return str(said)
    return f"Meningkatnya {name}" if name.split()[0] in words("rewrites", "qualified") else ""


def as_measure(row: Row, reading: Reading, position: Position) -> str:
    """A measure instead of the statement in the indicator cell."""
    standard = lookup(_without_verb(row.indikator, reading), row.sasaran)
    if position is Position.ECHELON_4:
        return _counted(row, reading)
    if standard is not None and standard.level in (Level.OUTCOME, Level.IMPACT):
        return written(standard, row.sasaran)
    if reading.level is Level.OUTCOME and " yang " in row.indikator:
        return _share_of(row, reading)  # the writer already says which ones are to be counted
    offered = for_objective(row, position)
    if offered or reading.level in (*_WORK, Level.OUTPUT):
        return offered  # a share of what is done or delivered would still not show the result
    return _share_of(row, reading)


def two_rows(row: Row, reading: Reading) -> str:
    """A double indicator as two, the measure noun said in both; empty where there may be more than two."""
    places = reading.spans.get("double")
    head = reading.spans.get("head")
    if not places or not head or len(row.indikator) > LONGEST:
        return ""
    text, joint = row.indikator, places[0]
    noun = text[head[0].start : head[0].end]
    first = text[: joint.start].rstrip(" ,").removesuffix(" dan").rstrip(" ,")
    second = text[joint.start :].split(maxsplit=1)
    if len(second) < 2 or not first[head[0].end :].split() or not noun.strip():
        return ""
    tail = second[1].strip() if read(second[0]).plain[:1] != (noun.casefold(),) else text[joint.start :]
    joined = {"dan", "serta"} & set(read(tail).plain) or "," in tail or "," in first
    if joined or len(tail.split()) < 2 or " yang " in first:
        return ""
    own = read(tail).plain[:1]
    again = tail if own and own[0] in words("rewrites", "nouns") else f"{noun} {tail}"
    if len(first[head[0].end :].split()) < 2:
        if " yang " not in tail:
            return ""
        first = f"{first} yang {tail.split(' yang ', 1)[1]}"
    first = first.strip()
    return f"1) {first[:1].upper()}{first[1:]}  2) {again[:1].upper()}{again[1:]}"


def with_population(row: Row, reading: Reading) -> str:
    """A percentage with what it is a part of."""
    head = reading.spans.get("head")
    if not head or len(row.indikator) > LONGEST:
        return ""
    rest = read(row.indikator[head[0].end :])
    if len(rest.words) < 2 or rest.words[0].word in words("rewrites", "uncounted"):
        return ""
    whole = load("rewrites")["kinds"].get(rest.words[0].word, rest.words[0].word)
    return f"{row.indikator.strip().rstrip('.')} terhadap seluruh {whole}"


def _share_of(row: Row, reading: Reading) -> str:
    """ "Persentase X yang …": the frame of a measure around the writer's own object."""
    said = _without_verb(row.indikator, reading)[:LONGEST]
    if reading.vague or not reading.readable:
        return ""
    text = read(said.split(" secara ")[0])
    start = 0
    while start < len(text.words) - 1 and text.plain[start] in words("rewrites", "qualities"):
        start += 1
    thing = _lower(_from(text, start)).rstrip(" .")
    if len(text.words) - start < 2 or len(thing) > _MOST or not _is_countable(text, start):
        return ""
    if " yang " in thing:
        return f"Persentase {thing} (satuan: %)"
    stated = read(row.indikator[:LONGEST]).plain[:1]
    return f"Persentase {thing} yang … (satuan: %)" if stated and stated[0].endswith("nya") else ""


def _is_countable(text: Text, start: int) -> bool:
    """Whether the words from `start` on can be counted: not a mood, not a list, not half a sentence."""
    rest = set(text.plain[start:])
    joined = rest & {"dan", "serta", "dll", "atau", "setiap", "tiap"}
    return not joined and text.plain[start] not in words("rewrites", "uncounted")


def _counted(row: Row, reading: Reading) -> str:
    """ "Tersusunnya laporan X" as "Jumlah laporan X yang disusun", for who answers for outputs."""
    text = read(row.indikator[:LONGEST])
    if not text.words or reading.level is Level.ACTIVITY:
        return ""
    made = load("rewrites")["made"].get(text.plain[0])
    thing = _lower(_from(text, 1)).rstrip(" .")
    if made is None or not thing or len(thing) > _MOST or not _is_countable(text, 1):
        return ""
    unit = read_unit(row.satuan)
    said = f" (satuan: {unit.name})" if unit is not None and unit.kind not in ("percent", "time") else ""
    return f"Jumlah {thing} yang {made}{said}"


def _without_verb(indikator: str, reading: Reading) -> str:
    head = reading.spans.get("head")
    if not head or reading.is_measure:
        return indikator
    return indikator[head[0].end :].strip() or indikator


def _from(text: Text, first: int) -> str:
    return text.source[text.words[first].start :].strip() if first < len(text.words) else ""


def _lower(text: str) -> str:
    """The text with its first letter small, unless it is an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _sentence(text: str) -> str:
    """Words of a Title In Capitals as they stand inside a sentence; abbreviations stay."""
    return " ".join(_lower(word) for word in text.split())
