"""The reviewer: reads an indicator table and says what to mend, and why. Pure Python.

`review(table)` gives the review document of design section 3 as plain dictionaries and lists.
"""

from typing import TYPE_CHECKING

from .document import Agreement, Cascade, Chain, Position, Row, Table

if TYPE_CHECKING:
    from .report import ReviewDocument

#: Version of rules, words and arithmetic together; the same input gives the same document under one version.
RULESET = "2026.1"

__all__ = [
    "RULESET",
    "Agreement",
    "Cascade",
    "Chain",
    "Position",
    "Row",
    "Table",
    "review",
    "review_agreement",
    "review_any",
    "review_cascade",
    "review_chain",
    "to_json",
]


def review(table: Table) -> "ReviewDocument":
    """Review a table: readings, verdicts, findings and scores, ready to be stored as JSON."""
    from .report import review as review_table  # loaded when first needed: words and rules take a while

    return review_table(table)


def review_agreement(agreement: Agreement) -> "ReviewDocument":
    """Review a perjanjian kinerja: its rows, and the agreement around them (`findings` with `where`)."""
    from .agreements import review as review_it

    return review_it(agreement)


def review_cascade(cascade: Cascade) -> "ReviewDocument":
    """Review a pohon kinerja: its boxes as rows, and the tree that they make (`findings`)."""
    from .cascades import review as review_it

    return review_it(cascade)


def review_chain(chain: Chain) -> "ReviewDocument":
    """Review how RPJMD, Renstra, IKU and agreement follow each other; each finding names both ends."""
    from .chains import review as review_it

    return review_it(chain)


def review_any(document: "Table | Agreement | Cascade | Chain") -> "ReviewDocument":
    """Review whatever it is."""
    if isinstance(document, Table):
        return review(document)
    if isinstance(document, Agreement):
        return review_agreement(document)
    return review_cascade(document) if isinstance(document, Cascade) else review_chain(document)


def to_json(document: "ReviewDocument") -> str:
    """The document as JSON text, byte for byte the same for the same document."""
    from .report import to_json as as_json

    return as_json(document)
