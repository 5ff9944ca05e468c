"""Where merged cells are cut at the foot of a page."""

import pytest

from workbench.documents.grid import body_rows
from workbench.documents.paging import MOVED, PAGE, cut, height_of, lines_in


def test_a_group_that_fits_on_the_rest_of_the_page_stays_whole():
    assert cut([[1.0] * 5, [1.0] * 10]) == [(5,), (10,)]


def test_a_low_group_is_moved_whole_to_the_next_page():
    low = int(MOVED)
    assert cut([[1.0] * 20, [1.0] * low, [1.0] * 14]) == [(20,), (low,), (14,)]


def test_a_high_group_is_cut_at_the_foot_of_each_page():
    page = int(PAGE)
    assert cut([[1.0] * 60], first_page=20.0) == [(20, page, 60 - 20 - page)]


def test_no_part_begins_with_one_row_at_the_foot_of_a_page():
    assert cut([[1.0] * 22, [1.0] * 12]) == [(22,), (12,)]


@pytest.mark.parametrize("rows", [20, 23, 30, 46])
def test_what_must_follow_the_last_row_has_room_on_its_page(rows: int):
    (spans,) = cut([[1.0] * rows], after=8.0)
    assert sum(spans) == rows
    assert spans[-1] + 8.0 <= PAGE


@pytest.mark.parametrize("heights", [[40.0], [40.0, 40.0], [1.0, 40.0, 1.0]])
def test_a_row_higher_than_a_page_ends_the_cutting_all_the_same(heights: list[float]):
    (spans,) = cut([heights])
    assert sum(spans) == len(heights)


def test_heights_follow_the_cell_with_the_most_lines():
    assert lines_in("satu dua tiga", 1.0, 0.2) == 3
    assert height_of(("a", "kata " * 20), (3.0, 3.0)) > height_of(("a", "kata"), (3.0, 3.0))


def test_a_sasaran_marked_as_continued_is_the_one_it_goes_on_with():
    columns = {"sasaran": 0, "indikator": 1}
    cells = [["A", "1"], ["B", "2"], ["A (lanjutan)", "3"], ["B ( Lanjutan )", "4"], ["Bb\n(lanjutan)", "5"]]
    rows, _ = body_rows(cells, columns)
    assert [row.sasaran for row in rows] == ["A", "B", "A", "B", "B"]


def test_a_continued_sasaran_goes_on_with_the_corrected_words_above_it():
    rows, _ = body_rows([["Baru", "1"], ["Lama (lanjutan)", "2"]], {"sasaran": 0, "indikator": 1})
    assert [row.sasaran for row in rows] == ["Baru", "Baru"]
