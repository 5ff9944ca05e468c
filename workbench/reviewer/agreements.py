"""Reviewing a perjanjian kinerja: its rows like every indicator table's, then the agreement as a whole.

The document has the shape of a table's (design section 3); what concerns neither a row nor the table of
indicators stands in `findings`, each with the part of the agreement that it is about (`where`).
"""

from . import RULESET
from .chains import drawn
from .document import Agreement, Table
from .judging import bound, part_findings, row_findings, table_findings
from .praise import AGREEMENT, table_praise, verdict
from .report import (
    ReviewDocument,
    case_of,
    finding_part,
    first_of,
    part_finding,
    principles_of,
    row_part,
)
from .rules import ROW_RULES
from .rules.agreements import AGREEMENT_ROW_RULES, AGREEMENT_RULES
from .rules.base import TableCase
from .rules.chains import ABOVE_AGREEMENT
from .rules.documents import AgreementCase
from .score import mean, row_score, table_capped

#: The columns that the first table of an agreement has (domain 3.2); others are not missed.
COLUMNS = frozenset({"sasaran", "indikator", "satuan", "target"})


def review(agreement: Agreement) -> ReviewDocument:
    """Review every row, the table that they make, and the agreement around it."""
    table = Table(agreement.rows, COLUMNS, agreement.position, agreement.name, fixed_columns=True)
    cases = tuple(case_of(row, table) for row in agreement.rows)
    whole = AgreementCase(agreement, cases)
    rules = (*ROW_RULES, *bound(AGREEMENT_ROW_RULES, whole))
    by_row = [row_findings(case, rules) for case in cases]
    rows_mean = mean([row_score(findings) for findings in by_row])
    of_table = table_capped(table_findings(TableCase(table, cases)), rows_mean)
    left = rows_mean + sum(finding.points for finding in of_table)
    of_parts = table_capped(part_findings((*AGREEMENT_RULES, *ABOVE_AGREEMENT), whole), left)
    of_whole = [*of_table, *of_parts]
    everything = [*of_whole, *(finding for findings in by_row for finding in findings)]
    document = ReviewDocument(
        ruleset=RULESET,
        file=agreement.name,
        position=str(agreement.position),
        score=left + sum(finding.points for finding in of_parts),
        verdict=verdict(everything, len(cases), AGREEMENT),
        praise=table_praise(cases, by_row),
        first=first_of(by_row, of_whole),
        principles=principles_of(by_row, of_whole),
        notes=list(agreement.notes),
        table_findings=[finding_part(finding) for finding in of_table],
        rows=[row_part(case, findings) for case, findings in zip(cases, by_row, strict=True)],
        kind="agreement",
        findings=[part_finding(finding) for finding in of_parts],
    )
    if agreement.rpjmd or agreement.renstra:
        document["chain"] = drawn(whole.following)
    return document
