"""Attempts: numbered, never edited, corrected with a reason, talked about; and the page that shows them."""

import re
import threading
from datetime import timedelta

import pytest
from flask import Flask

from workbench import db
from workbench.db import session
from workbench.exercises import attempts, standings
from workbench.exercises.library import Library
from workbench.exercises.models import Attempt, Standing
from workbench.exercises.standings import State
from workbench.people.models import User

TABLE, CLASSIFY = "05-iku-disdukcapil", "01-mengenali-tingkat-hasil"


@pytest.fixture
def submit(ana, room, fields):
    """Submit an answer as Ana would; the address of the attempt."""

    def send(answer: dict, slug: str = TABLE) -> str:
        desk = f"{room}/latihan/{slug}"
        version = re.search(r'name="versi" value="(\d+)"', ana.get(desk).text).group(1)
        sent = ana.post(desk, fields(answer, aksi="kirim", versi=version))
        assert sent.status_code == 303, sent.text
        return sent.headers["Location"]

    return send


@pytest.fixture
def later(monkeypatch):
    """Let time pass, in minutes."""
    start = db.now()

    def pass_time(minutes: int) -> None:
        monkeypatch.setattr(db, "wall_clock", lambda: start + timedelta(minutes=minutes))

    return pass_time


def _standing(app: Flask, membership_id: int) -> Standing:
    with app.app_context():
        found = session().query(Standing).filter_by(membership_id=membership_id, exercise=TABLE).one()
        session().expunge(found)
        return found


def test_pressing_twice_makes_one_attempt_and_trying_again_another(app, cast, submit, weak, later):
    first = submit(weak)
    assert submit(weak) == first
    later(5)
    second = submit(weak)
    assert second != first
    with app.app_context():
        dots = attempts.strip(cast.ana_membership, TABLE)
    assert [dot.number for dot in dots] == [1, 2]
    assert dots[0].score == dots[1].score


def test_submissions_at_the_same_moment_get_their_own_numbers(app: Flask, cast, library, weak):
    exercise = library.get(TABLE)
    gate = threading.Barrier(5)
    failures: list[BaseException] = []

    def press(number: int) -> None:
        answer = {"rows": [dict(cells, target=f"{number}") for cells in weak["rows"]]}
        with app.app_context():
            gate.wait()
            try:
                attempts.submit(cast.ana_membership, exercise, answer)
            except BaseException as failure:
                failures.append(failure)
                raise
            finally:
                db.db.session.remove()

    threads = [threading.Thread(target=press, args=(number,)) for number in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with app.app_context():
        assert [dot.number for dot in attempts.strip(cast.ana_membership, TABLE)] == [1, 2, 3, 4, 5]
    assert _standing(app, cast.ana_membership).attempts == 5


def test_the_standing_holds_best_last_and_the_rules_of_the_last(app, cast, submit, weak, better, later):
    submit(better)
    later(5)
    submit(weak)
    with app.app_context():
        good, bad = attempts.of(cast.ana_membership, TABLE)
        expected = attempts.rule_counts(bad.review)
    standing = _standing(app, cast.ana_membership)
    assert (standing.best_score, standing.best_attempt_id) == (good.machine_score, good.id)
    assert (standing.last_score, standing.last_attempt_id) == (bad.machine_score, bad.id)
    assert good.machine_score > bad.machine_score
    assert standing.rules == expected
    assert standing.rules["not-a-measure"] == 1


def test_the_four_states_of_an_exercise(app, ana, cast, room, submit, weak, library, fields):
    exercise = library.get(CLASSIFY)
    slugs = [TABLE, CLASSIFY, "03-membenahi-sasaran", "06-iku-opd-saya"]
    submit(weak)
    submit(next(sample for sample in exercise.samples if sample.passes).answer, CLASSIFY)
    draft = {"rows": [{"indikator": "Indeks"}]}
    ana.post(f"{room}/latihan/06-iku-opd-saya", fields(draft, aksi="simpan", versi="0"))
    with app.app_context():
        found = standings.of_membership(cast.ana_membership, slugs)
    assert [found[slug].state for slug in slugs] == [
        State.SUBMITTED,
        State.PASSED,
        State.NOT_BEGUN,
        State.DRAFTED,
    ]
    assert found[CLASSIFY].best_score == 100
    assert found["06-iku-opd-saya"].last_activity_at == db.now()


def test_the_feedback_page_says_everything_in_its_order(ana, submit, weak):
    page = ana.get(submit(weak)).text
    marks = [
        "Percobaan 1",
        "verdict-line",
        "Perbaiki ini dulu",
        "Baris demi baris",
        "Bagaimana skor ini dihitung",
    ]
    marks += ["Menurut enam prinsip", "Komentar"]
    places = [page.index(mark) for mark in marks]
    assert places == sorted(places)
    assert page.count('class="bar"') == 6
    assert "wajib diperbaiki" in page
    assert 'href="/aturan/not-a-measure?dari=' in page
    assert 'class="mark-no" href="#temuan-1-1">1</a>' in page


def test_typed_html_is_shown_and_never_obeyed(ana, submit, weak):
    page = ana.get(submit(weak)).text
    assert "<b>prima</b>" not in page
    assert "pelayanan &lt;b&gt;prima&lt;/b&gt;" in page


def test_the_arithmetic_on_the_page_adds_up_to_the_score(app, ana, cast, submit, weak):
    page = ana.get(submit(weak)).text
    with app.app_context():
        score = attempts.strip(cast.ana_membership, TABLE)[0].score
    tables = re.findall(r'<table class="arithmetic">(.*?)</table>', page, flags=re.DOTALL)
    totals = []
    for table in tables:
        numbers = [int(text.replace("−", "-")) for text in re.findall(r'class="number">([−\d]+)<', table)]
        assert sum(numbers[:-1]) == numbers[-1]
        totals.append(numbers[-1])
    assert totals[-1] == score


def test_it_tells_what_changed_since_the_last_attempt(app, ana, cast, submit, weak, better, later):
    submit(weak)
    later(5)
    page = ana.get(submit(better)).text
    with app.app_context():
        before, after = (dot.score for dot in attempts.strip(cast.ana_membership, TABLE))
    assert "Percobaan 1 → 2" in page
    assert f"{before} → {after}" in page
    assert re.search(r"[1-9]\d* temuan selesai", page)
    assert "<del>Terlaksananya" in page
    assert "<ins>Persentase pemohon" in page


def test_any_two_attempts_of_the_same_exercise_can_be_compared(
    ana, eko, cast, submit, weak, better, later, library
):
    first = submit(weak)
    later(5)
    submit(better)
    later(10)
    third = submit(weak)
    number = first.rsplit("/", 1)[1]
    assert "Percobaan 1 → 3" in ana.get(f"{third}?banding={number}").text
    other = submit(library.get(CLASSIFY).samples[0].answer, CLASSIFY).rsplit("/", 1)[1]
    assert ana.get(f"{third}?banding={other}").status_code == 404
    assert ana.get(f"{third}?banding=99999").status_code == 404


def test_an_attempt_is_for_its_author_and_the_staff_of_the_class(
    ana, bram, dewi, carla, eko, visitor, submit, weak, cast
):
    address = submit(weak)
    assert [person.get(address).status_code for person in (ana, bram, dewi)] == [200, 200, 200]
    assert [person.get(address).status_code for person in (carla, eko)] == [404, 404]
    elsewhere = address.replace(f"/kelas/{cast.cohort}/", f"/kelas/{cast.other_cohort}/")
    assert [person.get(elsewhere).status_code for person in (ana, bram, carla, eko)] == [404] * 4
    assert visitor.get(address).status_code == 302
    assert "Ana Lestari" in bram.get(address).text


def test_a_comment_reaches_the_participant_and_is_new_once(ana, bram, desk, submit, weak):
    address = submit(weak)
    sent = bram.post(f"{address}/komentar", {"body": "Baris 2: <i>sebanyak</i> berapa?"})
    assert sent.status_code == 303
    assert "Ada komentar baru pada Percobaan 1" in ana.get(desk).text
    page = ana.get(address).text
    assert "Baris 2: &lt;i&gt;sebanyak&lt;/i&gt; berapa?" in page
    assert "Bram Wicaksono" in page
    assert ">baru</span>" in page
    assert ">baru</span>" not in ana.get(address).text
    assert "komentar baru" not in ana.get(desk).text
    ana.post(f"{address}/komentar", {"body": "Terima kasih."})
    assert ">baru</span>" in bram.get(address).text


def test_an_empty_or_endless_comment_is_refused_and_kept(ana, submit, weak):
    address = submit(weak)
    assert "Tulis komentarnya dahulu." in ana.post(f"{address}/komentar", {"body": "  "}).text
    long = ana.post(f"{address}/komentar", {"body": "x" * 4001})
    assert long.status_code == 422
    assert "x" * 4001 in long.text


def test_nobody_else_comments_or_corrects(carla, eko, ana, submit, weak):
    address = submit(weak)
    correction = {"value": "100", "reason": "Bagus", "version": "1"}
    for stranger in (carla, eko):
        assert stranger.post(f"{address}/komentar", {"body": "x"}).status_code == 404
        assert stranger.post(f"{address}/koreksi", correction).status_code == 404
    assert ana.post(f"{address}/koreksi", correction).status_code == 403


def test_a_correction_stands_beside_the_machines_score(app, ana, bram, cast, submit, weak):
    address = submit(weak)
    machine = _standing(app, cast.ana_membership).best_score
    done = bram.post(f"{address}/koreksi", {"value": "85", "reason": "Konteksnya tepat.", "version": "1"})
    assert done.status_code == 303
    page = ana.get(address).text
    assert "Skor akhir 85" in page
    assert f"Skor mesin {machine}" in page
    assert "Konteksnya tepat." in page
    assert "Bram Wicaksono" in page
    standing = _standing(app, cast.ana_membership)
    assert (standing.best_score, standing.last_score, standing.passed) == (85, 85, True)
    with app.app_context():
        (attempt,) = attempts.of(cast.ana_membership, TABLE)
        assert (attempt.machine_score, attempt.final_score) == (machine, 85)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"value": "101", "reason": "x"}, "Skor harus 0 sampai 100."),
        ({"value": "delapan", "reason": "x"}, "Skor harus bilangan bulat 0 sampai 100."),
        ({"value": "", "reason": "x"}, "Tulis skor 0 sampai 100."),
        ({"value": "80", "reason": " "}, "Tulis alasannya"),
    ],
)
def test_a_correction_needs_a_score_and_a_reason(bram, submit, weak, typed, said):
    refused = bram.post(f"{submit(weak)}/koreksi", {**typed, "version": "1"})
    assert refused.status_code == 422
    assert said in refused.text


def test_zero_is_a_score(app, bram, cast, submit, weak):
    bram.post(f"{submit(weak)}/koreksi", {"value": "0", "reason": "Disalin.", "version": "1"})
    standing = _standing(app, cast.ana_membership)
    assert (standing.best_score, standing.passed) == (0, False)


def test_two_facilitators_cannot_overwrite_each_other(app, bram, dewi, cast, submit, weak):
    address = submit(weak)
    bram.post(f"{address}/koreksi", {"value": "85", "reason": "Pertama.", "version": "1"})
    refused = dewi.post(f"{address}/koreksi", {"value": "40", "reason": "Kedua.", "version": "1"})
    assert refused.status_code == 409
    assert "baru saja dikoreksi orang lain" in refused.text
    assert "Kedua." in refused.text
    assert _standing(app, cast.ana_membership).best_score == 85
    version = re.search(r'name="version"[^>]*value="(\d+)"', refused.text).group(1)
    again = dewi.post(f"{address}/koreksi", {"value": "40", "reason": "Kedua.", "version": version})
    assert again.status_code == 303
    assert _standing(app, cast.ana_membership).best_score == 40


def test_an_attempt_of_an_exercise_that_is_gone_can_still_be_read_and_corrected(
    app, ana, bram, cast, submit, weak, library, monkeypatch
):
    address = submit(weak)
    left = {slug: one for slug, one in library.exercises.items() if slug != TABLE}
    monkeypatch.setitem(app.extensions, "exercises", Library(left))
    assert ana.get(address).status_code == 200
    done = bram.post(f"{address}/koreksi", {"value": "70", "reason": "Tetap dibaca.", "version": "1"})
    assert done.status_code == 303


def test_an_attempt_under_rules_that_are_gone_can_still_be_read(app, ana, submit, weak):
    address = submit(weak)
    with app.app_context():
        attempt = session().get(Attempt, int(address.rsplit("/", 1)[1]))
        review = {
            key: value for key, value in attempt.review.items() if key not in {"verdict", "praise", "first"}
        }
        review["rows"][0]["findings"][0]["rule"] = "aturan-yang-sudah-pergi"
        attempt.review = review
        session().commit()
    page = ana.get(address)
    assert page.status_code == 200
    assert "Aturan yang sudah pergi" in page.text


def test_comments_go_unseen_only_until_they_are_read(app, cast, ana, bram, submit, weak):
    address = submit(weak)
    bram.post(f"{address}/komentar", {"body": "Lihat baris 3."})
    with app.app_context():
        assert session().get(User, cast.ana) is not None
        assert [one.number for one in attempts.unseen(cast.ana_membership, cast.ana)] == [1]
        assert attempts.unseen(cast.ana_membership, cast.bram) == []
    ana.get(address)
    with app.app_context():
        assert attempts.unseen(cast.ana_membership, cast.ana) == []
