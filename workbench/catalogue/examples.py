"""The examples on a rule's page as a review shows them: words marked, and the sentence that is read."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from markupsafe import Markup

from workbench import reviewer
from workbench.reviewer import rules
from workbench.reviewer.document import Table
from workbench.reviewer.report import everything_said
from workbench.reviewer.rules.examples import DocumentExample
from workbench.reviewer.rules.pages import Example as PageExample
from workbench.web.labels import COLUMNS
from workbench.web.marking import marked


@dataclass(frozen=True, slots=True)
class Example:
    """A table of a page: its columns, its cells with marks, and what the rule says of it.

    An example of an agreement, a cascade or a chain has no columns; its rows are a label and words.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Markup, ...], ...]
    finding: dict[str, Any] | None = None


@cache
def bad_examples(name: str) -> tuple[Example, ...]:
    """What the rule finds, in each bad example of its page."""
    page = rules.page(name)
    return tuple(_example(example, name) for example in page.bad) if page else ()


@cache
def good_examples(name: str) -> tuple[Example, ...]:
    """The good examples of the page, about which the rule is silent."""
    page = rules.page(name)
    return tuple(_example(example, "") for example in page.good) if page else ()


def _example(example: PageExample, rule: str) -> Example:
    return _table(example, rule) if isinstance(example, Table) else _document(example, rule)


def _document(example: DocumentExample, rule: str) -> Example:
    said = everything_said(reviewer.review_any(example.document))
    found: dict[str, Any] | None = next((dict(one) for one in said if one["rule"] == rule), None)
    rows = tuple((marked(label, ()), marked(words, ())) for label, words in example.shown)
    return Example((), rows, found)


def _table(table: Table, rule: str) -> Example:
    columns = tuple(name for name in COLUMNS if name in table.columns)
    document = reviewer.review(table)
    found: dict[str, Any] | None = next(
        (dict(finding) for finding in document["table_findings"] if finding["rule"] == rule), None
    )
    rows = []
    for row, part in zip(table.rows, document["rows"], strict=True):
        here = [dict(finding) for finding in part["findings"] if finding["rule"] == rule]
        found = found or next(iter(here), None)
        rows.append(tuple(_cell(row.cell(name), name, here) for name in columns))
    return Example(columns, tuple(rows), found)


def _cell(text: str, column: str, findings: list[dict[str, Any]]) -> Markup:
    places = [(found["start"], found["end"], 1) for found in findings if found["field"] == column]
    return marked(text, [place for place in places if place[1] > place[0]], numbered=False)
