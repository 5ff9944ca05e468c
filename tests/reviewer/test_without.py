"""A review without some findings: points given back, whole numbers that add up, nothing else touched."""

import copy
import itertools
from typing import Any

import pytest

from workbench.reviewer import Row, Table, review
from workbench.reviewer.without import findings_of, regained, without

COLUMNS = frozenset({"sasaran", "indikator", "satuan", "target", "sumber_data", "penanggung_jawab"})


def reviewed(*rows: dict[str, str]) -> dict[str, Any]:
    """A review of rows of our own, each completed to a sound one."""
    sound = {
        "sasaran": "Meningkatnya kualitas layanan adminduk",
        "satuan": "%",
        "target": "85",
        "sumber_data": "Aplikasi antrean",
        "penanggung_jawab": "Bidang Pelayanan Pencatatan Sipil",
    }
    return dict(
        review(
            Table(
                rows=tuple(Row(number=n, **{**sound, **cells}) for n, cells in enumerate(rows, start=1)),
                columns=COLUMNS,
                fixed_columns=True,
            )
        )
    )


@pytest.fixture
def weak() -> dict[str, Any]:
    """Three rows with several findings each, and findings of the table."""
    return reviewed(
        {"indikator": "Terlaksananya pelayanan prima", "target": "sebanyak-banyaknya"},
        {"indikator": "Jumlah rapat koordinasi dan jumlah sosialisasi", "satuan": "", "target": "100"},
        {
            "sasaran": "Melaksanakan sosialisasi",
            "indikator": "Persentase layanan yang baik",
            "sumber_data": "",
        },
    )


def test_every_finding_has_a_key_of_its_own(weak):
    keys = [key for key, _row, _finding in findings_of(weak)]
    assert len(keys) == len(set(keys)) >= 6
    assert any(key.startswith("1/not-a-measure/indikator/") for key in keys)


def test_a_rule_that_speaks_twice_about_the_whole_has_two_keys(weak):
    finding = {**weak["rows"][0]["findings"][0], "field": "", "start": 0}
    doubled = {**weak, "table_findings": [finding, {**finding, "message": "Lagi.", "points": 0}]}
    of_table = [key for key, row, _finding in findings_of(doubled) if row is None]
    assert of_table == [f"tabel/{finding['rule']}//0", f"tabel/{finding['rule']}//0#2"]


def test_without_nothing_it_is_the_review_itself(weak):
    assert without(weak, []) is weak
    assert without(weak, ["9/tidak-ada/indikator/0"]) is weak


def test_the_review_itself_is_not_changed(weak):
    before = copy.deepcopy(weak)
    without(weak, [key for key, _row, _finding in findings_of(weak)])
    assert weak == before


def test_without_all_of_its_findings_a_review_is_spotless(weak):
    left = without(weak, [key for key, _row, _finding in findings_of(weak)])
    assert left["score"] == 100
    assert set(left["principles"].values()) == {100}
    assert left["first"] is None
    assert "tidak ada catatan" in left["verdict"]


def test_a_finding_gives_back_exactly_its_points_to_its_row(weak):
    for key, row, finding in findings_of(weak):
        if row is None:
            continue
        before, after = (one["rows"][row - 1] for one in (weak, without(weak, [key])))
        assert after["score"] == before["score"] - finding["points"]
        assert after["score"] == 100 + sum(one["points"] for one in after["findings"])
        name = finding["principle"]
        assert after["principles"][name] == before["principles"][name] - finding["points"]
        assert [one for one in before["findings"] if one not in after["findings"]] == [finding]


@pytest.mark.parametrize("size", [1, 2, 3])
def test_what_is_regained_adds_up_and_never_costs(weak, size):
    keys = [key for key, _row, _finding in findings_of(weak)]
    for chosen in itertools.islice(itertools.combinations(keys, size), 60):
        steps = regained(weak, chosen)
        assert [key for key, _points in steps] == [key for key in keys if key in chosen]
        assert weak["score"] + sum(points for _key, points in steps) == without(weak, chosen)["score"]
        assert all(points >= 0 for _key, points in steps)


def test_what_to_mend_first_is_never_a_finding_that_is_gone(weak):
    for key, row, finding in findings_of(weak):
        if weak["first"]["row"] == row and weak["first"]["rule"] == finding["rule"]:
            assert without(weak, [key])["first"] != weak["first"]


def test_a_table_rule_that_still_speaks_keeps_its_points(weak):
    finding = {**weak["rows"][0]["findings"][0], "rule": "many-indicators", "field": "", "points": -10}
    doubled = {**weak, "score": weak["score"] - 10}
    doubled["table_findings"] = [finding, {**finding, "message": "Sasaran lain.", "points": 0}]
    first, second = (key for key, row, _finding in findings_of(doubled) if row is None)
    assert without(doubled, [first])["score"] == doubled["score"]
    assert without(doubled, [first])["table_findings"][0]["points"] == -10
    assert without(doubled, [second])["score"] == doubled["score"]
    assert without(doubled, [first, second])["score"] == doubled["score"] + 10


def test_a_row_that_could_not_be_judged_gets_its_principles_back():
    nonsense = reviewed({"indikator": "Qwrtz plmkn xcvbt wqrtp"})
    keys = [key for key, _row, finding in findings_of(nonsense) if finding["rule"] == "unreadable-text"]
    assert nonsense["score"] == 0
    assert set(nonsense["principles"].values()) == {0}
    left = without(nonsense, keys)
    assert left["score"] == left["rows"][0]["score"] > 0
    assert max(left["principles"].values()) == 100


def test_a_review_without_findings_such_as_a_placing_exercise_is_left_alone():
    placed = {"ruleset": "2026.1", "score": 50, "principles": {}, "items": [{"item": 1, "points": -50}]}
    assert list(findings_of(placed)) == []
    assert without(placed, ["1/x/y/0"]) is placed
    assert regained(placed, ["1/x/y/0"]) == []
