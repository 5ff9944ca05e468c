"""One named cast for all tests, a fixed clock, a fresh database each time.

`ana` takes part and `bram` facilitates her class, which `dewi` organises; `carla` facilitates another
class and must see nothing of Ana's; `eko` takes part in Carla's class.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from workbench import create_app, db
from workbench.cohorts.models import Cohort
from workbench.config import Settings
from workbench.people import accounts
from workbench.people.models import Membership, Role
from workbench.web.safety import limiter

pytest_plugins = ["tests.postgres"]

PASSWORD = "kopi-pagi-7"
NOW = datetime(2026, 11, 21, 3, 42, tzinfo=UTC)  # 10.42 WIB


@dataclass
class Cast:
    """Numbers of the people and classes that every test knows."""

    cohort: int
    other_cohort: int
    ana: int
    bram: int
    dewi: int
    carla: int
    eko: int
    ana_membership: int
    eko_membership: int


class Person:
    """A browser in somebody's hands."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def sign_in(self, username: str, password: str = PASSWORD) -> None:
        """Sign in through the page, as people do."""
        answer = self.post("/masuk", {"masuk-username": username, "masuk-password": password})
        assert answer.status_code == 302, answer.text

    def get(self, path: str, **arguments):
        """Open a page."""
        return self.client.get(path, **arguments)

    def token(self) -> str:
        """The CSRF token of this session, from a page that always has one."""
        page = self.client.get("/aturan/").text
        found = re.search(r'name="csrf_token" value="([^"]+)"', page)
        assert found, "no token in the page"
        return found.group(1)

    def post(self, path: str, data: dict | None = None, **arguments):
        """Send a form with its token, as a browser would."""
        return self.client.post(path, data={"csrf_token": self.token(), **(data or {})}, **arguments)


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database without a row, made once and copied for each test."""
    from flask_migrate import upgrade

    folder = tmp_path_factory.mktemp("empty")
    app = create_app(Settings(instance=folder, secret_key="uji", testing=True, throttle=False))
    with app.app_context():
        upgrade()
        db.db.session.remove()
        db.db.engine.dispose()
    return folder / "workbench.sqlite3"


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The application, made once, because reading all content takes longer than most tests."""
    folder = tmp_path_factory.mktemp("prepared")
    return create_app(Settings(instance=folder, secret_key="uji", testing=True, throttle=False))


@pytest.fixture
def app(request: pytest.FixtureRequest, empty_database: Path, tmp_path: Path) -> Iterator[Flask]:
    """The application over a fresh database; `throttled` tests get one of their own with its limits on."""
    if request.node.get_closest_marker("throttled"):
        app = create_app(Settings(instance=tmp_path, secret_key="uji", testing=True))
    else:
        app = request.getfixturevalue("prepared")
    database = app.config["WORKBENCH"].instance / "workbench.sqlite3"
    for leftover in database.parent.glob("workbench.sqlite3-*"):
        leftover.unlink()
    database.write_bytes(empty_database.read_bytes())
    before = dict(app.config)
    limiter.enabled = app.config["RATELIMIT_ENABLED"]  # one limiter serves every application
    yield app
    app.config.clear()
    app.config.update(before)
    with app.app_context():
        db.db.session.remove()
        db.db.engine.dispose()


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test happens on 21 November 2026 at 10.42 WIB."""
    monkeypatch.setattr(db, "wall_clock", lambda: NOW)


@pytest.fixture
def cast(app: Flask) -> Cast:
    """The people, in two classes."""
    with app.app_context():
        cohorts = [
            Cohort(
                title=title,
                join_code=code,
                starts_on=date(2026, 11, 20),
                ends_on=date(2026, 11, 21),
                place="Aula BKPSDM",
                body="BKPSDM Kabupaten Arunika",
                signatory_name="Dr. Wulan Maheswari, M.Si.",
                signatory_title="Kepala BKPSDM Kabupaten Arunika",
            )
            for title, code in (("Angkatan I", "ARUNIKA1"), ("Angkatan II", "ARUNIKA2"))
        ]
        db.session().add_all(cohorts)
        db.session().flush()
        people: dict[str, Membership] = {}
        for username, name, index, role, unit in (
            ("ana", "Ana Lestari, S.Sos.", 0, Role.PARTICIPANT, "Disdukcapil"),
            ("bram", "Bram Wicaksono, M.A.P.", 0, Role.FACILITATOR, "Widyaiswara"),
            ("dewi", "Dewi Anggraini, S.STP.", 0, Role.ORGANISER, "BKPSDM"),
            ("carla", "Carla Hapsari, M.Si.", 1, Role.FACILITATOR, "Widyaiswara"),
            ("eko", "Eko Prasetyo, S.T.", 1, Role.PARTICIPANT, "Dinas PUPR"),
        ):
            user = accounts.create(name, PASSWORD, username=username, may_organise=username == "dewi")
            people[username] = accounts.enrol(user, cohorts[index].id, role, unit)
        db.session().commit()
        return Cast(
            cohort=cohorts[0].id,
            other_cohort=cohorts[1].id,
            ana=people["ana"].user_id,
            bram=people["bram"].user_id,
            dewi=people["dewi"].user_id,
            carla=people["carla"].user_id,
            eko=people["eko"].user_id,
            ana_membership=people["ana"].id,
            eko_membership=people["eko"].id,
        )


@pytest.fixture
def sign_in_as(app: Flask, cast: Cast) -> Callable[[str], Person]:
    """One more browser in the hands of somebody of the cast."""
    return lambda username: _signed_in(app, cast, username)


@pytest.fixture
def visitor(app: Flask) -> Person:
    """Somebody without an account."""
    return Person(app.test_client())


def _signed_in(app: Flask, cast: Cast, username: str) -> Person:
    person = Person(app.test_client())
    person.sign_in(username)
    return person


@pytest.fixture
def ana(app: Flask, cast: Cast) -> Person:
    """A participant."""
    return _signed_in(app, cast, "ana")


@pytest.fixture
def bram(app: Flask, cast: Cast) -> Person:
    """The facilitator of Ana's class."""
    return _signed_in(app, cast, "bram")


@pytest.fixture
def dewi(app: Flask, cast: Cast) -> Person:
    """The organiser of Ana's class."""
    return _signed_in(app, cast, "dewi")


@pytest.fixture
def carla(app: Flask, cast: Cast) -> Person:
    """The facilitator of another class."""
    return _signed_in(app, cast, "carla")


@pytest.fixture
def eko(app: Flask, cast: Cast) -> Person:
    """A participant of another class."""
    return _signed_in(app, cast, "eko")
