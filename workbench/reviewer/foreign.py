"""Whether a sasaran and an indicator belong to different fields of government work.

Calling an indicator foreign is the hardest remark there is, so it is made only where both fields are known:
a known measure of one field under a sasaran of another, or office goods under a sasaran about the outside.
"""

from functools import cache

from workbench.reviewer.concepts import NAMED, Subject
from workbench.reviewer.stems import split
from workbench.reviewer.vocabulary import load


def apart(about: dict[str, float], wanted: dict[str, float]) -> float:
    """How surely two texts speak of different fields, from how plainly each speaks of its own."""
    if not about or not wanted or about.keys() & wanted.keys():
        return 0.0
    return min(1.0, max(about.values())) * min(1.0, max(wanted.values()))


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(split(load("alignment")[key]))


def _crossing(one: str, other: str) -> bool:
    """Whether work in one field is known to help the other."""
    helps = load("alignment")["helps"]
    return other in helps.get(one, ()) or one in helps.get(other, ())


def _plain(fields: dict[str, float]) -> set[str]:
    """The fields that are named, without those that stand everywhere, unless there are no others."""
    named = {key for key, how in fields.items() if how >= NAMED}
    return named - _listed("anywhere") or named


def _keeps_house(text: Subject) -> bool:
    return any(key in _listed("housekeeping") for key in text.concepts)


def strangers(about: Subject, wanted: Subject, fields: dict[str, float]) -> bool:
    """Whether both name fields of which neither is known to help the other; `fields` are the indicator's."""
    return _unrelated(about, wanted, fields, _listed("anywhere") - _listed("places"), known=True)


def foreign(about: Subject, wanted: Subject, fields: dict[str, float], known: bool) -> bool:
    """Whether both fields are known and strange to each other: a remark that must not be made on a guess.

    `fields` are those of the indicator, `known` says that it is a measure in common use or a result.
    """
    return _unrelated(about, wanted, fields, _listed("anywhere"), known)


def _unrelated(
    about: Subject, wanted: Subject, fields: dict[str, float], free: frozenset[str], known: bool
) -> bool:
    """The same for both; an indicator of the `free` fields alone is never called strange."""
    if about.words.keys() & wanted.words.keys():
        return False
    one, other = _plain(fields), _plain(wanted.fields)
    if not one or not other or one & other:
        return False
    if _keeps_house(about):
        return not other & _listed("kept_house")
    if _keeps_house(wanted):
        return known and not one & _listed("kept_house")
    if one <= free or other <= _listed("anywhere"):
        return False
    return known and not any(_crossing(left, right) for left in one for right in other)
