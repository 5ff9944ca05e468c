"""A review that says how far it is, for whoever waits for a long table."""

from collections.abc import Iterator

from . import review_any
from .document import Agreement, Cascade, Chain, Table
from .report import ReviewDocument, judged, whole

Subject = Table | Agreement | Cascade | Chain

#: From more rows on a review takes long enough to say how far it is.
LONG = 300


class Reviewing:
    """Going through it does the work and tells after each row how many are done; then `document` is there.

    Only the rows of a table are told, `rows` in all. Anything else is reviewed in one go (`rows` is 0): the
    rules about its parts look at all of them together.
    """

    document: ReviewDocument

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.rows = len(subject.rows) if isinstance(subject, Table) else 0

    @property
    def is_long(self) -> bool:
        """Whether somebody would wonder if it still works."""
        return self.rows > LONG

    def __iter__(self) -> Iterator[int]:
        if not isinstance(self.subject, Table):
            self.document = review_any(self.subject)
            return
        rows = []
        for row in judged(self.subject):
            rows.append(row)
            yield len(rows)
        self.document = whole(self.subject, rows)
