"""Forgiving a typing slip in the word that carries the meaning.

A word that the lexicon knows is never a slip of another.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from workbench.reviewer.vocabulary import load


def distance(left: str, right: str, most: int) -> int:
    """Edits (insert, delete, replace, swap) that lead from one to the other; `most + 1` where more."""
    if abs(len(left) - len(right)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        above, row = row, [i]
        for j, b in enumerate(right, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if before and i > 1 and j > 1 and a == right[j - 2] and b == left[i - 2]:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before = above
    return row[-1]


def allowed(word: str) -> int:
    """How many edits a word of this length may differ by and still be meant."""
    return 0 if len(word) < 6 else 1 if len(word) < 9 else 2


# a syllable typed twice: meningkatkatnya
_STUTTER = re.compile(r"([a-z]{2,4})\1")


@cache
def known_words() -> frozenset[str]:
    """Every word that the reading lexicon uses."""
    known: set[str] = set()
    for name in (
        "objects",
        "predicates",
        "objectives",
        "impacts",
        "vague",
        "polarity",
        "measures",
        "statements",
    ):
        for entries in load(name).values():
            known.update(part for entry in entries for part in str(entry).split())
    return frozenset(known)


@cache
def _by_length(vocabulary: frozenset[str]) -> dict[int, tuple[str, ...]]:
    table: dict[int, list[str]] = {}
    for word in sorted(vocabulary):
        table.setdefault(len(word), []).append(word)
    return {size: tuple(words) for size, words in table.items()}


@lru_cache(maxsize=4096)
def nearest(word: str, vocabulary: frozenset[str]) -> str | None:
    """The word of the vocabulary that was probably meant: itself, or the nearest within a few edits."""
    if word in vocabulary:
        return word
    most = allowed(word)
    if not most or len(word) > 40 or word in known_words():
        return None
    collapsed = _STUTTER.sub(r"\1", word)
    if collapsed in vocabulary:
        return collapsed
    best: tuple[int, str] | None = None
    table = _by_length(vocabulary)
    sizes: Iterable[int] = range(len(word) - most, len(word) + most + 1)
    for size in sizes:
        for candidate in table.get(size, ()):
            if len(candidate) < 6 or not (set(candidate[:2]) & set(word[:2])):
                continue
            edits = distance(word, candidate, min(most, allowed(candidate)))
            if edits <= min(most, allowed(candidate)) and (best is None or (edits, candidate) < best):
                best = (edits, candidate)
    return best[1] if best else None
