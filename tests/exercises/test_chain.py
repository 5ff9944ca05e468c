"""The chain above an agreement: given or typed, reviewed with it, and drawn on its page."""

import re

import pytest
from flask import Flask

from tests.exercises.test_agreement import HEAD, spelled
from workbench.db import session
from workbench.exercises.chain_view import drawing
from workbench.exercises.feedback import present
from workbench.exercises.kinds.agreement import Agreement
from workbench.exercises.kinds.base import Unreadable
from workbench.exercises.models import Attempt


@pytest.fixture
def exercise(library) -> Agreement:
    """The agreement of a head of agency."""
    return library.get(HEAD)


@pytest.fixture
def good(exercise) -> dict:
    """A sound agreement, as a draft."""
    return exercise.accept(exercise.samples[0].answer)


@pytest.fixture
def page(room) -> str:
    """The desk of the head's agreement."""
    return f"{room}/latihan/{HEAD}"


@pytest.fixture
def typing(exercise) -> Agreement:
    """The same exercise, with plans that participants type."""
    return exercise.model_copy(update={"locked": ["unit"]})


def told(exercise: Agreement, answer: dict) -> set[tuple[str, str]]:
    parsed = exercise.parse(answer)
    assert not isinstance(parsed, Unreadable)
    return {
        (finding["rule"], finding["where"])
        for finding in exercise.review(parsed)["findings"]
        if "→" in finding["where"]
    }


def test_a_sound_agreement_follows_what_is_above_it(exercise, good):
    assert told(exercise, good) == set()
    assert present(exercise.review(good)).chain is not None


def test_what_is_locked_stands_as_given(exercise, good):
    sent = exercise.accept({**good, "rpjmd": "Meningkatnya produktivitas padi", "renstra": ""})
    assert (sent["rpjmd"], sent["renstra"]) == (good["rpjmd"], good["renstra"])


def test_a_promise_below_the_iku_names_both_ends(exercise, good):
    lower = {**good, "rows": [{**good["rows"][0], "target": "80"}, *good["rows"][1:]]}
    assert told(exercise, lower) == {("target-differs", "iku[1] → perjanjian[1]")}


def test_typed_plans_are_read_line_by_line_whatever_stands_before_them(typing, good):
    plans = {
        "rpjmd": "1. Meningkatnya kualitas pelayanan publik\n\n",
        "renstra": "- Meningkatnya produktivitas padi",
    }
    answer = {**good, **plans}
    paper = typing.paper(typing.accept(answer))
    assert [row.sasaran for row in paper.rpjmd] == ["Meningkatnya kualitas pelayanan publik", ""]
    assert [row.sasaran for row in paper.renstra] == ["Meningkatnya produktivitas padi"]
    rules = {rule for rule, _where in told(typing, answer)}
    assert "objective-without-root" in rules


def test_without_plans_nothing_is_asked_of_them(exercise, good, app: Flask, ana, page):
    plain = exercise.model_copy(update={"plans": False})
    assert "chain" not in plain.review(good)
    old = {name: text for name, text in good.items() if name not in ("rpjmd", "renstra")}
    assert exercise.paper(old).renstra == ()
    assert 'name="renstra"' in ana.get(page).text


def test_the_page_draws_the_chain_and_marks_where_it_breaks(app, ana, page, good):
    rows = [{**good["rows"][0], "target": "80"}, good["rows"][1], good["rows"][3]]
    rows.append(
        {**good["rows"][3], "indikator": "Jumlah sosialisasi adminduk", "target": "12", "satuan": "kali"}
    )
    sent = ana.post(page, spelled({**good, "rows": rows}, aksi="kirim", versi="0"))
    text = ana.get(sent.headers["Location"]).text
    drawn = text[text.index('id="rantai"') : text.index('id="temuan-tabel"')]
    assert drawn.count("Meningkatnya kualitas pelayanan publik") == 3
    assert "Tabel IKU baris 1 → Perjanjian kinerja baris 1" in text
    assert f'href="{page}#isi-1-target"' in text, "the lower end is mended on this desk"
    for anchor in re.findall(r'<a href="#(temuan-[^"]+)"', drawn):
        assert f'id="{anchor}"' in text
    assert drawn.count("tidak ada</p>") == 2
    with app.app_context():
        document = session().query(Attempt).one().review
        chain = drawing(document, present(document).table_remarks, {})
    marked = [[bool(ring.said) for ring in line] for strand in chain.strands for line in strand.lines]
    assert marked == [[True, True], [False, False], [True, True], [False, False], [False, False]]


def test_own_rows_are_compared_with_their_targets(exercise, good, better):
    started = exercise.started(better["rows"])
    rows = [{**started["rows"][0], "target": "1"}, *started["rows"][1:]]
    answer = {**good, "rows": rows, "iku": started["iku"]}
    assert ("target-differs", "iku[1] → perjanjian[1]") in told(exercise, answer)


def test_given_plans_without_the_part_are_told_to_the_author(exercise):
    assert ("plans", "sasaran RPJMD dan Renstra diberikan di given, tetapi plans belum true") in list(
        exercise.model_copy(update={"plans": False}).slips()
    )


def test_an_agreement_of_one_s_own_office_names_the_plans_above(library):
    exercise = library.get("10-perjanjian-opd-saya")
    bare = next(sample for sample in exercise.samples if sample.name == "tanpa sasaran di atasnya")
    answer = exercise.parse(bare.answer)
    document = exercise.review(answer)
    assert [f["where"] for f in document["findings"] if f["rule"] == "plans-missing"] == ["rpjmd", "renstra"]
    assert document["score"] >= exercise.pass_score
    assert not exercise.passed(document)
    remarks = present(document).table_remarks
    assert {one.desk for one in remarks} == {"isian-rpjmd", "isian-renstra"}
