"""The examples on a rule's page as a review shows them: words marked, and the sentence that is read."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from markupsafe import Markup

from workbench import reviewer
from workbench.reviewer import rules
from workbench.reviewer.document import Table
from workbench.web.labels import COLUMNS
from workbench.web.marking import marked


@dataclass(frozen=True, slots=True)
class Example:
    """A table of a page: its columns, its cells with marks, and what the rule says of it."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Markup, ...], ...]
    finding: dict[str, Any] | None = None


@cache
def bad_examples(name: str) -> tuple[Example, ...]:
    """What the rule finds, in each bad example of its page."""
    page = rules.page(name)
    return tuple(_example(table, name) for table in page.bad) if page else ()


@cache
def good_examples(name: str) -> tuple[Example, ...]:
    """The good examples of the page, about which the rule is silent."""
    page = rules.page(name)
    return tuple(_example(table, "") for table in page.good) if page else ()


def _example(table: Table, rule: str) -> Example:
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
