"""A review of many rows, a page at a time: what needs work first, and what is said most often above it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from workbench.exercises.feedback import Feedback, Step, present, title_of
from workbench.exercises.kinds.base import Document
from workbench.reviewer.report import ReviewDocument, arithmetic

#: Rows on a page, and from how many rows on the rules are counted above them.
PAGE = 50
COUNTED = 10

#: Rows in a PDF; more are not read on paper, and take long to draw.
PRINTED = 200

_WEIGHT = {"error": 0, "warning": 1, "advice": 2}


@dataclass(frozen=True, slots=True)
class Said:
    """How many rows a rule speaks of."""

    rule: str
    title: str
    severity: str
    rows: int


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a review: `number` of `pages`, out of `rows` rows; `rules` from the most frequent down."""

    feedback: Feedback
    number: int
    pages: int
    rows: int
    rules: tuple[Said, ...]
    notes: tuple[str, ...]


def leaf(document: Document, number: int = 1) -> Leaf:
    """That page of a review, or the nearest there is. The score and its arithmetic are those of all rows."""
    rows = document["rows"]
    pages = max(1, -(-len(rows) // PAGE))
    number = min(max(number, 1), pages)
    part = rows if pages == 1 else needy_first(document)[(number - 1) * PAGE : number * PAGE]
    feedback = present({**document, "rows": part})
    steps = feedback.steps if pages == 1 else steps_of(document)
    counted = _rules(rows) if len(rows) > COUNTED else ()
    notes = tuple(document.get("notes", ()))
    return Leaf(replace(feedback, steps=steps), number, pages, len(rows), counted, notes)


def printable(document: Document) -> tuple[Document, int]:
    """The review as it is printed, and how many of its rows; the arithmetic is told by `steps_of`."""
    rows = document["rows"]
    if len(rows) <= PRINTED:
        return document, len(rows)
    return {**document, "rows": needy_first(document)[:PRINTED]}, PRINTED


def needy_first(document: Document) -> list[dict[str, Any]]:
    """The rows by what they need: what comes first of all, then the lowest scores."""
    first = (document.get("first") or {}).get("row")
    return sorted(document["rows"], key=lambda row: (row["row"] != first, row["score"], row["row"]))


def steps_of(document: Document) -> tuple[Step, ...]:
    """From 100 down to the score of all rows, without the rows whose part is less than a point."""
    first, *steps = arithmetic(cast(ReviewDocument, document))
    return (first, *(step for step in steps if step[1]))


def _rules(rows: Sequence[Mapping[str, Any]]) -> tuple[Said, ...]:
    severity: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for row in rows:
        for finding in {finding["rule"]: finding for finding in row["findings"]}.values():
            counts[finding["rule"]] += 1
            severity[finding["rule"]] = finding["severity"]
    ordered = sorted(counts, key=lambda rule: (-counts[rule], _WEIGHT[severity[rule]], rule))
    return tuple(Said(rule, title_of(rule), severity[rule], counts[rule]) for rule in ordered)
