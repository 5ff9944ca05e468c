"""Spotting what a text speaks of: concepts, fields, and the words that carry meaning.

One pass over the words through a trie of phrases, so the time is linear in the length of the text.
"""

import dataclasses
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from workbench.reviewer.ontology import ontology
from workbench.reviewer.slips import known_words
from workbench.reviewer.stems import little_words, split, stem, words
from workbench.reviewer.vocabulary import load

NAMED, HINTED = 1.0, 0.5
LONG = 8  # letters from which on a word is recognised in spite of a slip


class _Node:
    """A place in the trie of phrases: the words that may follow, and what a phrase that ends here names."""

    __slots__ = ("after", "ends")

    def __init__(self) -> None:
        self.after: dict[str, _Node] = {}
        self.ends: list[tuple[str, float]] = []

    def plant(self, phrase: tuple[str, ...], value: tuple[str, float]) -> None:
        node = self
        for word in phrase:
            node = node.after.setdefault(word, _Node())
        node.ends.append(value)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a text speaks of. `concepts` maps keys to NAMED or HINTED; `words` maps stems to weights."""

    concepts: dict[str, float]
    fields: dict[str, float]
    words: dict[str, float]
    stems: tuple[str, ...]
    leaning: dict[str, float] = dataclasses.field(
        default_factory=dict
    )  # concept to weight, of length 1 or empty
    sure: float = 0.0  # how much of the text is known to the ontology, 0 to 1


@cache
def generic() -> frozenset[str]:
    """Stems that alone are no evidence of anything."""
    return frozenset(stem(word) for word in split(load("alignment")["generic"])) | frozenset(
        split(load("alignment")["generic"])
    )


@cache
def _representative() -> dict[str, str]:
    """Each word of a set of words for one thing, to the first of the set."""
    table = {}
    for line in load("alignment")["same_thing"]:
        first, *others = split(line)
        table.update({stem(other): stem(first) for other in others if " " not in other})
    return table


@lru_cache(maxsize=4096)
def canonical(text: str) -> tuple[str, ...]:
    """The stems of a text, words for one thing made one word and slips of the hand forgiven."""
    same, little = _representative(), little_words()
    typed = (stem(mended(word)) for word in words(text) if word not in little)
    return tuple(same.get(word, word) for word in typed)


def _shorter(word: str) -> Iterator[str]:
    """The word with one letter left out, at each place but the first."""
    return (word[:place] + word[place + 1 :] for place in range(1, len(word)))


@cache
def _meant() -> tuple[frozenset[str], dict[str, str], frozenset[str]]:
    """The long words of the ontology, what each is with a letter left out, and the roots of all its words."""
    texts = [phrase for one in ontology().concepts.values() for phrase in one.phrases]
    texts += [name for line in ontology().indicators for name in line.names]
    every = frozenset(word for text in texts for word in words(text))
    known = frozenset(word for word in every if len(word) >= LONG)
    meant: dict[str, str] = {}
    for word in sorted(known):
        for shorter in _shorter(word):
            meant.setdefault(shorter, word)
    return known, meant, frozenset(stem(word) for word in every) | generic()


@lru_cache(maxsize=20_000)
def mended(word: str) -> str:
    """The word of the ontology that was meant, where a long unknown word lacks a letter or has one too many.

    Another letter in its place makes another word too often: pengajuan is not pengaduan.
    """
    known, meant, roots = _meant()
    if len(word) < LONG - 1 or word in known or word in known_words() or stem(word) in roots:
        return word
    return meant.get(word) or next((one for one in _shorter(word) if one in known), word)


@cache
def _trie() -> _Node:
    root = _Node()
    for concept in ontology().concepts.values():
        for strength, phrases in ((NAMED, concept.phrases), (HINTED, concept.hints)):
            for phrase in phrases:
                root.plant(canonical(phrase), (concept.key, strength))
    for field in ontology().fields.values():
        for phrase in field.hints:
            root.plant(canonical(phrase), (f"@{field.key}", HINTED))
    return root


def _spot(typed: tuple[str, ...]) -> dict[str, float]:
    """Concepts, and fields marked with @, that the words name or hint at: the longest phrase at a place."""
    found: dict[str, float] = {}
    covered = 0
    for start in range(len(typed)):
        node, longest, end = _trie(), None, start
        for position in range(start, len(typed)):
            step = node.after.get(typed[position])
            if step is None:
                break
            node = step
            if node.ends:
                longest, end = node.ends, position + 1
        if longest and end > covered:
            covered = end
            for key, strength in longest:
                found[key] = max(strength, found.get(key, 0.0))
    return found


@cache
def _rarity() -> dict[str, float]:
    """What a word tells, from how many fields use it: 1.0 in one field, less in more."""
    seen: Counter[str] = Counter()
    for field in ontology().fields.values():
        texts = [*field.hints, *(name for line in field.indicators for name in line.names)]
        texts += [phrase for concept in field.concepts for phrase in (*concept.phrases, *concept.hints)]
        seen.update({word for text in texts for word in canonical(text)})
    return {word: 1.0 / (1.0 + 0.5 * math.log(count)) for word, count in seen.items()}


@cache
def _leanings() -> dict[str, dict[str, float]]:
    """Each telling stem to the concepts in whose phrases and measures it occurs, as shares of 1."""
    seen: dict[str, dict[str, float]] = {}

    def note(text: str, key: str, much: float) -> None:
        for word in set(canonical(text)):
            counts = seen.setdefault(word, {})
            counts[key] = counts.get(key, 0.0) + much

    for concept in ontology().concepts.values():
        for phrase in concept.phrases:
            note(phrase, concept.key, 1.0)
        for phrase in concept.hints:
            note(phrase, concept.key, HINTED)
    for line in ontology().indicators:
        for place, key in enumerate(line.serves):
            for name in line.names:
                note(name, key, 1.0 / (1 + place))
    shares = {}
    for word, counts in seen.items():
        total = math.sqrt(sum(count * count for count in counts.values()))
        shares[word] = {key: count / total for key, count in counts.items()}
    return shares


def _lean(words: dict[str, float]) -> tuple[dict[str, float], float]:
    """Towards which concepts the words of a text lean together, and how much of them is known."""
    total: dict[str, float] = {}
    for word, much in words.items():
        for key, share in _leanings().get(word, {}).items():
            total[key] = total.get(key, 0.0) + much * share
    length = math.sqrt(sum(value * value for value in total.values()))
    known = sum(much for word, much in words.items() if word in _leanings())
    return ({key: value / length for key, value in total.items()} if length else {}), min(1.0, known)


def kinship(one: Subject, other: Subject) -> float:
    """How far two texts lean the same way, 0 to 1."""
    return sum(value * other.leaning.get(key, 0.0) for key, value in one.leaning.items())


def weight(word: str) -> float:
    """What a stem tells, 0 for a generic word or a bare number to 1 for a word of one field."""
    if word in generic() or word.isdigit() or len(word) < 2:
        return 0.0
    return _rarity().get(word, 1.0)


@lru_cache(maxsize=4096)
def subject(text: str) -> Subject:
    """What a text speaks of; the same text is read once."""
    typed = canonical(text)
    spotted = _spot(typed)
    concepts = {key: strength for key, strength in spotted.items() if key[0] != "@"}
    fields: dict[str, float] = {key[1:]: strength for key, strength in spotted.items() if key[0] == "@"}
    for key, strength in concepts.items():
        field = ontology().concepts[key].field
        fields[field] = max(strength, fields.get(field, 0.0))
    telling = {word: weight(word) for word in typed if weight(word) > 0}
    leaning, sure = _lean(telling)
    return Subject(concepts, fields, telling, typed, leaning, sure)
