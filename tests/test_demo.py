"""The demo: a true class, scored by the real reviewer, loaded once and never twice."""

import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner
from flask import Flask
from sqlalchemy import func, select

from workbench import db
from workbench.certificates.criteria import fulfilments, required
from workbench.cli import main
from workbench.cohorts.models import Attendance, ClassSession, Cohort
from workbench.content import BrokenContent
from workbench.db import session
from workbench.demo import telling
from workbench.exercises.models import Attempt, Comment, Draft, Objection, ObjectionState, Standing
from workbench.modules.models import ModuleReading
from workbench.people.models import Membership, Role, User


@pytest.fixture
def told(app: Flask) -> str:
    """What loading the demo into an empty database says."""
    with app.app_context():
        return "\n".join(telling.told())


def _count(table: type) -> int:
    return session().scalar(select(func.count()).select_from(table)) or 0


def test_it_says_who_can_sign_in(told: str):
    for word in ("bimtek-2026", "ARUNIKA-2026", "dewi", "bram", "tari", "ana"):
        assert word in told


def test_it_holds_thirty_people_of_eight_opd_with_their_staff(app: Flask, told: str):
    with app.app_context():
        members = session().scalars(select(Membership)).all()
        roles = [member.role for member in members]
        assert (
            roles.count(Role.PARTICIPANT),
            roles.count(Role.FACILITATOR),
            roles.count(Role.ORGANISER),
        ) == (30, 2, 1)
        assert len({member.unit for member in members if member.role == Role.PARTICIPANT}) == 8
        assert session().scalar(select(User.may_organise).where(User.username == "dewi"))


def test_whoever_did_something_has_been_seen(app: Flask, told: str):
    with app.app_context():
        working = session().scalars(select(Membership).join(Attempt, Attempt.membership_id == Membership.id))
        assert all(member.user.last_seen_at for member in working)
        never = session().scalars(select(User.username).where(User.last_seen_at.is_(None))).all()
        assert "marlina" in never, "some never came, and the roster says so"


def test_every_screen_has_something_to_show(app: Flask, told: str):
    with app.app_context():
        for table in (Attempt, Standing, Draft, Comment, Attendance, ClassSession, ModuleReading):
            assert _count(table) > 5, table
        unseen = session().scalars(select(Comment).where(Comment.seen_at.is_(None))).all()
        assert unseen
        passed = session().scalars(select(Standing.passed)).all()
        assert 0 < sum(passed) < len(passed), "some passed, some did not"
        assert len(set(session().scalars(select(Attempt.machine_score)))) > 8, "quality varies"


def test_six_have_earned_their_certificate_and_nobody_else(app: Flask, told: str):
    """A new exercise counts for certificates: who was complete answers it, too."""
    with app.app_context():
        cohort = session().scalar(select(Cohort))
        assert cohort
        ready = {one.membership.user.username for one in fulfilments(cohort, required()) if one.ready}
        assert ready == {"desi", "gilang", "lestari", "nurul", "rina", "wulan"}


def test_own_agreements_follow_from_the_own_iku_table(app: Flask, told: str):
    """The rows above an agreement are those of the person's last table before it, as the desk would give."""
    with app.app_context():
        last: dict[int, list[str]] = {}
        compared = 0
        for attempt in session().scalars(select(Attempt).order_by(Attempt.submitted_at)):
            if attempt.exercise == "06-iku-opd-saya":
                last[attempt.membership_id] = [row["indikator"] for row in attempt.answer["rows"]]
            elif attempt.exercise == "10-perjanjian-opd-saya":
                listed = [row["indikator"] for row in attempt.answer["iku"]]
                assert listed == last[attempt.membership_id]
                compared += 1
        assert compared > 6, "some tried twice"


def test_scores_come_from_the_reviewer_as_it_is_today(app: Flask, told: str):
    with app.app_context():
        library = app.extensions["exercises"]
        for attempt in session().scalars(select(Attempt).limit(12)):
            again = library.get(attempt.exercise).review(attempt.answer)
            assert (again["score"], again["ruleset"]) == (attempt.machine_score, attempt.ruleset)


def test_nothing_happens_outside_the_days_of_the_class(app: Flask, told: str):
    with app.app_context():
        cohort = session().scalar(select(Cohort))
        assert cohort
        for column in (
            Attempt.submitted_at,
            Draft.saved_at,
            Comment.written_at,
            ModuleReading.finished_at,
            Objection.raised_at,
            Objection.decided_at,
        ):
            for moment in session().scalars(select(column).where(column.is_not(None))):
                assert cohort.starts_on <= moment.date() <= cohort.ends_on


def test_the_queue_of_objections_has_one_of_each(app: Flask, told: str, visitor):
    """One waits, one was accepted and gave its points back, one was rejected; both with a reason."""
    with app.app_context():
        found = {one.state: one for one in session().scalars(select(Objection))}
        assert set(found) == set(ObjectionState)
        accepted, rejected = found[ObjectionState.ACCEPTED], found[ObjectionState.REJECTED]
        assert accepted.attempt.adjusted_score > accepted.attempt.machine_score
        assert rejected.attempt.adjusted_score is None
        standing = session().scalars(
            select(Standing).where(
                Standing.membership_id == accepted.attempt.membership_id,
                Standing.exercise == accepted.attempt.exercise,
            )
        )
        assert standing.one().best_score == accepted.attempt.adjusted_score
        assert accepted.answer
        assert rejected.answer
    visitor.sign_in("bram", "bimtek-2026")
    assert "1 keberatan menunggu keputusan" in visitor.get("/kelas/1/keberatan").text


@pytest.mark.parametrize(
    ("loaded", "last_day"),
    [
        (datetime(2026, 11, 21, 3, 42, tzinfo=UTC), date(2026, 11, 20)),
        (datetime(2024, 3, 1, 16, 59, tzinfo=UTC), date(2024, 2, 29)),  # 23.59 WIB
        (datetime(2031, 7, 4, 17, 0, tzinfo=UTC), date(2031, 7, 4)),  # midnight of the 5th in WIB
    ],
)
def test_the_class_ended_yesterday_whenever_it_is_loaded(app: Flask, monkeypatch, loaded, last_day):
    """Hours stay as written, and nothing lies in the future."""
    monkeypatch.setattr(db, "wall_clock", lambda: loaded)
    with app.app_context():
        list(telling.told())
        cohort = session().scalar(select(Cohort))
        assert (cohort.starts_on, cohort.ends_on) == (last_day - timedelta(days=1), last_day)
        first = min(item.starts_at for item in cohort.sessions).astimezone(ZoneInfo(cohort.zone))
        assert (first.date(), first.hour) == (cohort.starts_on, 8)
        for column in (Attempt.submitted_at, Draft.saved_at, Comment.written_at, Objection.raised_at):
            assert session().scalar(select(func.max(column))) < loaded


def test_everybody_can_sign_in_and_see_their_class(told: str, visitor):
    for username in ("ana", "bram", "dewi", "parlin"):
        visitor.sign_in(username, "bimtek-2026")
        assert visitor.client.get("/", follow_redirects=True).status_code == 200
        visitor.post("/keluar")


def test_a_second_time_changes_nothing_and_says_so(app: Flask, told: str):
    tables = (User, Cohort, Attempt, Draft, Comment, Attendance, ModuleReading, Objection)
    with app.app_context():
        before = [_count(table) for table in tables]
        assert "sudah ada" in "\n".join(telling.told())
        assert [_count(table) for table in tables] == before


def test_a_failure_in_the_middle_leaves_nothing_behind(app: Flask, monkeypatch: pytest.MonkeyPatch):
    """The whole class is one transaction, so that the next start can try again."""
    from workbench.exercises import attempts

    kept = attempts.keep
    calls = []

    def keep(*arguments):
        calls.append(arguments)
        if len(calls) == 20:
            raise RuntimeError("power cut")
        return kept(*arguments)

    monkeypatch.setattr(attempts, "keep", keep)
    with app.app_context():
        with pytest.raises(RuntimeError):
            list(telling.told())
        session().rollback()
        assert _count(User) == _count(Cohort) == _count(Attempt) == 0
        monkeypatch.undo()
        assert "Memuat kelas demo" in "\n".join(telling.told())


def test_broken_demo_files_are_named_and_load_nothing(
    app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(
        telling, "folder", lambda name, root: Path(__file__).parent / "content" / "broken" / name
    )
    with app.app_context():
        with pytest.raises(BrokenContent, match="demo/answers"):
            list(telling.told())
        assert _count(User) == 0


def test_another_password_can_be_chosen(app: Flask, monkeypatch: pytest.MonkeyPatch, visitor):
    monkeypatch.setenv("WORKBENCH_DEMO_PASSWORD", "kata-sandi-kelas")
    with app.app_context():
        assert "kata-sandi-kelas" in "\n".join(telling.told())
    visitor.sign_in("ana", "kata-sandi-kelas")


def test_the_command_prepares_the_database_and_a_second_run_takes_no_time(tmp_path: Path):
    variables = {"WORKBENCH_INSTANCE": str(tmp_path)}
    first = CliRunner().invoke(main, ["demo", "--load-only"], env=variables)
    assert first.exit_code == 0, first.output
    assert "bimtek-2026" in first.output
    began = time.perf_counter()
    second = CliRunner().invoke(main, ["demo", "--load-only"], env=variables)
    assert "sudah ada" in second.output
    assert time.perf_counter() - began < 5


def test_a_port_in_use_is_told_in_one_line(tmp_path: Path):
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = CliRunner().invoke(
            main, ["serve", "--port", str(port)], env={"WORKBENCH_INSTANCE": str(tmp_path)}
        )
    assert done.exit_code == 1
    assert f"port {port}" in done.output
    assert f"--port {port + 1}" in done.output


def test_help_explains_every_command():
    text = CliRunner().invoke(main, ["--help"]).output
    for command in ("check", "demo", "migrate", "review", "rules", "serve"):
        assert f"  {command} " in text
        assert CliRunner().invoke(main, [command, "--help"]).exit_code == 0
