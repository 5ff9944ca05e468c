"""Who was there, and how much of the schedule that is."""

from datetime import UTC, datetime

import pytest

from tests.queries import counted
from workbench.cohorts import attendance
from workbench.cohorts.attendance import Presence
from workbench.cohorts.models import ClassSession, Cohort
from workbench.db import session
from workbench.people import accounts
from workbench.people.models import Membership, Role


@pytest.fixture
def sessions(app, cast) -> list[int]:
    """Two sessions of Ana's class, of 2 and of 6 JP, and one of another class."""
    with app.app_context():
        items = [
            ClassSession(
                cohort_id=cohort,
                title=title,
                starts_at=datetime(2026, 11, 20, hour, tzinfo=UTC),
                ends_at=datetime(2026, 11, 20, hour + 1, tzinfo=UTC),
                jp=jp,
            )
            for cohort, title, hour, jp in (
                (cast.cohort, "Pembukaan", 1, 2),
                (cast.cohort, "Praktik", 3, 6),
                (cast.other_cohort, "Lain", 1, 2),
            )
        ]
        session().add_all(items)
        session().commit()
        return [item.id for item in items]


def present(app, cast) -> Presence:
    with app.app_context():
        return attendance.percentage(session().get(Membership, cast.ana_membership))


@pytest.mark.parametrize(
    ("jp", "total", "percent", "reaches"),
    [(12, 15, 80, True), (11, 14, 78, False), (799, 1000, 79, False), (0, 0, 0, False), (16, 16, 100, True)],
)
def test_a_percentage_never_rounds_up_to_the_threshold(jp, total, percent, reaches):
    share = Presence(jp, total)
    assert (share.percent, share.reaches(80)) == (percent, reaches)


def test_a_long_session_weighs_more(app, cast, bram, sessions):
    mark = f"{sessions[1]}-{cast.ana_membership}"
    answer = bram.post(f"/kelas/{cast.cohort}/kehadiran", {"hadir": mark, "was": ""})
    assert answer.status_code == 302
    assert "1 ditambah" in bram.get(answer.headers["Location"]).text
    assert present(app, cast) == Presence(6, 8)


def test_one_session_is_marked_on_its_own(app, cast, bram, sessions):
    page = f"/kelas/{cast.cohort}/kehadiran?sesi={sessions[0]}"
    assert "Ana Lestari" in bram.get(page).text
    bram.post(page, {"semua": "1"})
    assert present(app, cast) == Presence(2, 8)
    bram.post(page, {"was": f"{sessions[0]}-{cast.ana_membership}"})
    assert present(app, cast) == Presence(0, 8)


def test_two_people_marking_at_once_do_not_undo_each_other(app, cast, bram, dewi, sessions):
    """Both opened the empty page; each marks another session."""
    address = f"/kelas/{cast.cohort}/kehadiran"
    bram.post(address, {"was": "", "hadir": f"{sessions[0]}-{cast.ana_membership}"})
    dewi.post(address, {"was": "", "hadir": f"{sessions[1]}-{cast.ana_membership}"})
    assert present(app, cast) == Presence(8, 8)


def test_sending_the_page_twice_changes_nothing(app, cast, bram, sessions):
    form = {"was": "", "hadir": f"{sessions[0]}-{cast.ana_membership}"}
    for _again in range(2):
        assert bram.post(f"/kelas/{cast.cohort}/kehadiran", form).status_code == 302
    assert present(app, cast) == Presence(2, 8)


def test_marks_of_other_classes_and_nonsense_are_ignored(app, cast, bram, sessions):
    strange = [f"{sessions[2]}-{cast.ana_membership}", f"{sessions[0]}-{cast.eko_membership}", "x-y", "7", ""]
    answer = bram.post(f"/kelas/{cast.cohort}/kehadiran", {"was": "9-9", "hadir": strange})
    assert "0 ditambah, 0 dihapus" in bram.get(answer.headers["Location"]).text
    assert bram.get(f"/kelas/{cast.cohort}/kehadiran?sesi={sessions[2]}").status_code == 404


def test_times_carry_their_zone(cast, bram, sessions):
    page = bram.get(f"/kelas/{cast.cohort}/kehadiran?sesi={sessions[0]}").text
    assert "Jumat, 20 November 2026, 08.00–09.00 WIB" in page


def test_without_a_schedule_it_says_what_to_do(cast, bram, dewi):
    assert "Susun jadwal" in dewi.get(f"/kelas/{cast.cohort}/kehadiran").text
    assert "Mintalah penyelenggara" in bram.get(f"/kelas/{cast.cohort}/kehadiran").text


def test_many_people_take_as_many_queries_as_one(app, cast, sessions):
    with app.app_context():
        cohort = session().get(Cohort, cast.cohort)
        with counted() as few:
            attendance.presences(cohort)
        for n in range(100):
            user = accounts.create(f"Orang {n}", "", username=f"orang{n}", hashed="-")
            accounts.enrol(user, cast.cohort, Role.PARTICIPANT)
        session().commit()
        cohort = session().get(Cohort, cast.cohort)
        with counted() as many:
            assert len(attendance.presences(cohort)) == 101
        assert len(few) == len(many)
