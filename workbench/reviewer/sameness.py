"""Whether two documents name the same indicator: word for word, in other words, or not at all."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from .concepts import subject
from .ontology import StandardIndicator
from .slips import allowed, distance
from .standard import lookup
from .stems import stem
from .text import read
from .vocabulary import load, words

_LONGEST = 600  # characters of a name that are compared

#: What does not belong to a name and changes every year: "tahun 2026", "sebesar 97%".
_OF_THE_YEAR = re.compile(
    r"\b(?:pada\s+)?(?:tahun|thn|th)\.?\s+20\d\d\b"
    r"|\b(?:sebesar|sebanyak|mencapai|menjadi)\s+(?:[≥≤<>]=?\s*)?\d[\d.,]*\s*(?:%|persen\b)?",
    re.IGNORECASE,
)
_GROWTH = {"peningkatan"}
_IN_BRACKETS = re.compile(r"\(\s*([A-Z][A-Za-z]{1,7})\s*\)")


class Likeness(StrEnum):
    """How alike two names are."""

    SAME = "same"
    NEAR = "near"  # surely the same measure, written otherwise
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """A name ready for comparing: its words in order, and those that tell something, without the head.

    `turning` are words that make another measure of it: the growth of a thing, or all that is not so.
    """

    typed: str
    plain: tuple[str, ...]
    telling: frozenset[str]
    head: str
    turning: frozenset[str]


@cache
def _heads() -> dict[str, str]:
    """Measure nouns to the usual one of those that say the same: proporsi and cakupan are shares too."""
    return {str(noun): str(group[0]) for group in load("sameness")["heads"] for noun in group}


@lru_cache(maxsize=2048)
def named(text: str) -> Name:
    """A name as it is compared; the same text is read once."""
    shown = _short().sub(_long, _OF_THE_YEAR.sub(" ", text[:_LONGEST]))
    full = _in_full(shown)
    plain = _words(_in_full(_without_initials(shown)))
    head = _heads().get(plain[0], "") if plain else ""
    telling = frozenset(subject(full).stems) - ({stem(plain[0])} if head else set())
    turning = frozenset(_turning()[word] for word in plain if word in _turning())
    return Name(text, plain, telling, head, turning)


def _words(shown: str) -> tuple[str, ...]:
    """The words of a name without those that only join."""
    return tuple(word for word in read(shown).plain if word not in words("sameness", "small"))


@cache
def _short() -> re.Pattern[str]:
    """Short forms that only names of indicators use: KTP-el."""
    return re.compile(rf"\b({'|'.join(load('sameness')['short'])})\b", re.IGNORECASE)


def _long(found: re.Match[str]) -> str:
    return str(load("sameness")["short"][found[1].casefold()])


@cache
def _turning() -> dict[str, str]:
    """Words that make another measure of a name, to the first of those that turn it the same way."""
    return {str(word): str(group[0]) for group in load("sameness")["turning"] for word in group}


def _without_initials(shown: str) -> str:
    """The name without the short form of itself in brackets: Angka Kematian Ibu (AKI)."""

    def kept(found: re.Match[str]) -> str:
        before = "".join(word[0] for word in shown[: found.start()].casefold().split())
        return " " if _in_order(found[1].casefold(), before) else found.group()

    return _IN_BRACKETS.sub(kept, shown)


def _in_order(letters: str, initials: str) -> bool:
    """Whether the initials hold these letters, in this order."""
    rest = iter(initials)
    return all(letter in rest for letter in letters)


def _in_full(shown: str) -> str:
    """The name with short names of standard measures in full; capitals throughout tell nothing."""
    if shown.isupper() and len(shown.split()) > 1:
        return shown
    return " ".join(_word_in_full(word) for word in shown.split())


@lru_cache(maxsize=2048)
def _word_in_full(word: str) -> str:
    """A short name in capitals that stands for a standard measure, in full: IKM, AKI, IPM."""
    short = word.strip(".,;:()")
    standard = lookup(short) if short.isalpha() and short.isupper() and len(short) > 1 else None
    return standard.name if standard is not None else word


def likeness(one: str, other: str) -> Likeness:
    """How alike two names are; two empty names are not the same indicator."""
    left, right = named(one), named(other)
    if not left.plain or not right.plain:
        return Likeness.OTHER
    if left.plain == right.plain:
        return Likeness.SAME
    return Likeness.NEAR if _near(left, right) else Likeness.OTHER


def closest(name: str, others: Iterable[str]) -> tuple[Likeness, str]:
    """How alike the most alike of the other names is, and that name; OTHER and "" where none is."""
    found = (Likeness.OTHER, "")
    for other in others:
        how = likeness(name, other)
        if how is Likeness.SAME:
            return how, other
        if how is Likeness.NEAR and found[0] is Likeness.OTHER:
            found = (how, other)
    return found


def _near(left: Name, right: Name) -> bool:
    if not left.telling or not right.telling or (left.head and right.head and left.head != right.head):
        return False
    turned = left.turning ^ right.turning
    if turned and (turned != _GROWTH or _standard(left, right) is None):
        return (
            False  # "laju pertumbuhan ekonomi" is "pertumbuhan ekonomi", but "belum mandiri" is not "mandiri"
        )
    few, many = sorted((left.telling, right.telling), key=len)
    if any(not _is_slip(word, many - few) for word in few - many):
        return False
    # one name may say more ("atas layanan perizinan"), but not so much that it measures another thing
    return len(few) * 2 >= len(many) or _standard(left, right) is not None


def _is_slip(word: str, others: frozenset[str]) -> bool:
    most = allowed(word)
    return bool(most) and any(distance(word, other, most) <= most for other in others)


def _standard(left: Name, right: Name) -> StandardIndicator | None:
    """The standard measure that both name, None where there is none."""
    one, other = lookup(left.typed), lookup(right.typed)
    return one if one is not None and other is not None and one.name == other.name else None
