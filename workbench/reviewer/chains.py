"""Reviewing the whole chain, RPJMD to agreement: whether each document carries on what the one above wants.

The chain starts from 100 and loses the points of its findings, each of which names both ends; the rows of its
documents are reviewed elsewhere. Fewer than two documents leave nothing to compare and score 0.
"""

from typing import Any

from . import RULESET
from .blanks import typed
from .document import Chain, Row
from .findings import Finding, Principle
from .following import Following
from .judging import part_findings
from .praise import CHAIN, verdict
from .report import ChainPart, ReviewDocument, first_of, part_finding
from .rules.chains import CHAIN_RULES
from .score import START, table_capped

_NOTHING = "chain-too-short"


def review(chain: Chain) -> ReviewDocument:
    """Review how the documents of the chain follow each other."""
    following = Following(chain)
    found = table_capped(part_findings(CHAIN_RULES, following), START)
    nothing = any(finding.rule == _NOTHING for finding in found)
    return ReviewDocument(
        ruleset=RULESET,
        file=chain.name,
        position=str(chain.position),
        score=START + sum(finding.points for finding in found),
        verdict=verdict(found, 0 if nothing else 1, CHAIN),
        praise="" if nothing or found else "Setiap dokumen melanjutkan hasil dokumen di atasnya.",
        first=first_of([], found),
        principles=_principles(found, nothing),
        notes=[],
        table_findings=[],
        rows=[],
        kind="chain",
        findings=[part_finding(finding) for finding in found],
        chain=drawn(following),
    )


def drawn(following: Following) -> ChainPart:
    """The documents as they were compared, and which row comes from which."""
    return ChainPart(
        documents={link.key: [_cells(row) for row in link.rows] for link in following.links},
        threads=following.threads(),
    )


def _cells(row: Row) -> dict[str, Any]:
    told = {name: row.cell(name) for name in ("sasaran", "indikator", "satuan", "target")}
    return {"row": row.number, **{name: text for name, text in told.items() if typed(text)}}


def _principles(found: list[Finding], nothing: bool) -> dict[str, int]:
    if nothing:
        return {str(principle): 0 for principle in Principle}
    return {
        str(principle): START + sum(finding.points for finding in found if finding.principle is principle)
        for principle in Principle
    }
