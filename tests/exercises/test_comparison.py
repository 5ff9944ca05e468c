"""From one attempt to another: findings gone and new, rows matched by their words, the words that differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.exercises.comparison import compare, pair_rows, word_difference


def _finding(rule: str, field: str = "indikator") -> dict:
    return {"rule": rule, "severity": "error", "field": field}


def _row(number: int, sasaran: str, indikator: str, *findings: dict, **cells: str) -> dict:
    return {"row": number, "sasaran": sasaran, "indikator": indikator, "findings": list(findings), **cells}


def _document(*rows: dict, table: tuple[dict, ...] = ()) -> dict:
    return {"rows": list(rows), "table_findings": list(table)}


def _pairs(before: list[dict], after: list[dict]) -> list[tuple]:
    return [(old and old["row"], new and new["row"]) for old, new in pair_rows(before, after)]


def test_findings_are_gone_new_or_the_same():
    before = _document(
        _row(1, "Meningkatnya literasi murid", "Terlaksananya pelatihan", _finding("a"), _finding("b")),
        table=(_finding("t", ""),),
    )
    after = _document(
        _row(1, "Meningkatnya literasi murid", "Jumlah pelatihan", _finding("b"), _finding("c"))
    )
    found = compare(before, after)
    assert [one.rule for one in found.gone] == ["t", "a"]
    assert [(one.rule, one.row) for one in found.new] == [("c", 1)]
    assert found.kept == 1


def test_a_row_that_moved_is_still_the_same_row():
    literacy = ("Meningkatnya literasi murid SD", "Persentase murid yang cakap membaca")
    roads = ("Meningkatnya kemantapan jalan", "Persentase jalan kabupaten berkondisi mantap")
    before = [_row(1, *literacy, _finding("a")), _row(2, *roads)]
    after = [_row(1, *roads), _row(2, *literacy, _finding("a"))]
    assert _pairs(before, after) == [(2, 1), (1, 2)]
    found = compare(_document(*before), _document(*after))
    assert (found.gone, found.new, found.kept, found.rows) == ((), (), 1, ())


def test_added_removed_and_rewritten_rows_are_told_apart():
    before = [_row(1, "Meningkatnya literasi murid", "Angka melek huruf"), _row(2, "Rapat", "Jumlah rapat")]
    after = [_row(1, "Meningkatnya literasi murid", "Angka melek huruf")]
    assert _pairs(before, after) == [(1, 1), (2, None)]
    assert _pairs(after, before) == [(1, 1), (None, 2)]
    rewritten = [before[0], _row(2, "Turunnya banjir", "Luas genangan")]
    assert _pairs(before, rewritten) == [(1, 1), (2, 2)]


def test_two_findings_of_one_rule_count_twice():
    twice = _document(_row(1, "S", "I", _finding("a"), _finding("a")))
    once = _document(_row(1, "S", "I", _finding("a")))
    assert len(compare(twice, once).gone) == 1
    assert compare(twice, once).kept == 1


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("≥ 4", "≤ 2", [("gone", "≥ 4"), ("new", "≤ 2")]),
        ("Jumlah rapat", "Jumlah warga", [("same", "Jumlah "), ("gone", "rapat"), ("new", "warga")]),
        ("", "85", [("new", "85")]),
        ("85", "", [("gone", "85")]),
        ("sama", "sama", [("same", "sama")]),
        ("", "", []),
    ],
)
def test_words_that_differ(before: str, after: str, pieces: list[tuple[str, str]]):
    assert [(piece.kind, piece.text) for piece in word_difference(before, after)] == pieces


@given(st.text(max_size=60), st.text(max_size=60))
def test_both_texts_can_be_read_back_from_the_difference(before: str, after: str):
    pieces = word_difference(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == after
    if before != after:
        old = "".join(piece.text for piece in pieces if piece.kind != "new")
        assert old.split() == before.split()


def test_a_very_long_text_takes_no_time():
    pieces = word_difference("satu " * 400, "dua " * 400)
    assert [piece.kind for piece in pieces] == ["gone", "new"]


def test_items_that_became_right_are_settled():
    def items(*outcomes: str) -> dict:
        return {
            "items": [
                {"item": number, "text": "x", "choice": outcome, "outcome": outcome}
                for number, outcome in enumerate(outcomes, start=1)
            ]
        }

    found = compare(items("wrong", "right", "almost"), items("right", "wrong", "almost"))
    assert [one.row for one in found.gone] == [1]
    assert [one.row for one in found.new] == [2]
    assert found.kept == 1
    assert [(change.item, change.better) for change in found.items] == [(1, True), (2, False)]


def test_a_programme_put_in_above_moves_no_other():
    empty = {"table_findings": [], "rows": []}
    before = {
        "year": "2026",
        "programmes.1": "Program Pencatatan Sipil; 10; APBD",
        "programmes.2": "Program Arsip; 5; APBD",
    }
    after = {
        "year": "2026",
        "programmes.1": "Program Penunjang Urusan Pemerintahan Daerah; 60; APBD",
        "programmes.2": "Program Pencatatan Sipil; 12; APBD",
    }
    changed = compare(empty, empty, before, after).parts
    told = [
        [(piece.kind, piece.text.strip(" ;")) for piece in pieces if piece.kind != "same"]
        for _place, pieces in changed
    ]
    assert told == [
        [("new", "Program Penunjang Urusan Pemerintahan Daerah; 60; APBD")],
        [("gone", "10"), ("new", "12")],
        [("gone", "Program Arsip; 5; APBD")],
    ]
