"""A review document as a page shows it: words marked and numbered, findings beside them, arithmetic. Pure."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from markupsafe import Markup

from workbench.exercises import places
from workbench.exercises.chain_view import Drawing, drawing
from workbench.exercises.kinds.base import Document
from workbench.exercises.tree import Branch, grown
from workbench.reviewer import rules
from workbench.reviewer.report import ReviewDocument, RowPart, arithmetic, row_arithmetic
from workbench.reviewer.score import START
from workbench.reviewer.without import findings_of, regained, without
from workbench.web.labels import COLUMNS, columns_of
from workbench.web.marking import marked

Step = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding with its number in the row, its rule's title and the id of its place on the page.

    `key` names it within the review; `counts` is False where an accepted objection took its points away.
    `place` is the part of a document as the review names it, `where` the same in words, `desk` the id of its
    field on the desk ("" for none).
    """

    key: str
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
    counts: bool = True
    where: str = ""
    desk: str = ""
    box: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Regained:
    """What an accepted objection gave back, in points of the row or of the whole; `row` None: the whole."""

    title: str
    row: int | None
    points: int


@dataclass(frozen=True, slots=True)
class ReviewedRow:
    """A row as typed, with its marks, and what is said of it; steps and what was regained make the score.

    `box` is the key of the box that a row of a cascade is.
    """

    number: int
    score: int
    praise: str
    cells: tuple[tuple[str, Markup], ...]
    remarks: tuple[Remark, ...]
    steps: tuple[Step, ...]
    regained: tuple[Regained, ...] = ()
    box: str = ""


@dataclass(frozen=True, slots=True)
class Feedback:
    """Everything the feedback page says, in its order. `first` comes with the number of its row.

    Scores, verdict and what comes first are those without the findings that no longer count; these stay
    where they were among the remarks. `steps` lead to the machine's score, `regained` from there to `score`.
    `columns` are what this form calls its columns; `tree` and `marks` (remarks by box) are a cascade's;
    `chain` is there where the documents above were compared.
    """

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
    regained: tuple[Regained, ...] = ()
    kind: str = ""
    columns: Mapping[str, str] = field(default_factory=lambda: COLUMNS)
    tree: tuple[Branch, ...] = ()
    marks: Mapping[str, Sequence[Remark]] = field(default_factory=dict)
    chain: Drawing | None = None


def present(document: Document, accepted: Collection[str] = ()) -> Feedback:
    """The page's view of a review document of any kind, also of one stored under earlier rules.

    `accepted` are the keys of findings that were objected to with success.
    """
    judged = without(document, accepted)
    keys = _keys(document)
    rows = tuple(
        _row(part, left, keys[part["row"]], accepted)
        for part, left in zip(document.get("rows", ()), judged.get("rows", ()), strict=True)
    )
    of_whole = [*document.get("table_findings", ()), *document.get("findings", ())]
    of_table = _remarks(of_whole, "tabel", keys[None], accepted, _of_whole)
    kind = document.get("kind", "")
    return Feedback(
        score=judged["score"],
        ruleset=document["ruleset"],
        verdict=judged.get("verdict", ""),
        praise=document.get("praise", ""),
        first=_first(judged.get("first"), rows, of_table),
        table_remarks=of_table,
        rows=rows,
        items=tuple(document.get("items", ())),
        steps=_steps(document),
        principles=tuple(judged["principles"].items()),
        regained=_regained(document, accepted),
        kind=kind,
        columns=columns_of(kind, document.get("position", "")),
        tree=_tree(document) if kind == "cascade" else (),
        marks=_marks(rows, of_table),
        chain=drawing(document, of_table, {row.number: row.remarks for row in rows}),
    )


def title_of(rule: str) -> str:
    """The title of a rule's page; its name, readably, where the rule is no longer there."""
    page = rules.page(rule)
    return page.title if page else rule.replace("-", " ").capitalize()


def _keys(document: Document) -> dict[int | None, list[str]]:
    """The keys of the findings of each row, and of the whole under None."""
    found: dict[int | None, list[str]] = {None: [], **{row["row"]: [] for row in document.get("rows", ())}}
    for key, row, _finding in findings_of(document):
        found[row].append(key)
    return found


def _of_whole(finding: dict[str, Any]) -> str:
    return places.of_part(finding.get("where", ""), finding["field"])


def _tree(document: Document) -> tuple[Branch, ...]:
    """The boxes of a reviewed cascade as a tree."""
    boxes = [
        {
            "key": row["box"],
            "parent": row["parent"],
            "position": row["position"],
            "unit": row["unit"],
            "condition": row["sasaran"],
            **{name: row.get(name, "") for name in ("indikator", "satuan", "target")},
        }
        for row in document["rows"]
    ]
    return grown(boxes)


def _marks(rows: Sequence[ReviewedRow], of_whole: Sequence[Remark]) -> dict[str, list[Remark]]:
    """What is said of each box, in its row and about the tree."""
    said: dict[str, list[Remark]] = {row.box: list(row.remarks) for row in rows if row.box}
    for remark in of_whole:
        if remark.box in said:
            said[remark.box].append(remark)
    return said


def _remarks(
    findings: Sequence[dict[str, Any]],
    place: str,
    keys: Sequence[str],
    accepted: Collection[str],
    desk: Callable[[dict[str, Any]], str],
) -> tuple[Remark, ...]:
    return tuple(
        Remark(
            key=key,
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
            counts=key not in accepted,
            where=places.named(finding.get("where", "")),
            desk=desk(finding),
            box=places.box_of(finding.get("where", "")),
            place=finding.get("where", ""),
        )
        for number, (key, finding) in enumerate(zip(keys, findings, strict=False), start=1)
    )


def _row(
    part: dict[str, Any], left: dict[str, Any], keys: Sequence[str], accepted: Collection[str]
) -> ReviewedRow:
    number = part["row"]
    remarks = _remarks(
        part["findings"], str(number), keys, accepted, lambda finding: places.of_row(part, finding["field"])
    )
    return ReviewedRow(
        number=number,
        score=left["score"],
        praise=part.get("praise", ""),
        cells=cells(part, part["findings"], f"temuan-{number}"),
        remarks=remarks,
        steps=tuple(row_arithmetic(cast(RowPart, part))),
        regained=tuple(
            Regained(one.title, number, -one.points) for one in remarks if one.points and not one.counts
        ),
        box=part.get("box", ""),
    )


def cells(
    part: dict[str, Any], findings: Sequence[dict[str, Any]], anchor: str = ""
) -> tuple[tuple[str, Markup], ...]:
    """The cells of a reviewed row as typed, by column, with the places of these findings marked."""
    return tuple(
        (
            name,
            marked(
                part[name],
                [(f["start"], f["end"], i) for i, f in enumerate(findings, start=1) if f["field"] == name],
                anchor,
                numbered=bool(anchor),
            ),
        )
        for name in COLUMNS
        if name in part
    )


def _regained(document: Document, accepted: Collection[str]) -> tuple[Regained, ...]:
    told = {
        key: (title_of(finding["rule"]), row)
        for key, row, finding in findings_of(document)
        if finding["points"]
    }
    return tuple(Regained(*told[key], points) for key, points in regained(document, accepted) if key in told)


def _first(
    first: dict[str, Any] | None, rows: Sequence[ReviewedRow], of_table: Sequence[Remark]
) -> tuple[int | None, Remark, int] | None:
    if not first:
        return None
    number = first["row"]
    said = of_table if number is None else next((row.remarks for row in rows if row.number == number), ())
    place = places.named(first.get("where", ""))
    same = [remark for remark in said if remark.rule == first["rule"] and remark.counts]
    remark = next((one for one in same if one.where == place), same[0] if same else None)
    return (number, remark, first["gain"]) if remark else None


def _steps(document: Document) -> tuple[Step, ...]:
    """From 100 down to the score."""
    if "items" not in document:
        return tuple(arithmetic(cast(ReviewDocument, document)))
    lost = [
        (f"{item['item']}. {item['text']}", item["points"]) for item in document["items"] if item["points"]
    ]
    return (("Nilai awal", START), *lost)
