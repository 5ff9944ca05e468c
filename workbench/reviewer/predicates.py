"""What is said of the counted thing: *yang ditindaklanjuti*, *bersertifikat*, *yang dibangun*."""

from dataclasses import dataclass
from functools import cache

from workbench.reviewer.phrases import Hit, Phrases, phrases
from workbench.reviewer.vocabulary import words

_LISTS = ("activity", "output", "outcome")


@dataclass(frozen=True, slots=True)
class Predicate:
    """The words of the predicate and the level of result that it makes: activity, output or outcome."""

    phrase: str
    level: str
    clause: bool = False  # said in a clause with "yang"
    raised: bool = False  # a product made a result by its timeliness or standard

    @property
    def of_paper(self) -> bool:
        """A quality that a product of the office may have ("tepat waktu")."""
        return self.raised or self.phrase in words("predicates", "paper_qualities")

    @property
    def used(self) -> bool:
        """Somebody made use of it ("ditindaklanjuti")."""
        return self.phrase in words("predicates", "paper_used")


@cache
def _listed() -> tuple[Phrases, dict[str, str]]:
    table: dict[str, str] = {}
    for level in _LISTS:
        for phrase in words("predicates", level):
            table.setdefault(phrase, level)
    return Phrases(table), table


def find_predicate(plain: tuple[str, ...], body: int, counted: bool) -> Predicate | None:
    """The first predicate after "yang"; without one, the first listed predicate behind the thing itself."""
    listed, levels = _listed()
    dispute = phrases("objects", "dispute").at(plain, body) is not None
    waste = phrases("objects", "waste").at(plain, body) is not None
    for index in range(body, len(plain)):
        if plain[index] == "yang":
            found = _after_yang(plain, index + 1, counted, dispute)
            if found and waste and found.level == "output":
                return Predicate(found.phrase, "outcome", clause=True)  # taken care of, it is gone
            if found:
                return found
    for index in range(body + 1, len(plain)):
        hit = listed.at(plain, index)
        if hit:
            return _told(plain, hit.phrase, hit.end, levels[hit.phrase], clause=False)
        if plain[index] in words("predicates", "getting"):
            return _got(plain, index, counted)
        joins = plain[index] in words("predicates", "not_predicates")
        if plain[index].startswith("ber") and len(plain[index]) > 7 and not joins:
            return Predicate(plain[index], "outcome")
    return None


def _after_yang(plain: tuple[str, ...], index: int, counted: bool, dispute: bool) -> Predicate | None:
    listed, levels = _listed()
    skipped = words("predicates", "skipped")
    while index < len(plain) and plain[index] in skipped:
        index += 1
    if index >= len(plain):
        return None
    if plain[index] == "di" and index + 1 < len(plain):
        return _told(plain, plain[index + 1], index + 2, "output")  # "di update": the prefix typed apart
    if plain[index] in words("polarity", "negations"):
        return Predicate(" ".join(plain[index : index + 2]), "outcome", clause=True)
    hit = listed.at(plain, index)
    if hit is None and plain[index] in words("predicates", "getting"):
        return _got(plain, index, counted)
    if hit is None:
        return _told(plain, plain[index], index + 1, _by_affix(plain[index], counted))
    level = levels[hit.phrase]
    if level == "activity" and hit.phrase in words("predicates", "carried_out") and _is_act(plain, hit.end):
        level = "output"  # "sekolah yang dilakukan rehabilitasi"
    if counted and level == "outcome" and _also_delivered(plain, hit):
        level = "output"
    worked_off = counted and hit.phrase in words("predicates", "worked_off")
    if dispute and hit.phrase in words("predicates", "resolving") and not worked_off:
        level = "outcome"
    return _told(plain, hit.phrase, hit.end, level)


def _is_act(plain: tuple[str, ...], index: int) -> bool:
    """Whether an act stands at word `index`: behind "dilakukan" it says what was done to the thing."""
    return phrases("predicates", "process_output").at(plain, index) is not None or (
        phrases("objects", "activity").at(plain, index) is not None
    )


def _got(plain: tuple[str, ...], index: int, counted: bool) -> Predicate:
    """*mendapat bantuan* tells what the office gave, *mendapat pekerjaan* what became of people.

    People counted one by one for whom a service was there (*jumlah warga yang memperoleh layanan*) count that
    service; a share of them is its coverage, a result.
    """
    lists = ("given", "served") if counted else ("given",)
    given = phrases("predicates", *lists).within(plain, index + 1, index + 4)
    return Predicate(" ".join(plain[index : index + 2]), "output" if given else "outcome", clause=True)


def _also_delivered(plain: tuple[str, ...], hit: Hit) -> bool:
    """*yang beroperasi dan terpelihara*: what the office did decides."""
    listed, levels = _listed()
    other = listed.at(plain, hit.end + 1) if hit.end < len(plain) and plain[hit.end] == "dan" else None
    return other is not None and levels[other.phrase] == "output"


def _told(plain: tuple[str, ...], phrase: str, end: int, level: str, clause: bool = True) -> Predicate:
    """*diselesaikan tepat waktu* is a result for those served, where *diselesaikan* is a product."""
    if level == "output" and phrases("predicates", "raised_by").within(plain, end, end + 6):
        return Predicate(phrase, "outcome", clause, raised=True)
    if level == "activity" and phrases("predicates", "online").at(plain, end):
        return Predicate(phrase, "outcome", clause, raised=True)
    return Predicate(phrase, level, clause)


def _by_affix(word: str, counted: bool) -> str:
    """The level of a predicate known only by its form: what is done to a thing is a product."""
    if len(word) < 5 or word in words("predicates", "adjectives"):
        return "outcome"
    if word.startswith("di") or (word.startswith("ter") and counted):
        return "output"
    return "outcome"
