"""The class page of each role, the matrix page, and one participant for the staff."""

import re
import time
from datetime import timedelta

import pytest

from workbench.cohorts.models import ClassSession, Cohort
from workbench.db import now, session
from workbench.exercises import attempts
from workbench.exercises.models import Attempt, Comment, Draft, Standing
from workbench.modules import reading
from workbench.people.models import Membership, User

CHOICES = [
    "input",
    "activity",
    "output",
    "outcome",
    "outcome",
    "input",
    "impact",
    "outcome",
    "activity",
    "outcome",
]
FIRST = "01-mengenali-tingkat-hasil"


@pytest.fixture
def home(cast) -> str:
    """The class page of Ana's class."""
    return f"/kelas/{cast.cohort}/"


def submit(app, membership_id: int, choices: list[str]) -> int:
    """An attempt at the first exercise; its number in the database."""
    with app.app_context():
        exercise = app.extensions["exercises"].get(FIRST)
        return attempts.submit(membership_id, exercise, {"choices": choices}).id


def test_a_first_visit_is_welcomed_and_led_to_the_first_module(ana, home):
    page = ana.get(home).text
    assert "Selamat datang. Mulailah dari modul pertama" in page
    assert "Nilai terbaik yang dihitung" in page, "the first visit says how it goes"
    button = re.search(r'<a class="btn btn-primary btn-lg" href="([^"]+)">(.*?)</a>', page, re.S)
    assert button.group(1).endswith("/modul/01-hasil-bukan-kegiatan")
    assert "Mulai: Modul 1, Hasil, bukan kegiatan" in re.sub("<.*?>", "", button.group(2))
    assert page.count('class="btn btn-primary') == 1


def test_the_button_goes_on_where_they_stopped_and_the_path_is_honest(app, ana, cast, home):
    with app.app_context():
        reading.finished(cast.ana_membership, "01-hasil-bukan-kegiatan")
        session().commit()
    submit(app, cast.ana_membership, CHOICES)
    page = ana.get(home).text
    assert "Lanjutkan: Latihan 2," in page
    assert "lulus 100" in page
    assert "selesai dibaca" in page


def test_an_exercise_that_was_not_passed_says_what_is_needed(app, ana, cast, home):
    with app.app_context():
        reading.finished(cast.ana_membership, "01-hasil-bukan-kegiatan")
        session().commit()
    submit(app, cast.ana_membership, ["outcome"] * 10)
    page = ana.get(home).text
    assert "belum lulus: nilai terbaik Anda" in page
    assert "perlu 75" in page
    assert "perlu diulang" in page


def test_a_draft_that_was_left_is_named(app, ana, cast, home):
    with app.app_context():
        reading.finished(cast.ana_membership, "01-hasil-bukan-kegiatan")
        session().add(Draft(membership_id=cast.ana_membership, exercise=FIRST, answer={"choices": []}))
        session().commit()
    assert "Draf Anda tersimpan" in ana.get(home).text


def test_a_new_comment_is_shown_until_it_is_read(app, ana, bram, cast, home):
    number = submit(app, cast.ana_membership, CHOICES)
    bram.post(f"{home}percobaan/{number}/komentar", {"body": "Rapi. Lanjutkan."})
    page = ana.get(home).text
    assert "Komentar baru untuk Anda" in page
    assert "Rapi. Lanjutkan." in page
    ana.get(f"{home}percobaan/{number}")
    assert "Komentar baru" not in ana.get(home).text


def test_the_answer_of_a_participant_reaches_the_facilitator(app, ana, bram, cast, home):
    number = submit(app, cast.ana_membership, CHOICES)
    ana.post(f"{home}percobaan/{number}/komentar", {"body": "Boleh saya pakai data 2025?"})
    page = bram.get(home).text
    assert "Boleh saya pakai data 2025?" in page
    assert "Balasan peserta" in page
    bram.get(f"{home}percobaan/{number}")
    assert "Balasan peserta" not in bram.get(home).text


def test_the_next_session_is_told_with_its_zone(app, ana, cast, home):
    with app.app_context():
        for title, hours in (("Sudah lewat", -5), ("Bedah bersama", 3), ("Penutupan", 6)):
            begin = now() + timedelta(hours=hours)
            session().add(
                ClassSession(
                    cohort_id=cast.cohort, title=title, starts_at=begin, ends_at=begin + timedelta(hours=1)
                )
            )
        session().commit()
    page = ana.get(home).text
    assert "Bedah bersama" in page
    assert "21 November 2026 pukul 13.42 WIB" in page
    assert "Penutupan" not in page


def test_the_certificate_box_says_what_is_missing(ana, home):
    page = ana.get(home).text
    box = page[page.index('id="sertifikat"') :]
    assert "Belum mengirim satu latihan pun" in box
    assert "Belum membaca satu modul pun" in box


def test_the_facilitator_sees_the_line_of_the_class_and_who_waits(app, bram, cast, home):
    for _time in range(2):
        submit(app, cast.ana_membership, ["outcome"] * (10 - _time) + ["input"] * _time)
    page = bram.get(home).text
    assert "0 belum mulai" in page
    assert "1 macet di Latihan 1" in page
    assert "macet di Latihan 1</span>" in page
    assert "Ana Lestari" in page


def test_the_organiser_sees_what_to_do_next(dewi, home):
    page = dewi.get(home).text
    for words in ("Langkah penyelenggara", "1 peserta", "Kehadiran", "0 siap diterbitkan, 0 sudah terbit"):
        assert words in page


def test_an_empty_class_says_what_to_do(app, bram, cast, home):
    with app.app_context():
        session().query(Membership).filter_by(id=cast.ana_membership).delete()
        session().commit()
    assert "ARUNIKA1" in bram.get(home).text
    assert "Belum ada peserta" in bram.get(f"{home}matriks").text


def test_the_matrix_links_each_cell_to_its_attempt_and_each_name_to_the_person(app, bram, cast, home):
    number = submit(app, cast.ana_membership, CHOICES)
    page = bram.get(f"{home}matriks").text
    assert re.search(rf'href="{home}percobaan/{number}">100<span', page)
    person = bram.get(f"{home}matriks/{cast.ana_membership}")
    assert f'href="{home}percobaan/{number}"' in person.text
    assert "Ana Lestari" in person.text


def test_the_matrix_filters_by_opd_and_by_what_the_line_above_names(bram, fill, home):
    fill(24)
    everybody = bram.get(f"{home}matriks").text
    assert everybody.count('<th scope="row" class="matrix-name"><a') == 25
    unit = bram.get(f"{home}matriks?opd=Dinas+3").text
    assert unit.count('<th scope="row" class="matrix-name"><a') == 3
    for link in re.findall(r'href="([^"]+tampil[^"]+|[^"]+aturan=[^"]+)"', everybody):
        shown = bram.get(link.replace("&amp;", "&"))
        assert shown.status_code == 200
        assert "tampilkan semua" in shown.text
    assert "Tidak ada peserta yang cocok" in bram.get(f"{home}matriks?opd=Tidak+ada").text


def test_the_matrix_is_for_staff_of_this_class_only(ana, carla, visitor, cast, home):
    for path in ("matriks", f"matriks/{cast.ana_membership}"):
        assert ana.get(home + path).status_code == 403
        assert carla.get(home + path).status_code == 404
        assert visitor.get(home + path).status_code == 302


def test_a_person_of_another_class_or_of_the_staff_has_no_such_page(app, bram, cast, home):
    assert bram.get(f"{home}matriks/{cast.eko_membership}").status_code == 404
    with app.app_context():
        staff = session().query(Membership.id).join(User).filter(User.username == "bram").scalar()
    assert bram.get(f"{home}matriks/{staff}").status_code == 404


@pytest.mark.parametrize("path", ["matriks", ""])
def test_a_larger_class_asks_the_database_no_more_often(bram, fill, counted, home, path):
    fill(30)
    bram.get(home + path)
    with counted() as small:
        bram.get(home + path)
    fill(270)
    with counted() as large:
        began = time.perf_counter()
        assert bram.get(home + path).status_code == 200
        took = time.perf_counter() - began
    assert len(large) == len(small) <= 8, small
    assert took < 1


def test_the_organisers_page_asks_no_more_often_either(dewi, fill, counted, home):
    fill(30)
    dewi.get(home)
    with counted() as small:
        dewi.get(home)
    fill(100)
    with counted() as large:
        dewi.get(home)
    assert len(large) == len(small)


def test_names_are_shown_as_text(app, bram, cast, home):
    with app.app_context():
        user = session().get(User, cast.ana)
        user.name = '<script>alert("x")</script>'
        session().commit()
    for path in ("", "matriks", f"matriks/{cast.ana_membership}"):
        assert "<script>alert" not in bram.get(home + path).text


def test_a_comment_never_belongs_to_another_class(app, carla, cast, home):
    number = submit(app, cast.ana_membership, CHOICES)
    with app.app_context():
        assert session().get(Attempt, number)
        session().add(Comment(attempt_id=number, author_id=cast.ana, body="rahasia kelas"))
        session().commit()
    assert "rahasia kelas" not in carla.get(f"/kelas/{cast.other_cohort}/").text


def test_a_high_score_that_did_not_pass_is_explained(app, ana, cast, home):
    """An exercise may ask that certain findings are gone, whatever the score."""
    with app.app_context():
        reading.finished(cast.ana_membership, "01-hasil-bukan-kegiatan")
        session().add(
            Standing(
                membership_id=cast.ana_membership,
                exercise=FIRST,
                attempts=1,
                best_score=92,
                last_score=92,
                passed=False,
            )
        )
        session().commit()
    page = ana.get(home).text
    assert "sudah bernilai 92, tetapi masih ada temuan" in page
    assert "perlu diulang, 92" in page


def test_the_projector_shows_the_class_without_names_or_ways_to_a_person(app, bram, cast, home):
    submit(app, cast.ana_membership, ["outcome"] * 10)
    page = bram.get(f"{home}matriks?layar=proyektor").text
    table = re.search(r"<table.*</table>", page, re.S).group()
    assert "Ana" not in table
    assert "Peserta 1" in table
    assert "/percobaan/" not in page
    assert not re.search(r"/matriks/\d", page)
    assert "tanpa nama" in bram.get(f"{home}matriks").text, "and the usual matrix leads to it"


def test_the_staff_see_how_people_join_and_nothing_of_it_once_joining_is_closed(app, bram, dewi, cast, home):
    for person in (bram, dewi):
        page = person.get(home).text
        assert "ARUNIKA1" in page
        assert "data:image/svg+xml" in page
    with app.app_context():
        session().get(Cohort, cast.cohort).join_open = False
        session().commit()
    assert "data:image/svg+xml" not in bram.get(home).text
