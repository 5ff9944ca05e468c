"""A long review says how far it is, and says the same in the end."""

import pytest

from workbench.reviewer import review, review_any, to_json
from workbench.reviewer.document import Agreement, Row, Table
from workbench.reviewer.underway import LONG, Reviewing

ROW = Row(1, "Meningkatnya mutu layanan", "Indeks kepuasan masyarakat", "indeks", "85")


def table(count: int) -> Table:
    """A table with so many rows."""
    rows = tuple(Row(number, ROW.sasaran, ROW.indikator, "indeks", "85") for number in range(1, count + 1))
    return Table(rows, frozenset({"sasaran", "indikator", "satuan", "target"}), name="iku.xlsx")


def test_every_row_is_told_and_the_review_is_the_same():
    work = Reviewing(table(7))
    assert list(work) == [1, 2, 3, 4, 5, 6, 7]
    assert to_json(work.document) == to_json(review(table(7)))


def test_a_row_is_told_when_it_is_done_and_not_before():
    work = Reviewing(table(3))
    assert next(iter(work)) == 1
    assert not hasattr(work, "document")


def test_an_agreement_is_reviewed_in_one_go():
    agreement = Agreement(unit="Dinas Kesehatan", rows=(ROW,))
    work = Reviewing(agreement)
    assert list(work) == []
    assert work.document == review_any(agreement)
    assert not work.is_long


@pytest.mark.parametrize(("count", "is_long"), [(0, False), (LONG, False), (LONG + 1, True)])
def test_only_a_long_table_is_worth_telling(count, is_long):
    assert Reviewing(table(count)).is_long is is_long
