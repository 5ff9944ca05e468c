"""Finding listed words and phrases in a text, in one pass."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from workbench.reviewer.text import fold
from workbench.reviewer.vocabulary import load


@dataclass(frozen=True, slots=True)
class Hit:
    """Words `start` up to but not including `end` are the listed `phrase`."""

    start: int
    end: int
    phrase: str


class Phrases:
    """A list of words and phrases that can be looked for; the longest one that fits wins."""

    def __init__(self, entries: Iterable[str]) -> None:
        self.entries = frozenset(entries)
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for entry in self.entries:
            parts = tuple(fold(part) for part in entry.split())
            self._by_first.setdefault(parts[0], []).append(parts)
        for options in self._by_first.values():
            options.sort(key=len, reverse=True)

    def at(self, plain: Sequence[str], index: int) -> Hit | None:
        """The longest entry that begins at word `index`."""
        if index >= len(plain):
            return None
        for parts in self._by_first.get(plain[index], ()):
            size = len(parts)
            if size == 1 or tuple(plain[index : index + size]) == parts:
                return Hit(index, index + size, " ".join(parts))
        return None

    def find(self, plain: Sequence[str], first: int = 0, last: int | None = None) -> list[Hit]:
        """Every entry between words `first` and `last`, from left to right, none overlapping."""
        hits = []
        index = first
        stop = len(plain) if last is None else min(last, len(plain))
        while index < stop:
            hit = self.at(plain, index) if plain[index] in self._by_first else None
            if hit is not None and hit.end <= stop:
                hits.append(hit)
                index = hit.end
            else:
                index += 1
        return hits

    def within(self, plain: Sequence[str], first: int = 0, last: int | None = None) -> Hit | None:
        """The first entry between words `first` and `last`."""
        stop = len(plain) if last is None else min(last, len(plain))
        for index in range(first, stop):
            hit = self.at(plain, index)
            if hit is not None and hit.end <= stop:
                return hit
        return None

    def __contains__(self, word: str) -> bool:
        return word in self.entries


@cache
def phrases(name: str, *keys: str) -> Phrases:
    """The lists KEYS of `lexicon/NAME.yaml`, together."""
    table = load(name)
    return Phrases(str(entry) for key in keys for entry in table[key])
