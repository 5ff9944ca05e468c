"""A pohon kinerja on the desk: boxes, their levels, and the tree that they make."""

import re

import pytest
from flask import Flask

from workbench.exercises import drafts
from workbench.exercises.kinds.base import Unreadable
from workbench.exercises.kinds.cascade import FIELDS, Cascade
from workbench.exercises.tree import grown

TREE = "09-pohon-kinerja-disdukcapil"


@pytest.fixture
def exercise(library) -> Cascade:
    """The tree of the case."""
    return library.get(TREE)


@pytest.fixture
def good(exercise) -> dict:
    """A sound tree, as a draft."""
    return exercise.accept(exercise.samples[0].answer)


@pytest.fixture
def page(room) -> str:
    """Its desk."""
    return f"{room}/latihan/{TREE}"


def spelled(answer: dict, **more: str) -> dict[str, str]:
    """A tree as the fields of its form."""
    boxes = enumerate(answer["boxes"])
    return {f"boxes.{i}.{name}": text for i, box in boxes for name, text in box.items()} | more


def box(key: str, parent: str = "", **cells: str) -> dict[str, str]:
    """A box of our own on the middle level."""
    return {**dict.fromkeys(FIELDS, ""), "position": "eselon-iii", **cells, "key": key, "parent": parent}


def keys(branches) -> list:
    """The tree as nested lists of keys."""
    return [(branch.key, keys(branch.children)) for branch in branches]


def test_the_form_and_a_program_send_the_same_draft(app: Flask, ana, cast, page, good):
    assert ana.post(page, spelled(good, aksi="simpan", versi="0")).status_code == 303
    with app.app_context():
        assert drafts.find(cast.ana_membership, TREE).answer == good


def test_the_given_box_stands_whatever_is_sent(exercise, good):
    sent = {"boxes": [{**one, "condition": "Diganti"} for one in good["boxes"]]}
    assert exercise.accept(sent)["boxes"][0] == good["boxes"][0]
    assert exercise.accept({"boxes": good["boxes"][1:]})["boxes"] == good["boxes"]
    assert exercise.acted(good, "hapus-kotak:0") == good


def test_boxes_are_added_to_a_level_with_keys_of_their_own(exercise, good):
    answer = exercise.acted(good, "tambah-kotak:eselon-iii")
    known = [one["key"] for one in answer["boxes"]]
    assert len(set(known)) == len(known) == len(good["boxes"]) + 1
    added = next(one for one in answer["boxes"] if one["key"] not in {b["key"] for b in good["boxes"]})
    assert (added["position"], added["parent"]) == ("eselon-iii", "K1")
    for _press in range(30):
        answer = exercise.acted(answer, "tambah-kotak:eselon-iv")
    assert len(answer["boxes"]) == exercise.boxes.max
    assert exercise.acted(good, "tambah-kotak:presiden") == good


def test_who_loses_the_box_above_is_told_so_and_keeps_the_text(exercise, good):
    place = next(i for i, one in enumerate(good["boxes"]) if one["key"] == "K2")
    answer = exercise.acted(good, f"hapus-kotak:{place}")
    orphans = [one for one in answer["boxes"] if one["key"] in {"K4", "K5"}]
    assert [one["parent"] for one in orphans] == ["", ""]
    assert all(one["condition"] for one in orphans)


@pytest.mark.parametrize(
    "wrong",
    [
        {"boxes": [5]},
        {"boxes": [{"key": "K9", "position": "presiden"}]},
        {"boxes": [box("K9"), box("K9")]},
        {"boxes": [box("K123456789")]},
        {"boxes": [box("K9", condition="x" * 3000)]},
        {"boxes": [{**box("K9"), "condition": 7}]},
        {"boxes": [box(f"X{n}") for n in range(99)]},
        {"boxes": [], "rows": []},
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_is_no_tree_is_unreadable_and_never_an_error(exercise, wrong):
    assert isinstance(exercise.accept(wrong), Unreadable)


def test_only_the_given_box_is_nothing_to_judge(exercise):
    said = exercise.parse(exercise.blank(), submitting=False)
    assert isinstance(said, Unreadable)
    assert "kotak Anda" in str(said.sentence)


def test_a_tree_that_is_too_small_can_be_checked_but_not_sent(exercise, good):
    small = {"boxes": good["boxes"][:3]}
    assert not isinstance(exercise.parse(small, submitting=False), Unreadable)
    assert isinstance(exercise.parse(small), Unreadable)


def test_every_box_is_drawn_once_whatever_the_parents_say():
    boxes = [
        box("A"),
        box("B", "A"),
        box("C", "B"),
        box("D", "Z"),
        box("E", "F"),
        box("F", "E"),
        box("G", "G"),
    ]
    branches = grown(boxes)
    assert keys(branches) == [("A", [("B", [("C", [])])]), ("D", []), ("E", [("F", [])]), ("G", [])]
    assert [branch.loose for branch in branches] == [False, True, True, True]


def test_a_deep_line_of_boxes_is_drawn():
    line = [box("K0"), *(box(f"K{n}", f"K{n - 1}") for n in range(1, 60))]
    assert len(str(grown(line))) > 0


def test_buttons_work_without_javascript_and_lead_to_the_new_box(app, ana, cast, page, good):
    sent = ana.post(page, spelled(good, aksi="tambah-kotak:eselon-iv", versi="0"))
    assert sent.headers["Location"].endswith("#kotak-K8")
    text = ana.get(page).text
    assert 'id="kotak-K8"' in text
    assert re.search(r'<select[^>]*name="boxes.\d+.parent"', text)
    assert "Gambar pohon" in text


def test_the_feedback_draws_the_tree_and_leads_from_marks_to_boxes(ana, page, good):
    good["boxes"][1]["condition"] = good["boxes"][0]["condition"]
    sent = ana.post(page, spelled(good, aksi="kirim", versi="0"))
    text = ana.get(sent.headers["Location"]).text
    assert 'class="tree"' in text
    assert 'href="#ulasan-kotak-K2"' in text
    assert 'id="ulasan-kotak-K2"' in text
    assert f'href="{page}#kotak-K2-condition"' in text
    assert "Kotak demi kotak" in text


def test_typed_html_is_shown_and_never_obeyed(ana, page, good):
    good["boxes"][1]["condition"] = "<b>Meningkatnya</b> akses"
    sent = ana.post(page, spelled(good, aksi="kirim", versi="0"))
    for text in (ana.get(sent.headers["Location"]).text, ana.get(page).text):
        assert "<b>Meningkatnya" not in text
        assert "&lt;b&gt;Meningkatnya" in text


def test_a_refused_form_shows_what_was_typed_or_the_desk(ana, page, good):
    good["boxes"][1]["condition"] = "y" * 2500
    refused = ana.post(page, spelled(good, aksi="simpan", versi="0"))
    assert refused.status_code == 422
    assert "y" * 2500 in refused.text
    assert ana.post(page, {"boxes.3.key": "K9", "aksi": "simpan"}).status_code == 422
