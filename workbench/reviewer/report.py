"""The review document: what was read, what to mend and what it costs, as plain values for JSON and pages.

The shape is the contract of design section 3. Beyond it a row also carries its other cells as typed and its
scores by principle; the document carries `verdict` (one sentence), `praise`, `first` (what gains most) and
`notes` of the file's reader.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any, NotRequired, TypedDict, cast

from . import RULESET
from .alignment import align
from .document import FIELDS, Row, Table
from .findings import Alignment, Finding, Principle, Reading
from .judging import row_findings, table_findings
from .numbers import figure
from .praise import row_praise, table_praise, verdict
from .reading import read_row
from .rules.base import RowCase, TableCase
from .score import mean, row_principles, row_score, shares, table_capped

#: A row as it was read, and what was found in it.
Judged = tuple[RowCase, list[Finding]]


class FindingPart(TypedDict):
    """One finding; `start` and `end` are places in the field as typed."""

    rule: str
    severity: str
    principle: str
    axis: str
    field: str
    start: int
    end: int
    message: str
    advice: str
    suggestion: str
    points: int


class PartFinding(FindingPart):
    """A finding about an agreement, a cascade or a chain as a whole; `where` names the part or both ends."""

    where: str


class FirstPart(TypedDict):
    """The finding that gains most; `row` is None for a finding of the whole, which may say `where`."""

    row: int | None
    rule: str
    gain: int
    where: NotRequired[str]


class RowPart(TypedDict, total=False):
    """One row: its cells as typed, what it says, how it meets its sasaran, and its findings."""

    row: int
    sasaran: str
    indikator: str
    satuan: str
    target: str
    formula: str
    sumber_data: str
    penanggung_jawab: str
    baseline: str
    polaritas: str
    score: int
    principles: dict[str, int]
    praise: str
    box: str  # of a cascade: key, parent and unit of the box that is this row, and whose office it is
    parent: str
    unit: str
    position: str
    reading: dict[str, Any]
    alignment: dict[str, Any]
    findings: list[FindingPart]


class ChainPart(TypedDict):
    """Documents that were compared, by key from the top down, each with its rows; and one line per thread.

    A line holds by key the number of a row, None where a document has nothing for it.
    """

    documents: dict[str, list[dict[str, Any]]]
    threads: list[dict[str, int | None]]


class ReviewDocument(TypedDict):
    """Everything a review says about a table; about an agreement, a cascade or a chain also `findings`.

    `chain` is told of a chain, and of an agreement whose documents above are known.
    """

    ruleset: str
    file: str
    position: str
    score: int
    verdict: str
    praise: str
    first: FirstPart | None
    principles: dict[str, int]
    notes: list[str]
    table_findings: list[FindingPart]
    rows: list[RowPart]
    kind: NotRequired[str]  # "agreement", "cascade", "chain"
    findings: NotRequired[list[PartFinding]]
    chain: NotRequired[ChainPart]


def review(table: Table) -> ReviewDocument:
    """Review every row, then the table as a whole."""
    return whole(table, list(judged(table)))


def judged(table: Table) -> Iterator[Judged]:
    """Every row in turn, read and judged by itself: nearly all of the work."""
    for row in table.rows:
        case = case_of(row, table)
        yield case, row_findings(case)


def whole(table: Table, rows: Sequence[Judged]) -> ReviewDocument:
    """The review of a table whose rows are judged."""
    cases = tuple(case for case, _ in rows)
    by_row = [findings for _, findings in rows]
    rows_mean = mean([row_score(findings) for findings in by_row])
    of_table = table_capped(table_findings(TableCase(table, cases)), rows_mean)
    score = rows_mean + sum(finding.points for finding in of_table)
    everything = [*of_table, *(finding for findings in by_row for finding in findings)]
    return ReviewDocument(
        ruleset=RULESET,
        file=table.name,
        position=str(table.position),
        score=score,
        verdict=verdict(everything, rows=len(cases)),
        praise=table_praise(cases, by_row),
        first=first_of(by_row, of_table),
        principles=principles_of(by_row, of_table),
        notes=list(table.notes),
        table_findings=[finding_part(finding) for finding in of_table],
        rows=[row_part(case, findings) for case, findings in zip(cases, by_row, strict=True)],
    )


def to_json(document: ReviewDocument) -> str:
    """The document as JSON text, byte for byte the same for the same document."""
    return json.dumps(document, ensure_ascii=False, indent=1)


def arithmetic(document: ReviewDocument) -> list[tuple[str, int]]:
    """From 100 down to the score: labels with whole points that add up exactly to it."""
    rows = document["rows"]
    of_whole = [*document["table_findings"], *document.get("findings", [])]
    if not rows and document.get("kind") != "chain":
        return [("Belum ada baris yang dapat dinilai", 0)]
    steps = [("Nilai awal", 100)]
    losses = [100 - row["score"] for row in rows]
    for row, share in zip(rows, shares(losses), strict=True):
        if row["score"] < 100:
            part = f"Kotak {row['box']}" if "box" in row else f"Baris {row['row']}"
            among = f"{figure(len(rows))} {'kotak' if 'box' in row else 'baris'}"
            steps.append((f"{part} bernilai {row['score']}, bagiannya dari {among}", -share))
    return steps + [(finding["message"], finding["points"]) for finding in of_whole]


def everything_said(document: ReviewDocument) -> list[FindingPart]:
    """All findings: of the whole, of its parts, of its rows."""
    of_rows = [finding for row in document["rows"] for finding in row["findings"]]
    return [*document["table_findings"], *document.get("findings", []), *of_rows]


def row_arithmetic(row: RowPart) -> list[tuple[str, int]]:
    """From 100 down to the row's score, one step per finding that takes points."""
    steps = [("Nilai awal", 100)]
    return steps + [
        (finding["message"], finding["points"]) for finding in row["findings"] if finding["points"]
    ]


def case_of(row: Row, table: Table) -> RowCase:
    """One row, read once for all rules."""
    reading = read_row(row)
    return RowCase(row, reading, _alignment(row, reading), table)


def _alignment(row: Row, reading: Reading) -> Alignment:
    return align(row.sasaran, row.indikator, formula=row.formula, reading=reading)


def first_of(by_row: list[list[Finding]], of_table: list[Finding]) -> FirstPart | None:
    """What gains most for the table's score: a row's finding counts for one row, the table's for all."""
    count = max(1, len(by_row))
    candidates: list[tuple[int, int | None, Finding]] = [(-f.points * count, None, f) for f in of_table]
    for number, findings in enumerate(by_row, start=1):
        candidates += [(-finding.points, number, finding) for finding in findings]
    best = max(candidates, key=lambda item: item[0], default=None)
    if best is None or best[0] == 0:
        return None
    first = FirstPart(row=best[1], rule=best[2].rule, gain=-best[2].points)
    if best[2].where:
        first["where"] = best[2].where
    return first


def principles_of(by_row: list[list[Finding]], of_table: list[Finding]) -> dict[str, int]:
    """The score of each principle: the mean of the rows, less what the whole loses."""
    scores = [row_principles(findings) for findings in by_row]
    result = {}
    for principle in map(str, Principle):
        base = mean([score[principle] for score in scores])
        lost = sum(finding.points for finding in of_table if finding.principle == principle)
        result[principle] = max(0, base + lost)
    return result


def row_part(case: RowCase, findings: list[Finding]) -> RowPart:
    """A row with what was read in it and said of it."""
    cells = {name: case.row.cell(name) for name in FIELDS if case.has_column(name) or name in FIELDS[:2]}
    judged = RowPart(
        score=row_score(findings),
        principles=row_principles(findings),
        praise=row_praise(case, findings),
        reading=_reading(case.reading),
        alignment=_judgement(case.alignment),
        findings=[finding_part(finding) for finding in findings],
    )
    return cast(RowPart, {"row": case.row.number, **cells, **judged})


def _judgement(alignment: Alignment) -> dict[str, Any]:
    return {
        "verdict": str(alignment.verdict),
        "score": alignment.score,
        "because": list(alignment.because),
        "relation": alignment.relation,
    }


def _reading(reading: Reading) -> dict[str, Any]:
    target = reading.target
    return {
        "is_measure": reading.is_measure,
        "level": str(reading.level),
        "vague": reading.vague,
        "double": reading.double,
        "target_ok": reading.target_ok,
        "sasaran_is_result": reading.sasaran_is_result,
        "unit": reading.unit,
        "target": None
        if target is None or (target.low is None and target.high is None and target.grade is None)
        else {"low": target.low, "high": target.high, "comparator": target.comparator, "grade": target.grade},
        "direction": None if reading.direction is None else str(reading.direction),
    }


def part_finding(finding: Finding) -> PartFinding:
    """A finding about a document as a whole, with its place."""
    return PartFinding(**finding_part(finding), where=finding.where)


def finding_part(finding: Finding) -> FindingPart:
    """A finding about a row or a table."""
    return FindingPart(
        rule=finding.rule,
        severity=str(finding.severity),
        principle=str(finding.principle),
        axis=str(finding.axis),
        field=finding.field,
        start=finding.start,
        end=finding.end,
        message=finding.message,
        advice=finding.advice,
        suggestion=finding.suggestion,
        points=finding.points,
    )
