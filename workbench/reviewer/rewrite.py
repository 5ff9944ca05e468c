"""Rewrites that the reviewer can build from the writer's own words; always offered as a suggestion."""

from functools import lru_cache

from .alignment import align
from .concepts import subject
from .document import Position, Row
from .findings import Direction, Level, Reading, Verdict
from .ontology import StandardIndicator, ontology
from .standard import lookup
from .text import Text, read
from .vocabulary import load, words

#: Longest text that is rewritten; a longer one has to be thought over, not mended.
LONGEST = 300

#: How much less an impact is preferred to an outcome for an agency, on the scale of alignment.
_FAR = 0.1


def result_form(sasaran: str) -> tuple[int, int, str] | None:
    """The first word of a sasaran written as an order or an effort, and the result form that replaces it."""
    text = read(sasaran[:LONGEST])
    if not text.words:
        return None
    table = load("rewrites")
    better = table["orders"].get(text.plain[0]) or table["efforts"].get(text.plain[0])
    return None if better is None else (text.words[0].start, text.words[0].end, str(better))


def as_result(row: Row, direction: Direction | None = None) -> str:
    """The sasaran as a condition reached, or an empty text where none can be built."""
    text = read(row.sasaran[:LONGEST])
    if not text.words:
        return ""
    if text.plain[0] in ("program", "kegiatan") and len(text.words) > 1:
        text = text.since(1)
    found = result_form(text.source[text.words[0].start :])
    rest = _from(text, 1)
    if found is not None:
        return f"{found[2]} {rest}".strip()
    if text.plain[0] in words("rewrites", "measures") and rest:
        return f"{'Menurunnya' if direction is Direction.DOWN else 'Meningkatnya'} {_lower(rest)}"
    if text.plain[0] in words("rewrites", "topics"):
        return f"Meningkatnya {_lower(_from(text, 0))}"
    return _served_by(row)


def _served_by(row: Row) -> str:
    """The result that the row's indicator is known to show."""
    standard = lookup(row.indikator)
    if standard is None or standard.level not in (Level.OUTCOME, Level.IMPACT) or not standard.serves:
        return ""
    name = ontology().concepts[standard.serves[0]].name
    found = result_form(name)
    return f"{found[2]} {name[found[1] :].strip()}" if found else f"Meningkatnya {name}"


def as_measure(row: Row, reading: Reading, position: Position) -> str:
    """A measure instead of the statement in the indicator cell."""
    standard = lookup(_without_verb(row.indikator, reading), row.sasaran)
    if standard is not None and standard.level in (Level.OUTCOME, Level.IMPACT):
        return named(standard)
    if reading.level in (Level.ACTIVITY, Level.INPUT):
        return for_objective(row, position)  # a share of an activity would still be an activity
    if reading.level is Level.OUTCOME and " yang " in row.indikator:
        return _share_of(row, reading)  # the writer already says which ones are to be counted
    return for_objective(row, position) or _share_of(row, reading)


def for_objective(row: Row, position: Position) -> str:
    """The standard measure that shows best that the sasaran is reached, or an empty text."""
    sasaran = row.sasaran[:LONGEST]
    found = _best(sasaran, position is Position.REGIONAL_HEAD) if sasaran.strip() else None
    return named(found) if found else ""


@lru_cache(maxsize=1024)
def _best(sasaran: str, regional: bool) -> StandardIndicator | None:
    concepts = {key for key, strength in subject(sasaran).concepts.items() if strength == 1}
    best: tuple[float, StandardIndicator] | None = None
    for standard in ontology().indicators:
        if standard.level not in (Level.OUTCOME, Level.IMPACT) or not concepts.intersection(
            standard.serves[:1]
        ):
            continue
        judged = align(sasaran, standard.name)
        fit = (judged.score or 0) - (_FAR if standard.level is Level.IMPACT and not regional else 0)
        if judged.verdict is Verdict.YES and (best is None or fit > best[0]):
            best = (fit, standard)
    return best[1] if best else None


def named(standard: StandardIndicator) -> str:
    """A standard measure with its unit, as it would stand in the table."""
    return f"{standard.name} (satuan: {standard.unit})"


def two_rows(row: Row, reading: Reading) -> str:
    """A double indicator as two, the measure noun said in both."""
    places = reading.spans.get("double")
    head = reading.spans.get("head")
    if not places or not head:
        return ""
    text, joint = row.indikator, places[0]
    noun = text[head[0].start : head[0].end]
    first = text[: joint.start].rstrip(" ,")
    second = text[joint.start :].split(maxsplit=1)
    if len(second) < 2 or len(first[head[0].end :].split()) < 2 or not noun.strip() or len(text) > LONGEST:
        return ""
    tail = second[1].strip()
    again = tail if tail.casefold().startswith(noun.casefold()) else f"{noun} {tail}"
    return f"1) {first.strip()}  2) {again[:1].upper()}{again[1:]}"


def with_population(row: Row, reading: Reading) -> str:
    """A percentage with what it is a part of."""
    head = reading.spans.get("head")
    if not head or len(row.indikator) > LONGEST:
        return ""
    rest = read(row.indikator[head[0].end :])
    if len(rest.words) < 2:
        return ""
    return f"{row.indikator.strip().rstrip('.')} terhadap seluruh {rest.words[0].word}"


def _share_of(row: Row, reading: Reading) -> str:
    """ "Persentase X yang …": the frame of a measure around the writer's own object."""
    said = _without_verb(row.indikator, reading)[:LONGEST]
    text = read(said.split(" secara ")[0])
    start = 0
    while start < len(text.words) - 1 and text.plain[start] in words("rewrites", "qualities"):
        start += 1
    thing = _lower(_from(text, start)).rstrip(" .")
    if not thing or not reading.readable or len(thing) > 120:
        return ""
    if " yang " in f" {thing} ":
        return f"Persentase {thing} (satuan: %)"
    return f"Persentase {thing} yang … (satuan: %)"


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
