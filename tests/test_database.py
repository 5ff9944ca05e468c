"""What the database promises: moments keep their zone, duplicates are refused, writers wait."""

import threading
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import select

from workbench import db
from workbench.people import accounts
from workbench.people.models import User


def test_a_moment_comes_back_in_utc(app, cast):
    wit = timezone(timedelta(hours=9))
    with app.app_context():
        ana = db.session().get(User, cast.ana)
        ana.last_seen_at = datetime(2026, 11, 22, 0, 30, tzinfo=wit)
        db.session().commit()
        db.session().expire_all()
        assert ana.last_seen_at == datetime(2026, 11, 21, 15, 30, tzinfo=UTC)
        assert ana.last_seen_at.tzinfo is UTC


def test_a_moment_without_a_zone_is_our_mistake(app, cast):
    with app.app_context():
        db.session().get(User, cast.ana).last_seen_at = db.now().replace(tzinfo=None)
        with pytest.raises(Exception, match="needs its zone"):
            db.session().commit()
        db.session().rollback()


def test_a_refused_duplicate_takes_nothing_else_with_it(app, cast):
    with app.app_context():
        accounts.create("Fitri Handayani", "rahasia-1", username="fitri")
        with db.refusing_duplicates() as broken:
            db.session().add(User(username="ana", name="Ana lain", password_hash="x", session_key="x"))
        assert broken
        db.session().commit()
        names = set(db.session().scalars(select(User.name)))
    assert "Fitri Handayani" in names
    assert "Ana lain" not in names


def test_taking_everything_back_also_takes_back_what_was_nested(app, cast):
    with app.app_context():
        with db.refusing_duplicates() as broken:
            db.session().add(User(username="gita", name="Gita", password_hash="x", session_key="x"))
        assert not broken
        db.session().rollback()
        assert db.session().scalar(select(User).where(User.username == "gita")) is None


def test_twenty_people_saving_at_once_wait_for_each_other(app, cast):
    """Each reads first and writes then, the order in which an embedded database could refuse."""
    failures: list[Exception] = []

    def save(number: int) -> None:
        with app.app_context():
            try:
                for turn in range(5):
                    ana = db.session().get(User, cast.ana)
                    assert ana is not None
                    db.session().add(
                        User(username=f"p{number}-{turn}", name=ana.name, password_hash="x", session_key="x")
                    )
                    db.session().commit()
            except Exception as error:
                failures.append(error)

    threads = [threading.Thread(target=save, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with app.app_context():
        assert len(list(db.session().scalars(select(User.id).where(User.username.like("p%-%"))))) == 100
