"""What the questions about the level of result look at: the words outside brackets and what is measured."""

from dataclasses import dataclass

from workbench.reviewer.findings import Level
from workbench.reviewer.measures import Head
from workbench.reviewer.phrases import Hit, phrases
from workbench.reviewer.predicates import Predicate, find_predicate
from workbench.reviewer.text import Text

#: A level with its reason in words; None where a question has no answer.
Answer = tuple[Level, str] | None


@dataclass(frozen=True, slots=True)
class Case:
    """What the steps look at: the words outside brackets, the measured thing from `body` on."""

    head: Head
    plain: tuple[str, ...]
    start: int
    body: int
    predicate: Predicate | None

    @property
    def said(self) -> Level | None:
        """The level that the predicate stands for."""
        return Level(self.predicate.level) if self.predicate else None

    @property
    def stacked(self) -> tuple[str, ...]:
        """The measure nouns: *persentase cakupan*, *nilai indeks*."""
        return self.plain[self.start : self.body]

    def at_body(self, *keys: str) -> Hit | None:
        """The listed object at the head of what is measured."""
        hit = phrases("objects", *keys).at(self.plain, self.body)
        wider = phrases("objects", "state").at(self.plain, self.body)
        # "rumah tangga" is no house
        return None if hit and wider and wider.end > hit.end and "state" not in keys else hit


def read_case(text: Text, head: Head) -> Case:
    """The case of one indicator; an indicator that stands in brackets is read whole."""
    kept = [i for i, word in enumerate(text.words) if not word.inside]
    if len(kept) * 3 < len(text.words):
        kept = list(range(len(text.words)))
    plain = tuple(text.plain[i] for i in kept)
    start = sum(1 for i in kept if i < head.start)
    body = sum(1 for i in kept if i < head.body)
    return Case(head, plain, start, body, find_predicate(plain, body, head.kind == "count"))
