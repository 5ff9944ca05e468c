"""What speaks for and against an indicator as a measure of its sasaran, before it is judged."""

import math
from dataclasses import dataclass
from functools import cache

from workbench.reviewer.concepts import NAMED, Subject, kinship, subject
from workbench.reviewer.findings import Level, ObjectiveKind, Reading
from workbench.reviewer.ontology import StandardIndicator, ontology
from workbench.reviewer.standard import lookup
from workbench.reviewer.stems import split, stem, stems, words
from workbench.reviewer.vocabulary import load

LOW = frozenset({Level.INPUT, Level.ACTIVITY, Level.OUTPUT})
FAR = 3  # steps between concepts beyond which nobody would see the connection
_OUTPUTS = frozenset(
    {ObjectiveKind.OUTPUT, ObjectiveKind.ORDER, ObjectiveKind.EFFORT, ObjectiveKind.PROGRAMME}
)


@dataclass(frozen=True, slots=True)
class Link:
    """How the indicator's concept stands to the sasaran's: same, part, wider, sibling, field or none."""

    kind: str = "none"
    steps: int = 0
    concept: str = ""  # of the indicator
    wanted: str = ""  # of the sasaran


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that the judgement rests on; shares and weights are from 0 to 1."""

    standard: StandardIndicator | None
    link: Link
    covered: float  # share of the sasaran's telling words that the indicator takes up
    explained: float  # share of the indicator's telling words that are the sasaran's
    level: Level
    is_measure: bool
    wants_output: bool  # the sasaran itself is an output or an activity
    repeats: bool  # nothing but the words of the sasaran
    empty: bool  # a measure noun and nothing that is measured
    other_object: bool  # both name a subject of the same field, and not the same one
    breadth: float  # how wide the sasaran is: 0 for a single subject
    unmet: int  # subjects that the sasaran names and the indicator leaves out
    facet: str  # "shown", "missed", or "" where the sasaran asks for none
    apart: float  # how surely the two speak of different fields: 0, or less than 1 where only hinted at
    vague_sasaran: bool  # the sasaran has no telling word of its own
    kin: float = 0.0  # how far the words of both lean towards the same concepts
    sure: float = 0.0  # how much of both is known at all
    graded: bool = False  # a score, an index or a grade rather than a share or a count
    foreign: bool = False  # a known measure of one field, or office goods, under a sasaran of another
    shared: tuple[str, ...] = ()  # telling words, as typed in the indicator, that both have
    wanted_fields: tuple[str, ...] = ()  # the likeliest first
    about_fields: tuple[str, ...] = ()
    by_name: bool = False  # the indicator says the standard measure's own name


def _share(one: dict[str, float], other: dict[str, float]) -> float:
    every = sum(one.values())
    return sum(value for word, value in one.items() if word in other) / every if every else 0.0


def _served(about: Subject, standard: StandardIndicator | None) -> list[str]:
    served = list(standard.serves) if standard else []
    return served + [key for key, how in about.concepts.items() if how == NAMED and key not in served]


def find_link(about: Subject, wanted: Subject, standard: StandardIndicator | None) -> Link:
    """The closest connection between what the indicator measures and what the sasaran names."""
    known = ontology()
    served = _served(about, standard)
    named = [key for key, how in wanted.concepts.items() if how == NAMED]
    for key in served:
        if key in named:
            return Link("same", 0, key, key)
    up = [(known.above[key][top], key, top) for key in served for top in named if top in known.above[key]]
    if up and min(up)[0] < FAR:
        return Link("part", *min(up))
    main = served[:1]
    down = [(known.above[top][key], key, top) for key in main for top in named if key in known.above[top]]
    if down and min(down)[0] < FAR:
        return Link("wider", *min(down))
    for key in main:
        for top in named:
            if {p for p, n in known.above[key].items() if n == 1} & {
                p for p, n in known.above[top].items() if n == 1
            }:
                return Link("sibling", 1, key, top)
    fields = _about_fields(about, standard).keys()
    return Link("field") if fields & wanted.fields.keys() else Link()


def _named_both(about: Subject, wanted: Subject, standard: StandardIndicator | None) -> bool:
    return bool(_served(about, standard)) and any(how == NAMED for how in wanted.concepts.values())


def _unmet(about: Subject, wanted: Subject, standard: StandardIndicator | None) -> int:
    """Subjects that the sasaran names and nothing in the indicator belongs to."""
    above = ontology().above
    served = set(_served(about, standard))
    met = served.union(*(above[key] for key in served)) if served else set()
    return sum(1 for key, how in wanted.concepts.items() if how == NAMED and key not in met)


@cache
def _facets() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple(
        (
            frozenset(stem(word) for word in split(one["asks"])),
            frozenset(stem(word) for word in split(one["shows"])),
        )
        for one in load("alignment")["facets"].values()
    )


def _facet(wanted: Subject, typed: tuple[str, ...]) -> str:
    asked = [shows for asks, shows in _facets() if asks & set(wanted.stems)]
    if not asked:
        return ""
    return "shown" if any(shows & set(typed) for shows in asked) else "missed"


@cache
def _graded() -> frozenset[str]:
    return frozenset(stem(word) for word in split(load("alignment")["graded"]))


def _repeats(about: Subject, wanted: Subject, reading: Reading, standard: StandardIndicator | None) -> bool:
    """Whether the indicator is made of the sasaran's own words and brings no measure."""
    copied = about.stems == wanted.stems and not reading.is_measure
    if not about.stems or copied or standard is not None:
        return bool(about.stems) and copied
    new = [word for word in about.stems if word not in wanted.stems]
    if not reading.is_measure:
        return len(new) * 5 <= len(about.stems)
    return not about.words and not [word for word in new if stem(word) not in _heads()]


@cache
def _heads() -> frozenset[str]:
    return frozenset(stem(word) for word in split(load("alignment")["heads"]))


def _by_strength(fields: dict[str, float]) -> tuple[str, ...]:
    return tuple(sorted(fields, key=lambda key: (-fields[key], key)))


def _shared_words(indikator: str, about: Subject, wanted: Subject) -> tuple[str, ...]:
    both = about.words.keys() & wanted.words.keys()
    return tuple(dict.fromkeys(word for word in words(indikator) if stem(word) in both))


def _level(reading: Reading, standard: StandardIndicator | None) -> Level:
    """The level read from the row, unless the standard measure is known to stand lower."""
    if standard is not None and standard.level in LOW and reading.level not in LOW:
        return standard.level
    return reading.level


def _about_fields(about: Subject, standard: StandardIndicator | None) -> dict[str, float]:
    if standard is None:
        return about.fields
    served = {ontology().concepts[key].field: 1.5 for key in standard.serves}
    return {**about.fields, **served, standard.field: 2.0}


@cache
def _supply() -> frozenset[str]:
    return frozenset(stem(word) for word in split(load("alignment")["supply"]))


def _wants_output(sasaran: str, wanted: Subject, reading: Reading) -> bool:
    """Whether the sasaran itself names an output, or things that have to be there."""
    delivered = words(sasaran)[:1] and words(sasaran)[0] in split(load("alignment")["delivered"])
    return reading.objective_kind in _OUTPUTS or bool(delivered or _supply() & set(wanted.stems[1:3]))


def _apart(about: dict[str, float], wanted: dict[str, float]) -> float:
    """How surely two texts speak of different fields, from how plainly each speaks of its own."""
    if not about or not wanted or about.keys() & wanted.keys():
        return 0.0
    return min(1.0, max(about.values())) * min(1.0, max(wanted.values()))


@cache
def _crossing() -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """Fields that serve every other, and for some fields those that are known to help them."""
    helps = load("causes")["crossing"]
    return frozenset(split(load("alignment")["anywhere"])), {key: frozenset(helps[key]) for key in helps}


def _plainly_apart(one: str, other: str) -> bool:
    everywhere, helps = _crossing()
    together = other in helps.get(one, frozenset()) or one in helps.get(other, frozenset())
    return not together and one not in everywhere and other not in everywhere


def _foreign(about: Subject, wanted: Subject, fields: dict[str, float], known: bool) -> bool:
    """Whether both fields are known and strange to each other: a remark that must not be made on a guess."""
    if about.words.keys() & wanted.words.keys() or fields.keys() & wanted.fields.keys():
        return False
    named = [key for key, how in wanted.fields.items() if how == NAMED]
    if not named:
        return False
    if any(key in _housekeeping() for key in about.concepts):
        return not set(named) & set(split(load("alignment")["kept_house"]))
    strong = [key for key, how in fields.items() if how >= NAMED]
    return known and bool(strong) and all(_plainly_apart(one, two) for one in strong for two in named)


@cache
def _housekeeping() -> frozenset[str]:
    return frozenset(split(load("alignment")["housekeeping"]))


def gather(sasaran: str, indikator: str, reading: Reading) -> Evidence:
    """The evidence on one pair."""
    wanted, about = subject(sasaran), subject(indikator)
    standard = lookup(indikator, sasaran)
    link = find_link(about, wanted, standard)
    under = ontology().below.get(link.wanted, 0)
    parts = max(0, sum(1 for how in wanted.concepts.values() if how == NAMED) - 1)
    fields = _about_fields(about, standard)
    return Evidence(
        standard=standard,
        link=link,
        covered=_share(wanted.words, about.words),
        explained=_share(about.words, wanted.words),
        level=_level(reading, standard),
        is_measure=reading.is_measure,
        wants_output=_wants_output(sasaran, wanted, reading),
        repeats=_repeats(about, wanted, reading, standard),
        empty=standard is None and all(word in _heads() for word in about.stems),
        other_object=link.kind in ("field", "sibling") and _named_both(about, wanted, standard),
        breadth=min(1.0, math.log2(1 + under) / 5 + 0.2 * parts),
        unmet=_unmet(about, wanted, standard),
        facet=_facet(wanted, about.stems),
        apart=_apart(fields, wanted.fields),
        vague_sasaran=not wanted.words,
        kin=kinship(about, wanted),
        sure=about.sure * wanted.sure,
        graded=bool(_graded() & set(about.stems[:2])),
        foreign=_foreign(about, wanted, fields, standard is not None or reading.level not in LOW),
        shared=_shared_words(indikator, about, wanted),
        wanted_fields=_by_strength(wanted.fields),
        about_fields=_by_strength(fields),
        by_name=standard is not None and set(stems(standard.name)) <= set(stems(indikator)),
    )


def features(seen: Evidence) -> dict[str, float]:
    """The evidence as numbers, under the names that `alignment_weights.yaml` uses."""
    effort = seen.level in (Level.INPUT, Level.ACTIVITY)
    output = seen.level is Level.OUTPUT
    wants = seen.wants_output
    kind = seen.link.kind
    return {
        "same": float(kind == "same"),
        "standard_serves": float(
            kind == "same" and seen.standard is not None and seen.link.concept in seen.standard.serves
        ),
        "standard_main": float(
            kind == "same" and seen.standard is not None and seen.standard.serves[0] == seen.link.concept
        ),
        "part_near": float(kind == "part" and seen.link.steps == 1),
        "part_far": float(kind == "part" and seen.link.steps > 1),
        "wider": float(kind == "wider"),
        "sibling": float(kind == "sibling"),
        "field": float(kind == "field"),
        "other_object": float(seen.other_object and not seen.covered),
        "nothing_shared": float(kind == "none" and not seen.covered and not seen.vague_sasaran),
        "covered": seen.covered,
        "explained": seen.explained,
        "covered_fully": float(seen.covered > 0.9),
        "other_field": seen.apart,
        "vague_sasaran": float(seen.vague_sasaran),
        "effort_for_result": float(effort and not wants),
        "output_for_result": float(output and not wants),
        "result_for_output": float(wants and not (effort or output)),
        "output_for_output": float((output or effort) and wants),
        "explained_output": seen.explained if wants else 0.0,
        "covered_output": seen.covered if wants else 0.0,
        "breadth": seen.breadth,
        "unmet": min(seen.unmet, 3) / 3,
        "not_measure": float(not seen.is_measure),
        "facet_shown": float(seen.facet == "shown"),
        "facet_missed": float(seen.facet == "missed"),
        "impact": float(seen.level is Level.IMPACT),
        "standard": float(seen.standard is not None),
        "kin": seen.kin,
        "strange": seen.sure * (1.0 - seen.kin) if not seen.covered else 0.0,
        "graded": float(seen.graded),
        "foreign": float(seen.foreign),
        "same_result": float(kind == "same" and not (effort or output)),
        "part_result": float(kind == "part" and not (effort or output)),
        "outcome": float(not (effort or output)),
        "explained_fully": float(seen.explained > 0.9),
        "linked": float(kind in ("same", "part", "wider", "sibling", "field")),
    }
