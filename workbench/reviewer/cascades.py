"""Reviewing a pohon kinerja: every box like a row of its own position, then the tree as a whole.

A box is read as a row whose sasaran is its condition. The document has the shape of a table's (design
section 3); a row also says which box it is, and what concerns the tree stands in `findings` with its `where`.
"""

from collections.abc import Sequence
from dataclasses import replace

from . import RULESET
from .document import Box, Cascade, Position, Row, Table
from .findings import Finding
from .judging import bound, part_findings, row_findings
from .praise import CASCADE, table_praise, verdict
from .report import ReviewDocument, RowPart, case_of, first_of, part_finding, principles_of, row_part
from .rules.base import RowCase
from .rules.cascades import BOX_RULES, CASCADE_RULES, LINK_RULES, ROW_RULES_OF_A_BOX
from .rules.documents import CascadeCase
from .score import mean, row_score, table_capped


def review(cascade: Cascade) -> ReviewDocument:
    """Review every box, then the tree."""
    cases = _cases(cascade)
    whole = CascadeCase(cascade, cases)
    rules = (*bound(BOX_RULES, whole), *ROW_RULES_OF_A_BOX, *bound(LINK_RULES, whole))
    by_row = [row_findings(case, rules) for case in cases]
    rows_mean = mean([row_score(findings) for findings in by_row])
    of_tree = table_capped(part_findings(CASCADE_RULES, whole), rows_mean)
    everything = [*of_tree, *(finding for findings in by_row for finding in findings)]
    return ReviewDocument(
        ruleset=RULESET,
        file=cascade.name,
        position=str(cascade.highest),
        score=rows_mean + sum(finding.points for finding in of_tree),
        verdict=verdict(everything, len(cases), CASCADE),
        praise=table_praise(cases, by_row, [f"Kotak {box.key}" for box in cascade.boxes]),
        first=first_of(by_row, of_tree),
        principles=principles_of(by_row, of_tree),
        notes=list(cascade.notes),
        table_findings=[],
        rows=_parts(cascade, cases, by_row),
        kind="cascade",
        findings=[part_finding(finding) for finding in of_tree],
    )


def _cases(cascade: Cascade) -> tuple[RowCase, ...]:
    """Every box read as a row; columns that no box uses are not missed."""
    columns = {"sasaran", "indikator"}
    columns |= {name for name in ("satuan", "target") for box in cascade.boxes if getattr(box, name).strip()}
    tables = {
        position: Table((), frozenset(columns), position, cascade.name, fixed_columns=True)
        for position in Position
    }
    return tuple(
        _case(box, number, tables[box.position]) for number, box in enumerate(cascade.boxes, start=1)
    )


def _case(box: Box, number: int, table: Table) -> RowCase:
    row = Row(number, box.condition, box.indikator, box.satuan, box.target)
    return case_of(row, replace(table, rows=(row,)))


def _parts(cascade: Cascade, cases: Sequence[RowCase], by_row: Sequence[list[Finding]]) -> list[RowPart]:
    parts = []
    for box, case, findings in zip(cascade.boxes, cases, by_row, strict=True):
        part = row_part(case, findings)
        part["box"], part["parent"] = box.key, box.parent
        part["unit"], part["position"] = box.unit, str(box.position)
        parts.append(part)
    return parts
