"""A class of any size with work in it, and a count of questions to the database."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from sqlalchemy import event, insert
from sqlalchemy.engine import Engine

from workbench.cohorts.models import Cohort
from workbench.db import now, session
from workbench.exercises.models import Attempt, Standing
from workbench.people.models import Membership, Role, User


@pytest.fixture
def fill(app: Flask, cast) -> Callable[..., list[int]]:
    """Add so many participants to Ana's class, each with an attempt and a standing in some exercises."""

    def filled(people: int) -> list[int]:
        with app.app_context():
            slugs = list(app.extensions["exercises"].exercises)
            cohort = session().get(Cohort, cast.cohort)
            assert cohort is not None
            start = session().query(User).count()
            names = [f"orang{start + number}" for number in range(people)]
            session().execute(
                insert(User),
                [
                    {"username": name, "name": name.title(), "password_hash": "x", "session_key": "x"}
                    for name in names
                ],
            )
            users = session().query(User.id).filter(User.username.in_(names)).order_by(User.id).all()
            session().execute(
                insert(Membership),
                [
                    {
                        "user_id": user.id,
                        "cohort_id": cohort.id,
                        "role": Role.PARTICIPANT,
                        "unit": f"Dinas {place % 8}",
                    }
                    for place, user in enumerate(users)
                ],
            )
            members = [
                row.id
                for row in session()
                .query(Membership.id)
                .filter(Membership.user_id.in_([user.id for user in users]))
                .order_by(Membership.id)
            ]
            for place, member in enumerate(members):
                for number, slug in enumerate(slugs[: place % (len(slugs) + 1)]):
                    score = (37 * place + 11 * number) % 101
                    attempt = Attempt(
                        membership_id=member,
                        exercise=slug,
                        number=1,
                        answer={},
                        review={"score": score, "rows": []},
                        ruleset="uji",
                        machine_score=score,
                    )
                    session().add(attempt)
                    session().flush()
                    session().add(
                        Standing(
                            membership_id=member,
                            exercise=slug,
                            attempts=1 + place % 3,
                            best_score=score,
                            last_score=score,
                            passed=score >= 75,
                            best_attempt_id=attempt.id,
                            last_attempt_id=attempt.id,
                            last_activity_at=now(),
                            rules={"vague-words": 1} if score < 75 else {},
                        )
                    )
            session().commit()
            return members

    return filled


@pytest.fixture
def counted() -> Callable[[], object]:
    """`with counted() as questions:` collects every statement sent to the database."""

    @contextmanager
    def counting() -> Iterator[list[str]]:
        questions: list[str] = []

        def note(_connection, _cursor, statement, *_rest) -> None:
            questions.append(statement)

        event.listen(Engine, "before_cursor_execute", note)
        try:
            yield questions
        finally:
            event.remove(Engine, "before_cursor_execute", note)

    return counting
