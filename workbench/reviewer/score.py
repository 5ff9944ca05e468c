"""Findings to points, in whole numbers that a page can print and add up.

The arithmetic, all of it:

- Every row starts from 100. A finding takes the points of its rule's page, in the order in which findings
  are shown, never below 0.
- An error in a row takes 30 points or more, a warning mostly 12 to 35, an advice 10 at most: one sure return
  keeps a row under 70, a table full of them under 65, and small blemishes leave a sound row above 90.
- All that hangs on one cell (`LEFT_EMPTY`) costs at most what leaving that cell empty costs, so that deleting
  an answer never earns points.
- Every principle starts from 100 in every row and loses the points of its own findings there. A row with no
  readable indicator scores 0, and 0 in every principle.
- The table's score is the mean of its rows, rounded down, less the points of the table's findings, never
  below 0. A table without rows scores 0.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from .findings import Finding, Principle, Severity

START = 100

#: What an empty cell costs in a row, by cell: the points on the page of the rule that reports it.
LEFT_EMPTY = {"sasaran": 50, "target": 30, "sumber_data": 6, "penanggung_jawab": 6}

#: Rules after which nothing in the row is worth judging.
NOTHING_TO_JUDGE = frozenset({"indicator-missing", "unreadable-text", "box-empty", "box-without-indicator"})

_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.ADVICE: 2}


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Findings as they are shown: severity first, then what gains most, then reading order of the rules."""
    return sorted(findings, key=lambda finding: (_WEIGHT[finding.severity], finding.points))


def capped(findings: Sequence[tuple[Finding, str]]) -> list[Finding]:
    """Row findings with the points that they really take; each comes with the cell it hangs on."""
    left = dict(LEFT_EMPTY)
    rest = START
    counted = []
    for finding, cell in findings:
        taken = min(-finding.points, rest, left.get(cell, START))
        rest -= taken
        if cell in left:
            left[cell] -= taken
        counted.append(replace(finding, points=-taken))
    return counted


def row_score(findings: Iterable[Finding]) -> int:
    """The score of a row, 0 to 100, from findings whose points are already counted."""
    return START + sum(finding.points for finding in findings)


def row_principles(findings: Sequence[Finding]) -> dict[str, int]:
    """The score of each principle in a row, 0 to 100."""
    if any(finding.rule in NOTHING_TO_JUDGE for finding in findings):
        return {str(principle): 0 for principle in Principle}
    scores = {str(principle): START for principle in Principle}
    for finding in findings:
        scores[str(finding.principle)] += finding.points
    return scores


def mean(scores: Sequence[int]) -> int:
    """The mean rounded down; 0 where there is nothing."""
    return sum(scores) // len(scores) if scores else 0


def table_capped(findings: Sequence[Finding], rows_mean: int) -> list[Finding]:
    """Table findings with the points that they really take from the rows' mean."""
    counted = []
    for finding in findings:
        taken = min(-finding.points, rows_mean)
        rows_mean -= taken
        counted.append(replace(finding, points=-taken))
    return counted


def shares(losses: Sequence[int]) -> list[int]:
    """What each row takes from the table's mean, in whole points that add up to the mean's own loss.

    The largest remainders are rounded up, the earlier row first where they are equal.
    """
    if not losses:
        return []
    count = len(losses)
    total = START - mean([START - loss for loss in losses])
    parts = [loss // count for loss in losses]
    by_remainder = sorted(range(count), key=lambda index: (-(losses[index] % count), index))
    for index in by_remainder[: total - sum(parts)]:
        parts[index] += 1
    return parts
