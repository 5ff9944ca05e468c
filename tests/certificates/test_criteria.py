"""Who fulfils what, and what is missing, in words."""

import pytest

from tests.certificates.conftest import NEEDED, fulfil
from tests.queries import counted
from workbench.certificates import criteria
from workbench.cohorts.models import Attendance, ClassSession, Cohort
from workbench.db import now, session
from workbench.exercises.models import Standing
from workbench.modules.models import ModuleReading
from workbench.people import accounts
from workbench.people.models import Membership, Role


def stands(app, cast) -> criteria.Fulfilment:
    """How Ana stands now."""
    with app.app_context():
        return criteria.standing_for(session().get(Membership, cast.ana_membership), NEEDED)


def test_at_the_beginning_everything_is_missing_and_said_shortly(app, cast, sessions):
    assert stands(app, cast).missing == (
        "Belum membaca satu modul pun (dari 2)",
        "Belum mengirim satu latihan pun (dari 2)",
        "Kehadiran 0% (0 dari 16 JP), perlu 80%",
    )


def test_half_way_it_names_what_is_missing(app, cast, sessions):
    with app.app_context():
        session().add_all(
            [
                ModuleReading(membership_id=cast.ana_membership, module="01-satu", finished_at=now()),
                ModuleReading(membership_id=cast.ana_membership, module="02-dua"),
                Standing(membership_id=cast.ana_membership, exercise="01-a", best_score=69),
                Attendance(session_id=sessions[0], membership_id=cast.ana_membership, marked_by_id=cast.bram),
            ]
        )
        session().commit()
    assert stands(app, cast).missing == (
        "Modul belum dibaca: Modul Dua",
        "Latihan belum dikirim: Latihan B",
        "Nilai di bawah 70: Latihan A (69)",
        "Kehadiran 50% (8 dari 16 JP), perlu 80%",
    )


def test_at_the_end_it_says_what_was_fulfilled(app, cast, ready):
    found = stands(app, cast)
    assert found.ready
    assert found.fulfilled == (
        "Semua modul sudah dibaca (2)",
        "Semua latihan bernilai 70 atau lebih (2)",
        "Kehadiran 100% (16 dari 16 JP)",
    )


def test_the_score_of_the_threshold_is_enough(app, cast, sessions):
    with app.app_context():
        fulfil(cast.ana_membership, sessions, cast.bram, score=70)
        session().commit()
    assert stands(app, cast).ready


def test_a_class_may_ask_for_nothing(app, cast):
    with app.app_context():
        cohort = session().get(Cohort, cast.cohort)
        cohort.minimum_score = cohort.minimum_attendance = 0
        cohort.modules_required = False
        session().commit()
    found = stands(app, cast)
    assert found.ready
    assert found.fulfilled == ()


def test_without_a_schedule_attendance_cannot_be_fulfilled(app, cast):
    assert "Jadwal kelas masih kosong" in stands(app, cast).missing[-1]


def test_sessions_of_zero_jp_do_not_count(app, cast, ready):
    with app.app_context():
        first = session().get(ClassSession, 1)
        session().add(
            ClassSession(
                cohort_id=cast.cohort, title="Doa", starts_at=first.starts_at, ends_at=first.ends_at, jp=0
            )
        )
        session().commit()
    assert stands(app, cast).ready


def test_long_lists_are_counted_instead_of_listed():
    titles = ["A", "B", "C", "D", "E"]
    assert criteria._listed(titles) == "A, B, dan 3 lainnya"
    assert criteria._listed(titles[:3]) == "A, B, C"


def test_three_hundred_participants_take_as_many_queries_as_thirty(app, cast, sessions):
    counts = []
    with app.app_context():
        for start, end in ((0, 30), (30, 300)):
            for n in range(start, end):
                user = accounts.create(f"Orang {n}", "", username=f"orang{n}", hashed="-")
                member = accounts.enrol(user, cast.cohort, Role.PARTICIPANT, f"OPD {n % 8}")
                fulfil(member.id, sessions, cast.bram)
            session().commit()
            cohort = session().get(Cohort, cast.cohort)
            session().expunge_all()
            with counted() as statements:
                found = criteria.fulfilments(cohort, NEEDED)
            counts.append(len(statements))
            assert len(found) == end + 1
    assert counts[0] == counts[1]
    assert counts[0] <= 6


@pytest.mark.parametrize("role", [Role.FACILITATOR, Role.ORGANISER])
def test_staff_are_not_judged(app, cast, ready, role):
    with app.app_context():
        found = criteria.fulfilments(session().get(Cohort, cast.cohort), NEEDED)
        assert [item.membership.user.username for item in found] == ["ana"]
        assert role not in {item.membership.role for item in found}
