"""Running the rules: hits become findings, one cause is told once, points are counted."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from .findings import Finding
from .rules import ROW_RULES, TABLE_RULES
from .rules.base import Hit, RowCase, RowRule, TableCase, TableRule, quoted
from .rules.documents import Case, InnerRule, PartRule
from .rules.pages import front
from .score import capped, ordered


def row_findings(case: RowCase, rules: Iterable[RowRule] = ROW_RULES) -> list[Finding]:
    """What the row rules find in one row, in the order in which it is shown, with counted points."""
    cells: dict[str, str] = {}
    found: list[Finding] = []
    for rule in rules:
        if not cells.keys().isdisjoint(rule.silent_after):
            continue
        hit = rule.check(case)
        if hit is not None:
            found.append(_finding(rule, hit, case.row.cell(hit.field) if hit.field else ""))
            cells[rule.name] = rule.cell or hit.field
    return capped([(finding, cells[finding.rule]) for finding in ordered(found)])


def table_findings(case: TableCase) -> list[Finding]:
    """What the table rules find, in the order in which it is shown."""
    found: list[Finding] = []
    for rule in TABLE_RULES:
        if not any(finding.rule in rule.silent_after for finding in found):
            found += _told(rule, list(rule.check(case)))
    return ordered(found)


def bound(rules: Iterable[InnerRule[Case]], document: Case) -> tuple[RowRule, ...]:
    """Rules about one row of this document, ready to be run among the row rules."""
    return tuple(
        RowRule(rule.name, partial(rule.check, document), rule.silent_after, rule.cell) for rule in rules
    )


def part_findings(rules: Sequence[PartRule[Case]], document: Case) -> list[Finding]:
    """What these rules find in a document as a whole, in the order in which it is shown."""
    found: list[Finding] = []
    for rule in rules:
        if not any(finding.rule in rule.silent_after for finding in found):
            found += _told(rule, list(rule.check(document)))
    return ordered(found)


def _told(rule: TableRule | PartRule[Case], hits: list[Hit]) -> list[Finding]:
    """The findings of one rule about the whole; the page's points are taken once, however often it speaks."""
    again = [replace(hit, points=0) if hit.points is None else hit for hit in hits[1:]]
    return [_finding(rule, hit, "") for hit in hits[:1] + again]


def _finding(rule: RowRule | TableRule | PartRule[Case], hit: Hit, text: str) -> Finding:
    head = front(rule.name)
    start = min(max(hit.start, 0), len(text))
    end = min(max(hit.end, start), len(text))
    values = {"words": quoted(text[start:end]), **hit.values}
    return Finding(
        rule=rule.name,
        severity=hit.severity or head.severity,
        principle=head.principle,
        axis=head.axis,
        message=head.summary.format_map(values),
        advice=head.advice.format_map(values),
        field=hit.field,
        start=start,
        end=end,
        suggestion=hit.suggestion,
        points=-(head.points if hit.points is None else hit.points),
        where=hit.where,
    )
