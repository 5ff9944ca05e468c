"""Whether two documents name the same indicator: word for word, in other words, or not at all."""

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


class Likeness(StrEnum):
    """How alike two names are."""

    SAME = "same"
    NEAR = "near"  # surely the same measure, written otherwise
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """A name ready for comparing: its words in order, and those that tell something, without the head."""

    typed: str
    plain: tuple[str, ...]
    telling: frozenset[str]
    head: str


@cache
def _heads() -> dict[str, str]:
    """Measure nouns to the usual one of those that say the same: proporsi and cakupan are shares too."""
    return {str(noun): str(group[0]) for group in load("sameness")["heads"] for noun in group}


@lru_cache(maxsize=2048)
def named(text: str) -> Name:
    """A name as it is compared; the same text is read once."""
    shown = text[:_LONGEST]
    if not shown.isupper() or len(shown.split()) == 1:
        shown = " ".join(_in_full(word) for word in shown.split())
    plain = tuple(word for word in read(shown).plain if word not in words("sameness", "small"))
    head = _heads().get(plain[0], "") if plain else ""
    telling = frozenset(subject(shown).stems) - ({stem(plain[0])} if head else set())
    return Name(text, plain, telling, head)


@lru_cache(maxsize=2048)
def _in_full(word: str) -> str:
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
