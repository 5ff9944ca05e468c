"""The class pages at the size of a hall and of a province; certificates in one go."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import upgrade
from sqlalchemy import event
from sqlalchemy.engine import Engine

from workbench import create_app, db
from workbench.certificates import criteria, issue
from workbench.cohorts.models import Cohort
from workbench.config import Settings
from workbench.exercises.library import current as exercises
from workbench.exercises.models import Standing
from workbench.modules.library import current as modules
from workbench.modules.models import ModuleReading
from workbench.people import accounts
from workbench.people.models import Membership, Role, User

UNITS = (
    "Dinas Pendidikan",
    "Dinas Kesehatan",
    "Dinas PUPR",
    "DPMPTSP",
    "Disdukcapil",
    "DLH",
    "BKPSDM",
    "Bappeda",
)


def fill(participants: int) -> int:
    """A class in which everybody has finished everything; returns its number."""
    cohort = Cohort(
        title="Angkatan ukur",
        join_code=f"UKUR{participants}",
        starts_on=date(2026, 11, 20),
        ends_on=date(2026, 11, 21),
        body="BKPSDM Kabupaten Arunika",
        place="Aula",
        signatory_name="Dr. Wulan Maheswari, M.Si.",
        signatory_title="Kepala BKPSDM",
        minimum_attendance=0,
        number_pattern=f"{{n:03}}/{participants}/{{month}}/{{year}}",
    )
    db.session().add(cohort)
    db.session().flush()
    done = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
    for number in range(participants):
        user = User(
            username=f"u{participants}-{number}",
            name=f"Peserta Nomor {number}",
            password_hash="x",
            session_key="x",
        )
        db.session().add(user)
        db.session().flush()
        member = accounts.enrol(user, cohort.id, Role.PARTICIPANT, UNITS[number % len(UNITS)])
        for slug in (module.slug for module in modules().modules):
            db.session().add(ModuleReading(membership_id=member.id, module=slug, finished_at=done))
        for slug in exercises().exercises:
            db.session().add(
                Standing(
                    membership_id=member.id,
                    exercise=slug,
                    attempts=2,
                    best_score=90,
                    last_score=90,
                    passed=True,
                    last_activity_at=done,
                    rules={"not-a-measure": 1},
                )
            )
    staff = accounts.create("Pengukur", "ukur-ukur", username=f"bench{participants}", may_organise=True)
    accounts.enrol(staff, cohort.id, Role.ORGANISER)
    db.session().commit()
    return cohort.id


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements that reach the database inside."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def _signed_in(app: Flask, username: str) -> FlaskClient:
    client = app.test_client()
    client.post("/masuk", data={"masuk-username": username, "masuk-password": "ukur-ukur"})
    return client


def _matrix(app: Flask, participants: int) -> tuple[float, int]:
    """p95 milliseconds and queries of the matrix."""
    with app.app_context():
        cohort = fill(participants)
    client = _signed_in(app, f"bench{participants}")
    address = f"/kelas/{cohort}/matriks"
    assert client.get(address).status_code == 200
    with counted() as statements:
        client.get(address)
    times = []
    for _ in range(20):
        started = time.perf_counter()
        client.get(address)
        times.append(1000 * (time.perf_counter() - started))
    return sorted(times)[18], len(statements)


def figures() -> dict[str, float]:
    """Time and queries of the matrix at three sizes; seconds for 500 certificates."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings(instance=Path(folder), secret_key="ukur", testing=True, throttle=False))
        app.config["WTF_CSRF_ENABLED"] = False
        with app.app_context():
            upgrade()
        found: dict[str, float] = {}
        for participants in (30, 300, 600):
            found[f"matrix_{participants}_p95_ms"], found[f"matrix_{participants}_queries"] = _matrix(
                app, participants
            )
        found["matrix_growth_ratio"] = found["matrix_300_p95_ms"] / found["matrix_30_p95_ms"]
        with app.app_context():
            cohort = db.session().get(Cohort, fill(500))
            organiser = db.session().scalars(
                db.db.select(Membership).filter_by(cohort_id=cohort.id, role=Role.ORGANISER)
            )
            started = time.perf_counter()
            needed = criteria.required()
            fingerprint = issue.overview(cohort, needed).fingerprint
            issued = issue.issue(cohort, needed, organiser.one().user, fingerprint)
            found["certificates_500_s"] = time.perf_counter() - started
            assert len(issued) == 500
            db.db.session.remove()
            db.db.engine.dispose()
    return found
