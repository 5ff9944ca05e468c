"""What speaks for and against an indicator as a measure of its sasaran, before it is judged."""

from dataclasses import dataclass
from functools import cache

from workbench.reviewer.concepts import Subject, kinship, subject, weight
from workbench.reviewer.findings import Level, ObjectiveKind, Reading
from workbench.reviewer.foreign import apart, foreign, strangers
from workbench.reviewer.links import Link, about_fields, find_link, named_both, unmet
from workbench.reviewer.ontology import StandardIndicator
from workbench.reviewer.standard import lookup
from workbench.reviewer.stems import split, stem, stems, words
from workbench.reviewer.vocabulary import load

LOW = frozenset({Level.INPUT, Level.ACTIVITY, Level.OUTPUT})
ROOT = 5  # letters that two words must share to be of one root
WHOLE = 0.9  # share of the words from which nothing of weight is missing
AFFIX = 4  # letters that an affix may add
COMMON = 0.15  # what a word of common use tells where every word is compared
_OUTPUTS = frozenset(
    {ObjectiveKind.OUTPUT, ObjectiveKind.ORDER, ObjectiveKind.EFFORT, ObjectiveKind.PROGRAMME}
)


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
    unmet: int  # subjects that the sasaran names and the indicator leaves out
    facet: str  # "shown", "missed", or "" where the sasaran asks for none
    apart: float  # how surely the two speak of different fields: 0, or less than 1 where only hinted at
    vague_sasaran: bool  # the sasaran has no telling word of its own
    kin: float = 0.0  # how far the words of both lean towards the same concepts
    sure: float = 0.0  # how much of both is known at all
    same_first: bool = False  # the first thing that the indicator names is the first that the sasaran names
    taken_over: float = 0.0  # share of all the indicator's words, common ones too, that are the sasaran's
    graded: bool = False  # a score, an index or a grade rather than a share or a count
    strangers: bool = False  # both name fields, and neither has anything to do with the other
    foreign: bool = False  # strangers, and what is measured is a known measure, a result or office goods
    shared: tuple[str, ...] = ()  # telling words, as typed in the indicator, that both have
    wanted_fields: tuple[str, ...] = ()  # the likeliest first
    about_fields: tuple[str, ...] = ()
    by_name: bool = False  # the indicator says the standard measure's own name


def _share(one: dict[str, float], other: dict[str, float]) -> float:
    every = sum(one.values())
    return sum(value for word, value in one.items() if _met(word, other)) / every if every else 0.0


def _met(word: str, other: dict[str, float]) -> bool:
    """Whether a word, or a word grown from the same long root, is in the other text."""
    if word in other:
        return True
    return len(word) >= ROOT and any(_of_one_root(word, one) for one in other)


def _of_one_root(one: str, other: str) -> bool:
    """Whether one word is the other with an affix: a much longer one is another (sosial, sosialisasi)."""
    short, long = sorted((one, other), key=len)
    return len(short) >= ROOT and len(long) - len(short) <= AFFIX and short in long


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
    if about.words or _graded() & set(about.stems[:2]):
        return False  # a grade or a score of what the sasaran names is its own measure
    return not [word for word in new if stem(word) not in _heads()]


@cache
def _heads() -> frozenset[str]:
    return frozenset(stem(word) for word in split(load("alignment")["heads"]))


@cache
def _openers() -> frozenset[str]:
    """Words with which a measure or a statement of result opens, before it names its thing."""
    return _heads() | frozenset(stem(word) for word in split(load("alignment")["openers"]))


def _things(text: Subject) -> dict[str, float]:
    """Every word behind the opening ones with what it tells, in order; a common word tells a little."""
    return {
        word: weight(word) or COMMON
        for word in text.stems
        if len(word) > 1 and not word.isdigit() and word not in _openers()
    }


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


@cache
def _supply() -> frozenset[str]:
    return frozenset(stem(word) for word in split(load("alignment")["supply"]))


def _wants_output(sasaran: str, wanted: Subject, reading: Reading) -> bool:
    """Whether the sasaran itself names an output, or things that have to be there."""
    delivered = words(sasaran)[:1] and words(sasaran)[0] in split(load("alignment")["delivered"])
    return reading.objective_kind in _OUTPUTS or bool(delivered or _supply() & set(wanted.stems[1:3]))


def gather(sasaran: str, indikator: str, reading: Reading) -> Evidence:
    """The evidence on one pair."""
    wanted, about = subject(sasaran), subject(indikator)
    standard = lookup(indikator, sasaran)
    link = find_link(about, wanted, standard)
    fields = about_fields(about, standard)
    things, wanted_things = _things(about), _things(wanted)
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
        other_object=link.kind in ("field", "sibling") and named_both(about, wanted, standard),
        unmet=unmet(about, wanted, standard),
        facet=_facet(wanted, about.stems),
        apart=apart(fields, wanted.fields),
        vague_sasaran=not wanted.words,
        kin=kinship(about, wanted),
        sure=about.sure * wanted.sure,
        same_first=bool(things) and next(iter(things)) == next(iter(wanted_things), ""),
        taken_over=_share(things, wanted_things),
        graded=bool(_graded() & set(about.stems[:2])),
        strangers=strangers(about, wanted, fields),
        foreign=foreign(about, wanted, fields, standard is not None or reading.level not in LOW),
        shared=_shared_words(indikator, about, wanted),
        wanted_fields=_by_strength(wanted.fields),
        about_fields=_by_strength(fields),
        by_name=standard is not None and set(stems(standard.name)) <= set(stems(indikator)),
    )


def features(seen: Evidence) -> dict[str, float]:
    """The evidence as numbers, under the names that `alignment_weights.yaml` uses."""
    kind, wants = seen.link.kind, seen.wants_output
    effort = seen.level in (Level.INPUT, Level.ACTIVITY)
    output = seen.level is Level.OUTPUT
    result = not (effort or output)
    serves = kind == "same" and seen.standard is not None and seen.link.concept in seen.standard.serves
    return {
        "same": float(kind == "same"),
        "same_result": float(result and (kind == "same" or seen.covered > WHOLE)),
        "standard_serves": float(serves),
        "standard_main": float(
            serves and seen.standard is not None and seen.standard.serves[0] == seen.link.concept
        ),
        "part_near": float(kind == "part" and seen.link.steps == 1),
        "wider": float(kind == "wider"),
        "sibling": float(kind == "sibling"),
        "other_object": float(seen.other_object and not seen.covered),
        "nothing_shared": float(kind == "none" and not seen.covered and not seen.vague_sasaran),
        "other_field": seen.apart,
        "kin": seen.kin,
        "strange": seen.sure * (1.0 - seen.kin) if not seen.covered else 0.0,
        "covered": seen.covered,
        "covered_fully": float(seen.covered > WHOLE),
        "covered_output": seen.covered if wants else 0.0,
        "explained": seen.explained,
        "explained_fully": float(seen.explained > WHOLE),
        "explained_output": seen.explained if wants else 0.0,
        "taken_over": seen.taken_over,
        "same_first": float(seen.same_first),
        "outcome": float(result),
        "impact": float(seen.level is Level.IMPACT),
        "effort_for_result": float(effort and not wants),
        "output_for_result": float(output and not wants),
        "output_for_output": float((output or effort) and wants),
        "unmet": min(seen.unmet, 3) / 3,
        "not_measure": float(not seen.is_measure),
        "facet_shown": float(seen.facet == "shown"),
        "graded": float(seen.graded),
        "vague_sasaran": float(seen.vague_sasaran),
    }
