"""What the pages of this room need from the database: a fixed number of queries, whatever the class size."""

from datetime import datetime

from sqlalchemy import func, select

from workbench.certificates.models import Certificate
from workbench.cohorts.models import Attendance, ClassSession, Cohort
from workbench.db import session
from workbench.exercises.models import Attempt, Comment, Draft, Standing
from workbench.people.models import Membership, Role, User
from workbench.progress.matrix import Line, Mark, Person, lines


def class_lines(cohort_id: int, exercises: list[str]) -> list[Line]:
    """A line of the matrix for each participant; three queries."""
    here = (Membership.cohort_id == cohort_id, Membership.role == Role.PARTICIPANT)
    people = [
        Person(*row)
        for row in session().execute(
            select(Membership.id, User.name, Membership.unit)
            .join(User, User.id == Membership.user_id)
            .where(*here)
        )
    ]
    marks = [
        Mark(*row)
        for row in session().execute(
            select(
                Standing.membership_id,
                Standing.exercise,
                Standing.attempts,
                Standing.best_score,
                Standing.passed,
                Standing.best_attempt_id,
                Standing.last_attempt_id,
                Standing.last_activity_at,
                Standing.rules,
            )
            .join(Membership, Membership.id == Standing.membership_id)
            .where(*here)
        )
    ]
    drafts = {
        (membership_id, exercise): at
        for membership_id, exercise, at in session().execute(
            select(Draft.membership_id, Draft.exercise, Draft.saved_at)
            .join(Membership, Membership.id == Draft.membership_id)
            .where(*here)
        )
    }
    return lines(people, marks, drafts, exercises)


def unseen_replies(cohort_id: int) -> list[Comment]:
    """What participants of a class answered and no facilitator has opened yet, the oldest first."""
    return list(
        session().scalars(
            select(Comment)
            .join(Attempt, Attempt.id == Comment.attempt_id)
            .join(Membership, Membership.id == Attempt.membership_id)
            .where(
                Membership.cohort_id == cohort_id,
                Comment.author_id == Membership.user_id,
                Comment.seen_at.is_(None),
            )
            .order_by(Comment.written_at)
        )
    )


def next_session(cohort: Cohort, moment: datetime) -> ClassSession | None:
    """The session that is going on or comes next; None after the last."""
    return next((planned for planned in cohort.sessions if planned.ends_at > moment), None)


def recorded_sessions(cohort_id: int) -> int:
    """In how many sessions of a class somebody's presence was recorded."""
    return (
        session().scalar(
            select(func.count(func.distinct(Attendance.session_id)))
            .join(ClassSession, ClassSession.id == Attendance.session_id)
            .where(ClassSession.cohort_id == cohort_id)
        )
        or 0
    )


def certificate_of(membership_id: int) -> Certificate | None:
    """The valid certificate of a participant."""
    return session().scalar(
        select(Certificate).where(
            Certificate.membership_id == membership_id, Certificate.revoked_at.is_(None)
        )
    )


def certified(cohort_id: int) -> set[int]:
    """Membership numbers of those in a class who hold a valid certificate."""
    return set(
        session().scalars(
            select(Certificate.membership_id).where(
                Certificate.cohort_id == cohort_id, Certificate.revoked_at.is_(None)
            )
        )
    )


def attempts_of(membership_id: int) -> list[Attempt]:
    """Every attempt of a participant, in order."""
    return list(
        session().scalars(
            select(Attempt).where(Attempt.membership_id == membership_id).order_by(Attempt.submitted_at)
        )
    )
