"""A long review as its page shows it: first how far it is, then what it says."""

from collections.abc import Iterator
from functools import cached_property
from typing import cast

from workbench.exercises.kinds.base import Document
from workbench.inspection.paging import Leaf, leaf
from workbench.reviewer.underway import Reviewing

#: How often the page is told, at most.
TOLD = 10


class Waiting:
    """Going through it does the work and says now and then how many of `rows` are done; then there is a leaf.

    :param number: the page of the review that is wanted.
    """

    def __init__(self, work: Reviewing, number: int) -> None:
        self._work = work
        self._number = number
        self.rows = work.rows

    def __iter__(self) -> Iterator[int]:
        apart = -(-self.rows // TOLD)
        yield 0
        for done in self._work:
            if done % apart == 0 or done == self.rows:
                yield done

    @cached_property
    def leaf(self) -> Leaf:
        """That page of the review."""
        return leaf(cast(Document, self._work.document), self._number)
