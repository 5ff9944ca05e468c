"""How two statements of results stand to each other: the same, akin, far apart, or not to be told."""

from enum import StrEnum
from functools import lru_cache

from .concepts import NAMED, subject
from .ontology import ontology
from .stems import stems
from .text import read
from .vocabulary import load, words

_LONGEST = 600  # characters of a statement that are compared


class Kinship(StrEnum):
    """How the one stands to the other."""

    SAME = "same"  # the same words
    AKIN = "akin"  # words, subject or field in common
    APART = "apart"  # both speak of known fields, and of different ones
    UNSEEN = "unseen"  # nothing that we know connects or parts them


@lru_cache(maxsize=2048)
def _bare(text: str) -> tuple[str, ...]:
    return tuple(sorted(set(stems(text[:_LONGEST]))))


def says_the_same(one: str, other: str) -> bool:
    """Whether two statements say the same: same words, whatever their order, case and little words."""
    left, right = _bare(one), _bare(other)
    return bool(left) and (left == right or read(one[:_LONGEST]).plain == read(other[:_LONGEST]).plain)


def kinship(one: str, other: str) -> Kinship:
    """How two statements stand to each other; the order does not matter."""
    if says_the_same(one, other):
        return Kinship.SAME
    left, right = subject(one[:_LONGEST]), subject(other[:_LONGEST])
    if left.words.keys() & right.words.keys() or left.fields.keys() & right.fields.keys():
        return Kinship.AKIN
    return Kinship.APART if left.fields and right.fields else Kinship.UNSEEN


def share_words(one: str, other: str) -> bool:
    """Whether two statements have a telling word in common, and not only their field."""
    return bool(subject(one[:_LONGEST]).words.keys() & subject(other[:_LONGEST]).words.keys())


def may_cause(cause: str, effect: str) -> bool:
    """Whether a condition may be a cause of another; False only where nobody would see how.

    Work that supports every field, and fields whose conditions are known to depend on each other, are
    given the benefit of doubt (domain: crosscutting, PermenPANRB 89/2021).
    """
    if kinship(cause, effect) is not Kinship.APART:
        return True
    below, above = _fields(cause), _fields(effect)
    supporting = words("causes", "supporting")
    if below <= supporting or above <= supporting or main_field(cause) in supporting:
        return True
    crossing = load("causes")["crossing"]
    return any(field in crossing.get(upper, ()) for upper in above for field in below)


def main_field(text: str) -> str:
    """The key of the field that a statement speaks of most; empty where unknown."""
    return next(iter(_ranked(text)), "")


def field_names(text: str) -> str:
    """The field that a statement speaks of most, as a phrase in a sentence; empty where unknown."""
    field = main_field(text)
    if not field:
        return ""
    name = ontology().fields[field].name
    return name[:1].lower() + name[1:]


def only_field(text: str) -> str:
    """The field that a statement speaks of as `field_names` says it; empty where it may be another."""
    strengths = sorted(subject(text[:_LONGEST]).fields.values(), reverse=True)
    return field_names(text) if len(strengths) == 1 or strengths[:1] > strengths[1:2] else ""


def _ranked(text: str) -> list[str]:
    """The fields of a statement, the one it speaks of most first.

    Of fields named alike, the words of the whole statement decide: a mother's death is first of all a matter
    of health, though giving birth is one of family planning, too.
    """
    about = subject(text[:_LONGEST])
    leaning: dict[str, float] = {}
    for key in about.concepts:
        field = ontology().concepts[key].field
        leaning[field] = leaning.get(field, 0.0) + about.leaning.get(key, 0.0)
    return sorted(about.fields, key=lambda key: (-about.fields[key], -leaning.get(key, 0.0), key))


def _fields(text: str) -> frozenset[str]:
    """The fields that a statement names; where it names none, those that it hints at."""
    fields = subject(text[:_LONGEST]).fields
    named = frozenset(key for key, strength in fields.items() if strength >= NAMED)
    return named or frozenset(fields)
