"""What kind of office a title names, and who may sign above whom (practice of PermenPANRB 53/2014)."""

from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from .document import Position
from .phrases import phrases
from .text import read
from .vocabulary import words

_LONGEST = 200  # characters of a title that are read


class Office(StrEnum):
    """Kinds of office, from the head of the region down; the names are those of `lexicon/offices.yaml`."""

    REGIONAL_HEAD = "regional_head"
    DEPUTY = "deputy"
    SECRETARY = "secretary"
    AGENCY_HEAD = "agency_head"
    ECHELON_3 = "echelon_3"
    TECHNICAL_UNIT = "technical_unit"
    ECHELON_4 = "echelon_4"
    FUNCTIONAL = "functional"


#: Offices that sign first in each form.
HOLDERS = {
    Position.REGIONAL_HEAD: {Office.REGIONAL_HEAD},
    Position.AGENCY_HEAD: {Office.AGENCY_HEAD, Office.SECRETARY},
    Position.ECHELON_3: {Office.ECHELON_3, Office.TECHNICAL_UNIT, Office.FUNCTIONAL},
    Position.ECHELON_4: {Office.ECHELON_4, Office.TECHNICAL_UNIT, Office.FUNCTIONAL},
}

#: Offices that sign as their superiors.
SUPERIORS = {
    Position.AGENCY_HEAD: {Office.REGIONAL_HEAD, Office.SECRETARY},
    Position.ECHELON_3: {Office.AGENCY_HEAD, Office.SECRETARY},
    Position.ECHELON_4: {Office.ECHELON_3, Office.TECHNICAL_UNIT},
}

#: What the superior of each form is called in a sentence.
EXPECTED = {
    Position.AGENCY_HEAD: "kepala daerah atau sekretaris daerah",
    Position.ECHELON_3: "kepala perangkat daerah",
    Position.ECHELON_4: "kepala bidang atau sekretaris",
}


@lru_cache(maxsize=512)
def office_of(title: str) -> Office | None:
    """The kind of office that a title names at its head, None where it is not known."""
    plain = read(title[:_LONGEST]).plain
    start = _after_stand_in(plain)
    hits = [
        (hit.end, office)
        for office, listed in ((one, phrases("offices", one)) for one in Office)
        if (hit := listed.at(plain, start))
    ]
    return max(hits, key=lambda item: item[0])[1] if hits else _functional(plain)


def stands_in(title: str) -> bool:
    """Whether the title is held for another, as by a penjabat bupati."""
    return _after_stand_in(read(title[:_LONGEST]).plain) > 0


def may_sign_above(position: Position, holder: str, superior: str) -> bool:
    """Whether the second title may be the superior of the first; unknown titles get the benefit of doubt."""
    office = office_of(superior)
    if office is None or office in SUPERIORS[position]:
        return True
    if position is Position.ECHELON_4 and office is Office.AGENCY_HEAD:
        # after the levelling of offices a functional official may answer to the head; a camat has no kabid
        own = office_of(holder)
        return own in (None, Office.FUNCTIONAL, Office.TECHNICAL_UNIT) or superior_of_small(superior)
    return False


def superior_of_small(title: str) -> bool:
    """Whether the head of an office without bidang is named, so that a kepala seksi answers to them."""
    plain = read(title[:_LONGEST]).plain
    return plain[_after_stand_in(plain) :][:1] in {
        (word,) for word in words("offices", "heads_without_bidang")
    }


def without_bidang(unit: str) -> bool:
    """Whether a unit is one whose seksi or functional officials answer to its head."""
    return phrases("offices", "units_without_bidang").at(read(unit[:_LONGEST]).plain, 0) is not None


def _after_stand_in(plain: tuple[str, ...]) -> int:
    hit = phrases("offices", "standing_in").at(plain, 0)
    return hit.end if hit else 0


def _functional(plain: tuple[str, ...]) -> Office | None:
    """*Penata Perizinan Ahli Muda*: whatever the field, the grade tells."""
    graded = any(word == "ahli" and grade in words("offices", "grades") for word, grade in pairwise(plain))
    return Office.FUNCTIONAL if graded else None
