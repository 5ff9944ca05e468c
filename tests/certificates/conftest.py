"""A class that has earned something, small and large."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from workbench.certificates import issue
from workbench.certificates.criteria import Required
from workbench.cohorts.models import Attendance, ClassSession, Cohort
from workbench.db import now, session
from workbench.exercises.models import Standing
from workbench.modules.models import ModuleReading
from workbench.people import accounts
from workbench.people.models import Role, User

#: What the small class asks for; the titles are printed and spoken.
NEEDED = Required(
    modules=(("01-satu", "Modul Satu"), ("02-dua", "Modul Dua")),
    exercises=(("01-a", "Latihan A"), ("02-b", "Latihan B")),
)


@pytest.fixture
def needed(monkeypatch: pytest.MonkeyPatch) -> Required:
    """The libraries hold two modules and two exercises."""
    monkeypatch.setattr("workbench.certificates.views.required", lambda: NEEDED)
    return NEEDED


@pytest.fixture
def sessions(app, cast) -> list[int]:
    """Two sessions of 8 JP: together the 16 on the certificate."""
    with app.app_context():
        items = [
            ClassSession(
                cohort_id=cast.cohort,
                title=title,
                starts_at=datetime(2026, 11, day, 1, tzinfo=UTC),
                ends_at=datetime(2026, 11, day, 9, tzinfo=UTC),
                jp=8,
            )
            for title, day in (("Menetapkan IKU & target", 20), ("Praktik <menyusun> tabel", 21))
        ]
        session().add_all(items)
        session().commit()
        return [item.id for item in items]


def fulfil(membership_id: int, sessions: list[int], by: int, score: int = 85) -> None:
    """Give somebody everything that is asked for; the caller commits."""
    session().add_all(
        [
            *(
                ModuleReading(membership_id=membership_id, module=slug, finished_at=now())
                for slug, _title in NEEDED.modules
            ),
            *(
                Standing(membership_id=membership_id, exercise=slug, best_score=score, attempts=1)
                for slug, _title in NEEDED.exercises
            ),
            *(
                Attendance(session_id=number, membership_id=membership_id, marked_by_id=by)
                for number in sessions
            ),
        ]
    )


@pytest.fixture
def ready(app, cast, sessions, needed) -> int:
    """Ana has fulfilled everything."""
    with app.app_context():
        fulfil(cast.ana_membership, sessions, cast.bram)
        session().commit()
    return cast.ana_membership


@pytest.fixture
def enrol(app, cast, sessions, needed) -> Callable[..., None]:
    """Many more who have fulfilled everything."""

    def enrolling(names: list[str], prefix: str = "orang") -> None:
        with app.app_context():
            for n, name in enumerate(names):
                user = accounts.create(name, "", username=f"{prefix}{n}", hashed="-")
                member = accounts.enrol(user, cast.cohort, Role.PARTICIPANT, f"OPD {n % 8}")
                fulfil(member.id, sessions, cast.bram)
            session().commit()

    return enrolling


@pytest.fixture
def issued(app, cast, ready) -> int:
    """Ana holds a certificate; its number."""
    with app.app_context():
        cohort, dewi = session().get(Cohort, cast.cohort), session().get(User, cast.dewi)
        found = issue.overview(cohort, NEEDED)
        return issue.issue(cohort, NEEDED, dewi, found.fingerprint)[0].id
