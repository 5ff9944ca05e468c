"""The reviewer: reads an indicator table and says what to mend, and why. Pure Python.

`review(table)` gives the review document of design section 3 as plain dictionaries and lists.
"""

from typing import TYPE_CHECKING

from .document import Position, Row, Table

if TYPE_CHECKING:
    from .report import ReviewDocument

#: Version of rules, words and arithmetic together; the same input gives the same document under one version.
RULESET = "2026.1"

__all__ = ["RULESET", "Position", "Row", "Table", "review", "to_json"]


def review(table: Table) -> "ReviewDocument":
    """Review a table: readings, verdicts, findings and scores, ready to be stored as JSON."""
    from .report import review as review_table  # loaded when first needed: words and rules take a while

    return review_table(table)


def to_json(document: "ReviewDocument") -> str:
    """The document as JSON text, byte for byte the same for the same document."""
    from .report import to_json as as_json

    return as_json(document)
