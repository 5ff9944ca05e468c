"""A review document as a page shows it: words marked and numbered, findings beside them, arithmetic. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from markupsafe import Markup

from workbench.exercises.kinds.base import Document
from workbench.reviewer import rules
from workbench.reviewer.report import ReviewDocument, RowPart, arithmetic, row_arithmetic
from workbench.reviewer.score import START
from workbench.web.labels import COLUMNS
from workbench.web.marking import marked

Step = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding with its number in the row, its rule's title and the id of its place on the page."""

    number: int
    anchor: str
    rule: str
    title: str
    severity: str
    points: int
    field: str
    message: str
    advice: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class ReviewedRow:
    """A row as typed, with its marks, and what is said of it."""

    number: int
    score: int
    praise: str
    cells: tuple[tuple[str, Markup], ...]
    remarks: tuple[Remark, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Feedback:
    """Everything the feedback page says, in its order. `first` comes with the number of its row."""

    score: int
    ruleset: str
    verdict: str
    praise: str
    first: tuple[int | None, Remark, int] | None
    table_remarks: tuple[Remark, ...]
    rows: tuple[ReviewedRow, ...]
    items: tuple[dict[str, Any], ...]
    steps: tuple[Step, ...]
    principles: tuple[tuple[str, int], ...]


def present(document: Document) -> Feedback:
    """The page's view of a review document of any kind, also of one stored under earlier rules."""
    rows = tuple(_row(part) for part in document.get("rows", ()))
    of_table = _remarks(document.get("table_findings", ()), "tabel")
    return Feedback(
        score=document["score"],
        ruleset=document["ruleset"],
        verdict=document.get("verdict", ""),
        praise=document.get("praise", ""),
        first=_first(document.get("first"), rows, of_table),
        table_remarks=of_table,
        rows=rows,
        items=tuple(document.get("items", ())),
        steps=_steps(document),
        principles=tuple(document["principles"].items()),
    )


def title_of(rule: str) -> str:
    """The title of a rule's page; its name, readably, where the rule is no longer there."""
    page = rules.page(rule)
    return page.title if page else rule.replace("-", " ").capitalize()


def _remarks(findings: Sequence[dict[str, Any]], place: str) -> tuple[Remark, ...]:
    return tuple(
        Remark(
            number=number,
            anchor=f"temuan-{place}-{number}",
            rule=finding["rule"],
            title=title_of(finding["rule"]),
            severity=finding["severity"],
            points=finding["points"],
            field=finding["field"],
            message=finding["message"],
            advice=finding["advice"],
            suggestion=finding.get("suggestion", ""),
        )
        for number, finding in enumerate(findings, start=1)
    )


def _row(part: dict[str, Any]) -> ReviewedRow:
    number = part["row"]
    findings = part["findings"]
    cells = tuple(
        (
            name,
            marked(
                part[name],
                [(f["start"], f["end"], i) for i, f in enumerate(findings, start=1) if f["field"] == name],
                f"temuan-{number}",
            ),
        )
        for name in COLUMNS
        if name in part
    )
    return ReviewedRow(
        number=number,
        score=part["score"],
        praise=part.get("praise", ""),
        cells=cells,
        remarks=_remarks(findings, str(number)),
        steps=tuple(row_arithmetic(cast(RowPart, part))),
    )


def _first(
    first: dict[str, Any] | None, rows: Sequence[ReviewedRow], of_table: Sequence[Remark]
) -> tuple[int | None, Remark, int] | None:
    if not first:
        return None
    number = first["row"]
    said = of_table if number is None else next((row.remarks for row in rows if row.number == number), ())
    remark = next((remark for remark in said if remark.rule == first["rule"]), None)
    return (number, remark, first["gain"]) if remark else None


def _steps(document: Document) -> tuple[Step, ...]:
    """From 100 down to the score."""
    if "items" not in document:
        return tuple(arithmetic(cast(ReviewDocument, document)))
    lost = [
        (f"{item['item']}. {item['text']}", item["points"]) for item in document["items"] if item["points"]
    ]
    return (("Nilai awal", START), *lost)
