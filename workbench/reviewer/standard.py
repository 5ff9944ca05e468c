"""The standard indicator that a text names, if it names one.

Each name of an entry is a set of stems, filed under its rarest one, so that only a handful of the
several hundred entries are compared with a text.
"""

from dataclasses import dataclass, replace
from functools import cache, lru_cache

from workbench.reviewer.concepts import subject, weight
from workbench.reviewer.findings import Direction
from workbench.reviewer.ontology import StandardIndicator, ontology
from workbench.reviewer.stems import split, stem, stems, words
from workbench.reviewer.vocabulary import load

COVERED = 0.5  # share of the text's telling words that a name must explain,
ALONE = 0.8  # and where the name has a single telling word


@dataclass(frozen=True, slots=True)
class _Name:
    stems: frozenset[str]
    full: frozenset[str]  # with the measure noun, which decides between two that fit alike
    entry: StandardIndicator
    at_least: float  # share of a text's words that it must explain


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(split(load("alignment")[key]))


@cache
def _heads() -> frozenset[str]:
    return frozenset(stem(word) for word in _set("heads")) | _set("heads")


def _bare(text: str) -> frozenset[str]:
    """The stems of a name without its measure noun, unless nothing else is left."""
    every = stems(text)
    bare = frozenset(word for word in every if word not in _heads())
    return bare or frozenset(every)


def _named(name: str) -> frozenset[str]:
    """What a text must hold to be taken for this name: a common word alone ("kesehatan") is not enough."""
    bare = _bare(name)
    plain = len(bare) == 1 and not any(part.isupper() for part in name.replace("-", " ").split())
    return frozenset(stems(name)) if plain else bare


@cache
def _index() -> dict[str, tuple[_Name, ...]]:
    names = [
        _Name(_named(name), frozenset(stems(name)), entry, COVERED if len(_bare(name)) > 1 else ALONE)
        for entry in ontology().indicators
        for name in entry.names
    ]
    counts: dict[str, int] = {}
    for name in names:
        for word in name.stems:
            counts[word] = counts.get(word, 0) + 1
    filed: dict[str, list[_Name]] = {}
    for name in names:
        filed.setdefault(min(name.stems, key=lambda word: (counts[word], word)), []).append(name)
    return {word: tuple(under) for word, under in filed.items()}


def _fit(name: _Name, about: frozenset[str]) -> float:
    """Share of the text's words that the name explains, generic ones counting a tenth."""
    every = sum(weight(word) + 0.1 for word in about)
    return sum(weight(word) + 0.1 for word in name.stems & about) / every if every else 0.0


def _compatible(entry: StandardIndicator, name: _Name, typed: tuple[str, ...]) -> bool:
    """A count is not a percentage, and work about an indicator is not the indicator."""
    if typed and typed[0] in _set("counts") and entry.unit in ("%", "Indeks", "Rasio", "Nilai"):
        return any(stems(one)[:1] == (stem(typed[0]),) for one in entry.names)
    return not any(word in _set("efforts") and stem(word) not in name.stems for word in typed)


@lru_cache(maxsize=4096)
def lookup(indikator: str, context: str = "") -> StandardIndicator | None:
    """The standard entry that `indikator` names, or None.

    `context` (the sasaran) decides between two meanings of an abbreviation; without it an ambiguous one
    is None. For a change in a standard measure ("penurunan AKI") the entry comes back as rising where the
    change is an improvement, without unit and range, because those belong to the measure itself.
    """
    typed = words(indikator)
    about = _bare(indikator)
    if not about or len(typed) > 60:
        return None
    every = about | frozenset(stems(indikator))
    changes = frozenset(word for word in typed if word in _set("changes"))
    kept = frozenset(word for word in about if word not in {stem(change) for change in changes}) or about
    fitting = [
        (round(_fit(name, kept), 3), len(name.full & every) - len(name.full - every), name)
        for word in every
        for name in _index().get(word, ())
        if name.stems <= every and _compatible(name.entry, name, typed)
    ]
    best = _choose([item for item in fitting if item[0] >= item[2].at_least], context)
    if best is None:
        return None
    if changes and not any(stem(change) in best.stems for change in changes):
        return replace(best.entry, low=None, high=None, unit="", direction=Direction.UP)
    return best.entry


def _choose(fitting: list[tuple[float, int, _Name]], context: str) -> _Name | None:
    if not fitting:
        return None
    top = max(item[:2] for item in fitting)
    best = {id(name.entry): name for *rank, name in fitting if tuple(rank) == top}
    names = list(best.values())
    if len(names) == 1:
        return names[0]
    about = subject(context)
    near = [n for n in names if n.entry.field in about.fields]
    closer = [n for n in near if any(key in about.concepts for key in n.entry.serves)] or near
    return closer[0] if len({n.entry.name for n in closer}) == 1 else None
