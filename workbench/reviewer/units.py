"""The unit in which an indicator is counted, and its kind."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from workbench.reviewer.text import fold
from workbench.reviewer.vocabulary import load

#: Kinds of unit; `per` marks a rate such as "per 100.000 KH".
COUNTED = frozenset({"people", "goods", "activity", "organisation", "event"})

_WORDS = re.compile(r"%|[^\W\d_]+\d?|\d+(?:[.,]\d+)*")
_RATE = re.compile(r"(?:\bper|/|:)\s*\d|\d\s*[:/]\s*\d", re.IGNORECASE)
_SHARE = re.compile(r"%|\bpersen|\bprosen|\bpresen|\bpercent", re.IGNORECASE)
_SCALES = {"ribu": 1e3, "rb": 1e3, "juta": 1e6, "jt": 1e6, "miliar": 1e9, "mil": 1e9, "triliun": 1e12}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as typed (`name`), folded (`word`), its kind ("" when unknown) and its scale (juta: 10⁶)."""

    name: str
    word: str
    kind: str
    scale: float = 1.0


@cache
def _kinds() -> dict[str, str]:
    return {fold_unit(str(name)): kind for kind, names in load("units").items() for name in names}


def fold_unit(raw: str) -> str:
    """A unit's words, folded and joined by spaces."""
    return " ".join(fold(piece) for piece in _WORDS.findall(raw))


def kind_of(folded: str, whole: bool = False) -> str:
    """The kind of a folded unit: the whole, or else (unless `whole` is wanted) its first word."""
    kinds = _kinds()
    if whole:
        return kinds.get(folded, "")
    first = folded.split(" ", 1)[0] if folded else ""
    return kinds.get(folded) or kinds.get(first, "")


@lru_cache(maxsize=512)
def read_unit(raw: str) -> Unit | None:
    """Read a unit cell; None where nothing was typed."""
    name = raw.strip()[:200]
    if not name or not any(char.isalnum() or char == "%" for char in name):
        return None
    folded = fold_unit(name)
    pieces = folded.split()
    while len(pieces) > 1 and pieces[0].isdigit():
        pieces = pieces[1:]  # "12 bulan" as a unit
    scale = 1.0
    for piece in pieces:
        scale *= _SCALES.get(piece, 1.0)
    rest = " ".join(piece for piece in pieces if piece not in _SCALES)
    if _SHARE.search(name):
        return Unit(name, "persen", "percent")
    if _RATE.search(name):
        return Unit(name, folded, "rate")
    kind = kind_of(rest) or ("money" if scale > 1 and not rest else "")
    return Unit(name, " ".join(pieces), kind, scale)
