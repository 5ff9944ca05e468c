"""Objecting to a finding: raised once, decided by the facilitator, points given back, scores kept apart."""

import re
import threading

import pytest
from flask import Flask
from sqlalchemy import select

from tests.queries import counted
from workbench import db
from workbench.db import session
from workbench.exercises import attempts, contested, objections
from workbench.exercises.library import Library
from workbench.exercises.models import Attempt, Objection, ObjectionState, Standing
from workbench.people.models import User
from workbench.reviewer.without import findings_of, without

TABLE, REPAIR = "05-iku-disdukcapil", "04-membenahi-indikator"
REASON = "Ukuran ini memang sudah dipakai di dinas kami."
ACCEPTED, REJECTED = ObjectionState.ACCEPTED, ObjectionState.REJECTED


@pytest.fixture
def attempt(app: Flask, cast, library, weak) -> int:
    """An attempt of Ana's with findings in every row."""
    with app.app_context():
        return attempts.submit(cast.ana_membership, library.get(TABLE), weak).id


@pytest.fixture
def address(room, attempt) -> str:
    """The page of that attempt."""
    return f"{room}/percobaan/{attempt}"


def keys(app: Flask, attempt_id: int) -> dict[str, str]:
    """The key of the first finding of each rule in an attempt."""
    with app.app_context():
        review = session().get(Attempt, attempt_id).review
        return {finding["rule"]: key for key, _row, finding in reversed(list(findings_of(review)))}


@pytest.fixture
def not_a_measure(app, attempt) -> str:
    """A finding worth objecting to."""
    return keys(app, attempt)["not-a-measure"]


@pytest.fixture
def raised(ana, address, room, not_a_measure, app) -> str:
    """The address of an objection of Ana's to it."""
    sent = ana.post(f"{address}/keberatan", {"finding": not_a_measure, "reason": REASON})
    assert sent.status_code == 303, sent.text
    with app.app_context():
        return f"{room}/keberatan/{session().scalars(select(Objection.id)).one()}"


def decided(person, raised: str, state: str = "diterima", answer: str = "Anda benar.", version: int = 1):
    """Somebody decides."""
    return person.post(raised, {"state": state, "answer": answer, "version": str(version)})


def scores(app: Flask, attempt_id: int) -> tuple[int, int | None, int | None, int]:
    """Machine, adjusted, correction, final."""
    with app.app_context():
        found = session().get(Attempt, attempt_id)
        return found.machine_score, found.adjusted_score, found.correction, found.final_score


def standing(app: Flask, membership_id: int) -> Standing:
    """The summary of Ana in the exercise."""
    with app.app_context():
        found = session().query(Standing).filter_by(membership_id=membership_id, exercise=TABLE).one()
        session().expunge(found)
        return found


def test_every_finding_of_ones_own_attempt_can_be_objected_to(app, ana, bram, address, attempt):
    page = ana.get(address).text
    with app.app_context():
        count = len(list(findings_of(session().get(Attempt, attempt).review)))
    assert page.count("<summary>Saya tidak setuju") == count
    assert "Saya tidak setuju" not in bram.get(address).text


def test_the_desk_before_submitting_offers_no_objection(ana, desk, fields, weak):
    ana.post(desk, fields(weak, aksi="periksa", versi="0"))
    page = ana.get(f"{desk}?periksa=1").text
    assert "Baris demi baris" in page
    assert "Saya tidak setuju" not in page


def test_an_objection_stands_beside_its_finding_and_changes_no_score(app, ana, address, attempt, raised):
    page = ana.get(address).text
    assert "menunggu keputusan" in page
    assert REASON in page
    machine, adjusted, _correction, final = scores(app, attempt)
    assert (adjusted, final) == (None, machine)


@pytest.mark.parametrize("reason", ["", "   ", "tidak", "Salah. Salah."])
def test_a_reason_is_at_least_a_sentence_and_what_was_typed_is_kept(ana, address, not_a_measure, reason):
    refused = ana.post(f"{address}/keberatan", {"finding": not_a_measure, "reason": reason})
    assert refused.status_code == 422
    assert "sedikitnya satu kalimat" in refused.text
    assert '<details class="object" open>' in refused.text
    assert f">{reason.strip()}</textarea>" in refused.text


def test_an_endless_reason_is_refused(ana, address, not_a_measure):
    sent = ana.post(f"{address}/keberatan", {"finding": not_a_measure, "reason": "kata " * 500})
    assert sent.status_code == 422
    assert "paling banyak 2.000 huruf" in sent.text


@pytest.mark.parametrize("key", ["", "99/not-a-measure/indikator/0", "tabel/<b>//0", "x" * 400])
def test_what_was_not_found_cannot_be_objected_to(app, ana, address, key):
    assert ana.post(f"{address}/keberatan", {"finding": key, "reason": REASON}).status_code == 404
    with app.app_context():
        assert session().scalars(select(Objection)).all() == []


def test_pressing_twice_raises_one_objection(app, ana, address, raised, not_a_measure):
    again = ana.post(
        f"{address}/keberatan", {"finding": not_a_measure, "reason": "Alasan lain yang lebih baru."}
    )
    assert again.status_code == 303
    with app.app_context():
        assert [one.reason for one in session().scalars(select(Objection))] == [REASON]


def test_typed_html_is_shown_and_never_obeyed(ana, bram, room, address, not_a_measure):
    reason = "<script>alert(1)</script> menurut kami sudah tepat"
    ana.post(f"{address}/keberatan", {"finding": not_a_measure, "reason": reason})
    for page in (ana.get(address).text, bram.get(f"{room}/keberatan").text):
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt; menurut" in page


def test_an_open_objection_can_be_taken_back_and_raised_again(app, ana, address, raised, not_a_measure):
    assert ana.post(f"{raised}/tarik").status_code == 303
    with app.app_context():
        assert session().scalars(select(Objection)).all() == []
    sent = ana.post(f"{address}/keberatan", {"finding": not_a_measure, "reason": REASON})
    assert sent.status_code == 303


def test_a_decided_objection_can_no_longer_be_taken_back(app, ana, bram, address, raised):
    decided(bram, raised, "ditolak")
    sent = ana.post(f"{raised}/tarik", follow_redirects=True)
    assert "sudah diputuskan" in sent.text
    with app.app_context():
        assert session().scalars(select(Objection.state)).all() == [REJECTED]


def test_an_accepted_objection_takes_the_points_away_for_that_attempt(
    app, ana, bram, cast, attempt, raised, not_a_measure
):
    machine = scores(app, attempt)[0]
    assert decided(bram, raised).status_code == 303
    with app.app_context():
        expected = without(session().get(Attempt, attempt).review, [not_a_measure])["score"]
    assert expected > machine
    assert scores(app, attempt) == (machine, expected, None, expected)
    summary = standing(app, cast.ana_membership)
    assert (summary.best_score, summary.last_score) == (expected, expected)
    assert "not-a-measure" not in summary.rules


def test_the_page_shows_the_arithmetic_with_the_objection_and_it_adds_up(
    app, ana, bram, address, attempt, raised
):
    decided(bram, raised, answer="Surat edaran memang memakai kata ini.")
    page = ana.get(address).text
    machine, adjusted, _correction, _final = scores(app, attempt)
    assert f"Skor akhir {adjusted}: keberatan diterima. Skor mesin {machine}." in page
    assert "Surat edaran memang memakai kata ini." in page
    assert "Keberatan diterima:" in page
    totals = []
    for table in re.findall(r'<table class="arithmetic">(.*?)</table>', page, flags=re.DOTALL):
        numbers = [int(text.replace("−", "-")) for text in re.findall(r'class="number">([−+\d]+)<', table)]
        assert sum(numbers[:-1]) == numbers[-1]
        totals.append(numbers[-1])
    assert totals[-1] == adjusted


def test_what_no_longer_counts_is_not_what_to_mend_first(app, ana, bram, address, attempt, room):
    with app.app_context():
        review = session().get(Attempt, attempt).review
        first = review["first"]
        key = next(
            key
            for key, row, found in findings_of(review)
            if (row, found["rule"]) == (first["row"], first["rule"])
        )
    ana.post(f"{address}/keberatan", {"finding": key, "reason": REASON})
    anchor = re.search(r'id="dahulu".*?href="#(temuan-[^"]+)"', ana.get(address).text, re.DOTALL).group(1)
    decided(bram, f"{room}/keberatan/1")
    after = re.search(r'id="dahulu".*?href="#(temuan-[^"]+)"', ana.get(address).text, re.DOTALL).group(1)
    assert anchor != after


def test_a_rejected_objection_leaves_the_score_and_is_told_with_its_reason(
    app, ana, bram, room, address, attempt, raised
):
    before = scores(app, attempt)
    assert decided(bram, raised, "ditolak", "Belum ada yang dihitung.").status_code == 303
    assert scores(app, attempt) == before
    home = ana.get(f"{room}/").text
    assert "Keberatan Anda sudah diputuskan" in home
    assert "Belum ada yang dihitung." in home
    page = ana.get(address).text
    assert "ditolak" in page
    assert "Belum ada yang dihitung." in page
    assert "Bram Wicaksono" in page
    assert "Saya tidak setuju<span" in page  # with the other findings
    assert "Keberatan Anda sudah diputuskan" not in ana.get(f"{room}/").text


def test_a_decision_can_be_changed_and_everything_follows(app, ana, bram, cast, attempt, raised):
    machine = scores(app, attempt)[0]
    decided(bram, raised)
    assert decided(bram, raised, "ditolak", "Saya keliru membaca.", version=2).status_code == 303
    assert scores(app, attempt) == (machine, None, None, machine)
    assert standing(app, cast.ana_membership).best_score == machine
    assert "not-a-measure" in standing(app, cast.ana_membership).rules


def test_a_correction_counts_before_the_objection(app, ana, bram, cast, address, attempt, raised):
    version = re.search(r'name="version"[^>]*value="(\d+)"', bram.get(address).text).group(1)
    bram.post(f"{address}/koreksi", {"value": "31", "reason": "Disalin sebagian.", "version": version})
    decided(bram, raised)
    machine, adjusted, correction, final = scores(app, attempt)
    assert adjusted > machine
    assert (correction, final) == (31, 31)
    assert standing(app, cast.ana_membership).best_score == 31
    assert "yang berlaku tetap koreksi fasilitator" in ana.get(address).text


def test_whoever_corrects_learns_that_the_score_has_changed_meanwhile(bram, dewi, address, raised):
    version = re.search(r'name="version"[^>]*value="(\d+)"', dewi.get(address).text).group(1)
    decided(bram, raised)
    refused = dewi.post(f"{address}/koreksi", {"value": "90", "reason": "Sudah baik.", "version": version})
    assert refused.status_code == 409
    assert "berubah karena keberatan" in refused.text


def test_two_facilitators_cannot_overwrite_each_other(app, bram, room, raised):
    decided(bram, raised, "diterima", "Pertama.")
    refused = decided(bram, raised, "ditolak", "Kedua, dari layar lama.")
    assert refused.status_code == 409
    assert "baru saja diputuskan orang lain" in refused.text
    assert "Kedua, dari layar lama." in refused.text
    assert "Pertama." in refused.text
    version = re.search(r'name="version" value="(\d+)"', refused.text).group(1)
    assert decided(bram, raised, "ditolak", "Kedua.", int(version)).status_code == 303


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"state": "diterima", "answer": " "}, "Tulis alasannya"),
        ({"state": "mungkin", "answer": "Baik."}, "Pilih terima atau tolak."),
        ({"state": "menunggu", "answer": "Baik."}, "Pilih terima atau tolak."),
        ({"answer": "Baik."}, "Pilih terima atau tolak."),
    ],
)
def test_a_decision_is_yes_or_no_with_a_reason(app, bram, raised, typed, said):
    refused = bram.post(raised, {**typed, "version": "1"})
    assert refused.status_code == 422
    assert said in refused.text
    with app.app_context():
        assert session().scalars(select(Objection.state)).all() == [ObjectionState.OPEN]


def test_only_the_facilitator_of_the_class_decides(ana, dewi, carla, eko, raised, cast, room):
    answers = {who: decided(who, raised).status_code for who in (ana, dewi, carla, eko)}
    assert list(answers.values()) == [403, 403, 404, 404]
    number = raised.rsplit("/", 1)[1]
    assert decided(carla, f"/kelas/{cast.other_cohort}/keberatan/{number}").status_code == 404


def test_only_its_author_objects_and_takes_back(bram, eko, carla, cast, address, raised, not_a_measure):
    body = {"finding": not_a_measure, "reason": REASON}
    assert [who.post(f"{address}/keberatan", body).status_code for who in (bram, eko, carla)] == [
        403,
        404,
        404,
    ]
    assert [who.post(f"{raised}/tarik").status_code for who in (bram, eko, carla)] == [403, 404, 404]


def test_without_its_token_nothing_happens(app, ana, bram, address, raised, not_a_measure):
    for person, path in ((ana, f"{address}/keberatan"), (ana, f"{raised}/tarik"), (bram, raised)):
        assert person.client.post(path, data={"state": "diterima", "answer": "Ya."}).status_code == 400
    with app.app_context():
        assert session().scalars(select(Objection.state)).all() == [ObjectionState.OPEN]


def test_the_queue_shows_the_row_as_typed_the_finding_and_the_reason(bram, dewi, room, raised):
    page = bram.get(f"{room}/keberatan").text
    for part in (
        "Ana Lestari",
        "<mark>",
        "pelayanan &lt;b&gt;prima&lt;/b&gt;",
        REASON,
        "Terima keberatan",
        "Tolak",
    ):
        assert part in page
    assert "1 keberatan menunggu" in bram.get(f"{room}/").text
    assert "Terima keberatan" not in dewi.get(f"{room}/keberatan").text
    decided(bram, raised)
    after = bram.get(f"{room}/keberatan").text
    assert "Tidak ada keberatan yang menunggu." in after
    assert "Ubah keputusan" in after
    assert "keberatan menunggu" not in bram.get(f"{room}/").text


def test_an_objection_to_the_table_as_a_whole_is_decided_like_any_other(
    app, ana, bram, cast, room, library, weak
):
    same = {"rows": [dict(weak["rows"][2]) for _row in range(3)]}
    with app.app_context():
        made = attempts.submit(cast.ana_membership, library.get(TABLE), same)
        review, number = made.review, made.id
    key, finding = next((key, found) for key, row, found in findings_of(review) if row is None)
    ana.post(f"{room}/percobaan/{number}/keberatan", {"finding": key, "reason": REASON})
    assert weak["rows"][2]["indikator"] in bram.get(f"{room}/keberatan").text
    decided(bram, f"{room}/keberatan/1")
    assert scores(app, number)[1] == review["score"] - finding["points"]


def test_what_must_be_cleared_is_cleared_by_an_accepted_objection(app, cast, library):
    exercise = library.get(REPAIR)
    sample = next(
        sample
        for sample in exercise.samples
        if sample.score and not exercise.passed(exercise.review(exercise.parse(sample.answer)))
    )
    with app.app_context():
        made = attempts.submit(cast.ana_membership, exercise, exercise.parse(sample.answer))
        assert not attempts.passed(made, exercise)
        bram = session().get(User, cast.bram)
        for key, _row, _finding in list(findings_of(made.review)):
            objection = objections.contest(made, key, REASON)
            objections.decide(objection, ACCEPTED, "Benar.", bram, 1, exercise)
        assert made.final_score == 100
        assert attempts.passed(made, exercise)
        found = session().query(Standing).filter_by(membership_id=made.membership_id, exercise=REPAIR).one()
        assert (found.passed, found.rules) == (True, {})


def test_two_objections_accepted_at_the_same_moment_both_count(app: Flask, cast, library, attempt):
    with app.app_context():
        made = session().get(Attempt, attempt)
        chosen = [key for key, _row, finding in findings_of(made.review) if finding["points"]][:2]
        numbers = [objections.contest(made, key, REASON).id for key in chosen]
        expected = without(made.review, chosen)["score"]
    gate = threading.Barrier(2)

    def accept(number: int) -> None:
        with app.app_context():
            objection = session().get(Objection, number)
            who = session().get(User, cast.bram)
            gate.wait()
            objections.decide(objection, ACCEPTED, "Benar.", who, 1, library.get(TABLE))
            db.db.session.remove()

    threads = [threading.Thread(target=accept, args=(number,)) for number in numbers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert scores(app, attempt)[1] == expected


def test_an_exercise_that_is_gone_can_still_be_contested_and_decided(
    app, ana, bram, room, attempt, raised, library, monkeypatch
):
    left = {slug: one for slug, one in library.exercises.items() if slug != TABLE}
    monkeypatch.setitem(app.extensions, "exercises", Library(left))
    assert bram.get(f"{room}/keberatan").status_code == 200
    assert decided(bram, raised).status_code == 303
    assert scores(app, attempt)[1] is not None


def test_the_queue_needs_the_same_queries_for_one_objection_as_for_many(
    app, bram, cast, room, library, attempt
):
    def queries() -> int:
        with app.app_context(), counted() as statements:
            bram.get(f"{room}/keberatan")
            return len(statements)

    def object_to(chosen: slice) -> None:
        with app.app_context():
            made = session().get(Attempt, attempt)
            for key, _row, _finding in list(findings_of(made.review))[chosen]:
                objections.contest(made, key, REASON)

    object_to(slice(0, 1))
    few = queries()
    object_to(slice(1, None))
    assert queries() == few


def test_a_rule_is_counted_as_found_contested_and_upheld(app, bram, room, cast, attempt, raised):
    decided(bram, raised)
    with app.app_context():
        (of_class,) = contested.of_class(cast.cohort, objections.of_class(cast.cohort))
        everywhere = contested.everywhere()
        assert contested.of_class(cast.other_cohort, objections.of_class(cast.other_cohort)) == []
        found = attempts.rule_counts(session().get(Attempt, attempt).review)
    assert (of_class.rule, of_class.found, of_class.contested, of_class.accepted) == (
        "not-a-measure",
        0,
        1,
        1,
    )
    assert everywhere[0] == contested.Tally("not-a-measure", found["not-a-measure"], 1, 1, 0)
    assert {one.rule: one.found for one in everywhere} == found
    assert "Menurut aturan" in bram.get(f"{room}/keberatan").text


def test_staff_read_on_a_rule_s_page_what_became_of_it_in_their_classes(
    ana, bram, carla, dewi, visitor, room, raised, library, weak, app, cast
):
    page = "/aturan/not-a-measure"
    for person in (bram, dewi):
        said = person.get(page).text
        assert "Di kelas Anda: 1 temuan pada percobaan terakhir peserta" in said
        assert "1 keberatan (0 diterima, 0 ditolak, 1 menunggu)" in said
        assert f'href="{room}/keberatan">Lihat keberatan</a>' in said
    decided(bram, raised)
    assert "1 keberatan (1 diterima, 0 ditolak, 0 menunggu)" in bram.get(page).text
    elsewhere = carla.get(page).text
    assert "Di kelas Anda: 0 temuan" in elsewhere
    assert "belum ada keberatan" in elsewhere
    assert room not in elsewhere
    for person in (ana, visitor):
        assert "Di kelas Anda" not in person.get(page).text


def test_a_renamed_rule_is_counted_under_both_names(app, cast, attempt, raised):
    with app.app_context():
        session().scalars(select(Objection)).one().rule = "bukan-ukuran"
        session().commit()
        names = ("not-a-measure", "bukan-ukuran")
        tally = contested.of_rule(names, [cast.cohort, cast.other_cohort])[cast.cohort]
        assert set(contested.of_rule(names, [cast.cohort, cast.other_cohort])) == {cast.cohort}
    assert (tally.rule, tally.found, tally.contested, tally.open) == ("not-a-measure", 1, 1, 1)
