"""The measure that a sasaran calls for: which standard indicator to offer, and how it would be written.

The ontology lists the indicators of a concept in the order of their use; `rewrites.yaml` says where another
one is the better offer, what is never offered to an office of a region, and how a short name is written out.
"""

import re
from functools import cache, lru_cache

from .alignment import align
from .concepts import NAMED, subject
from .document import Position, Row
from .findings import Level, Verdict
from .kinship import main_field
from .ontology import StandardIndicator, ontology
from .phrases import phrases
from .stems import stems
from .text import read
from .vocabulary import load, words

#: Longest text that is rewritten; a longer one has to be thought over, not mended.
LONGEST = 300

#: Share of the sasaran's telling words that a measure's names must take up to be offered.
_ENOUGH = 0.3

_RESULTS = (Level.OUTCOME, Level.IMPACT)
_SERVICE = re.compile(r"\b(?:pe)?layanan\b(?:(?!\s+(?:yang|secara|melalui|dan)\b).)*", re.IGNORECASE)


def for_objective(row: Row, position: Position) -> str:
    """The standard measure that shows best that the sasaran is reached, or an empty text.

    Nothing is offered to an office that answers for outputs, nor what already stands in the row.
    """
    sasaran = row.sasaran[:LONGEST]
    if position is Position.ECHELON_4 or not sasaran.strip():
        return ""
    quick = timely(sasaran)
    if quick:
        return quick
    found = _best(sasaran, position is Position.REGIONAL_HEAD)
    if found is not None and position is Position.ECHELON_3 and found.source in words("offices", "graders"):
        return ""  # a grade of the whole region is for those who answer for it
    if found is not None and found.name in words("rewrites", "of_the_region") and _of_one_office(sasaran):
        return ""
    if found is None or set(stems(found.name)) <= set(stems(row.indikator[:LONGEST])):
        return ""
    return written(found, sasaran)


def _of_one_office(sasaran: str) -> bool:
    """Whether the sasaran speaks of one office: "keuangan dinas", but not "keuangan perangkat daerah"."""
    return not words("rewrites", "one_office").isdisjoint(read(sasaran).plain)


def timely(text: str) -> str:
    """What shows that a service is quick, where the text speaks of one that is to be; else an empty text."""
    if _service(text[:LONGEST]) and phrases("rewrites", "speed").within(read(text[:LONGEST]).plain):
        return str(load("rewrites")["timely"])
    return ""


def written(standard: StandardIndicator, sasaran: str = "") -> str:
    """A standard measure with its unit, as it would stand in the table."""
    name = str(load("rewrites")["written"].get(standard.name, standard.name))
    service = _service(sasaran)
    if standard.name == _satisfaction() and len(service.split()) > 1:
        name = f"{name} atas {_small(service)}"
    return f"{name} (satuan: {_small(standard.unit)})"


def _service(sasaran: str) -> str:
    """The service that a sasaran speaks of, from that word to the end; empty where it speaks of none."""
    found = _SERVICE.search(sasaran)
    return found.group().strip(" .") if found is not None else ""


@cache
def _satisfaction() -> str:
    return str(load("rewrites")["satisfaction"])


def _small(text: str) -> str:
    """The text with its first letter small, unless it is an abbreviation or a currency."""
    return text if text[1:2].isupper() or text.startswith("Rp") else text[:1].lower() + text[1:]


@lru_cache(maxsize=1024)
def _best(sasaran: str, regional: bool) -> StandardIndicator | None:
    about = subject(sasaran)
    named = _of_the_main_field(
        [key for key, strength in about.concepts.items() if strength == NAMED], sasaran
    )
    offers = {load("rewrites")["preferred"].get(key) for key in named}
    told = set(about.words)
    known = [_by_name()[name] for name in offers if name in _by_name()]
    known += [item for key in named for item in _by_concept().get(key, ()) if _may_be_offered(item[1])]
    ranked = []
    for place, standard in known:
        chosen = standard.name in offers
        shared = len(told & _said(standard)) / max(1, len(told))
        far = standard.level is Level.IMPACT and not regional
        if chosen or (shared >= _ENOUGH and not far):
            ranked.append((not chosen, -round(shared, 1), place, standard))
    ranked.sort(key=lambda item: item[:3])
    return next((standard for *_, standard in ranked if _fits(sasaran, standard)), None)


def _of_the_main_field(named: list[str], sasaran: str) -> list[str]:
    """Of concepts of several fields those of the one that the sasaran speaks of most.

    "Tertib administrasi perkantoran" is office work, not public order.
    """
    field = main_field(sasaran)
    return [key for key in named if ontology().concepts[key].field == field] or named


@cache
def _said(standard: StandardIndicator) -> frozenset[str]:
    """The stems of all its names."""
    return frozenset(stem for name in standard.names for stem in stems(name))


@cache
def _by_concept() -> dict[str, tuple[tuple[int, StandardIndicator], ...]]:
    """Measures of results with their place in the ontology, under the concept that they serve first."""
    filed: dict[str, list[tuple[int, StandardIndicator]]] = {}
    for place, standard in enumerate(ontology().indicators):
        if standard.level in _RESULTS and standard.serves:
            filed.setdefault(standard.serves[0], []).append((place, standard))
    return {concept: tuple(under) for concept, under in filed.items()}


@cache
def _by_name() -> dict[str, tuple[int, StandardIndicator]]:
    return {standard.name: (place, standard) for place, standard in enumerate(ontology().indicators)}


def _may_be_offered(standard: StandardIndicator) -> bool:
    return standard.name not in words("rewrites", "never") and standard.certainty != "M?"


def _fits(sasaran: str, standard: StandardIndicator) -> bool:
    return align(sasaran, standard.name).verdict is not Verdict.NO
