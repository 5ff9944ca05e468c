"""Drafts: saved with a version, never overwritten behind somebody's back, and earlier states kept."""

import threading
from datetime import timedelta

import pytest
from flask import Flask

from workbench import db
from workbench.exercises import drafts
from workbench.exercises.drafts import Conflict, Saved


@pytest.fixture
def inside(app: Flask):
    """Inside the application, as a request would be."""
    with app.app_context():
        yield app


def _answer(text: str) -> dict:
    return {"rows": [{"indikator": text}]}


@pytest.fixture
def save(inside, cast):
    """Save Ana's draft of an exercise."""
    return lambda text, version: drafts.save(cast.ana_membership, "01-x", _answer(text), version)


def test_a_save_raises_the_version(save):
    first = save("a", 0)
    assert (type(first), first.draft.version) == (Saved, 1)
    second = save("b", 1)
    assert (type(second), second.draft.version, second.draft.answer) == (Saved, 2, _answer("b"))


def test_an_older_tab_is_refused_and_both_texts_are_kept(save):
    save("a", 0)
    save("b", 1)
    refused = save("dari tab lama", 1)
    assert isinstance(refused, Conflict)
    assert (refused.draft.answer, refused.draft.version) == (_answer("b"), 2)
    assert _answer("dari tab lama") in [copy.answer for copy in drafts.copies(refused.draft)]


def test_a_repeated_request_is_no_conflict(save):
    save("a", 0)
    save("b", 1)
    again = save("b", 1)
    assert (type(again), again.draft.version) == (Saved, 2)


def test_two_first_saves_do_not_make_two_drafts(save):
    save("a", 0)
    other = save("dari tab lain", 0)
    assert isinstance(other, Conflict)
    assert other.draft.answer == _answer("a")


def test_twenty_copies_are_kept_a_minute_apart(save, monkeypatch):
    moment = db.now()
    for minute in range(30):
        monkeypatch.setattr(db, "wall_clock", lambda at=moment + timedelta(minutes=minute): at)
        saved = save(f"isian {minute}", minute)
    copies = drafts.copies(saved.draft)
    assert len(copies) == drafts.COPIES
    assert copies[0].answer == _answer("isian 28")
    assert copies[-1].answer == _answer("isian 9")


def test_saves_within_a_minute_keep_one_copy_but_a_deletion_is_always_kept(save):
    save("satu", 0)
    save("satu dua tiga empat lima enam tujuh", 1)
    save("satu dua tiga empat lima enam tujuh delapan", 2)
    saved = save("", 3)
    kept = [copy.answer["rows"][0]["indikator"] for copy in drafts.copies(saved.draft)]
    assert kept == ["satu dua tiga empat lima enam tujuh delapan", "satu"]


def test_bringing_back_a_copy_keeps_what_stood_there(save):
    save("lama", 0)
    draft = save("baru", 1).draft
    drafts.bring_back(draft, drafts.copies(draft)[0])
    assert (draft.answer, draft.version) == (_answer("lama"), 3)
    assert _answer("baru") in [copy.answer for copy in drafts.copies(draft)]


def test_of_many_saves_at_once_exactly_one_wins(inside, cast, save):
    save("awal", 0)
    db.db.session.remove()
    outcomes: list[str] = []
    gate = threading.Barrier(6)

    def press(number: int) -> None:
        with inside.app_context():
            gate.wait()
            outcome = drafts.save(cast.ana_membership, "01-x", _answer(f"isian {number}"), 1)
            outcomes.append(type(outcome).__name__)
            db.db.session.remove()

    threads = [threading.Thread(target=press, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["Conflict"] * 5 + ["Saved"]
