"""Objecting to a finding: raised by the participant, decided by a facilitator, withdrawn while it is open.

An accepted objection takes the finding's points away for that attempt. The machine's score stays as it was;
what the objections leave of it is kept beside it (`Attempt.adjusted_score`), and a facilitator's correction
still counts before both.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import contains_eager, selectinload

from workbench.db import now, refusing_duplicates, session
from workbench.exercises.attempts import restate
from workbench.exercises.kinds.base import Exercise
from workbench.exercises.models import Attempt, Objection, ObjectionState
from workbench.people.models import Membership, User
from workbench.reviewer.without import findings_of, without


class NoSuchFinding(Exception):
    """The attempt's review has no such finding."""


class StaleObjection(Exception):
    """Somebody else decided this objection, or took it back, in the meantime."""


@dataclass(frozen=True, slots=True)
class Contested:
    """The finding that an objection is about, with its row as reviewed (None: the whole)."""

    finding: dict[str, Any]
    row: dict[str, Any] | None


def contested(objection: Objection) -> Contested:
    """What an objection is about.

    :raises NoSuchFinding: never for what `contest` accepted, because a stored review does not change.
    """
    review = objection.attempt.review
    for key, number, finding in findings_of(review):
        if key == objection.finding:
            row = next((row for row in review["rows"] if row["row"] == number), None)
            return Contested(finding, row)
    raise NoSuchFinding(objection.finding)


def contest(attempt: Attempt, key: str, reason: str) -> Objection:
    """Object to a finding, and commit; a finding that was objected to before keeps its first objection.

    :raises NoSuchFinding: when the review has no finding of that key.
    """
    with refusing_duplicates() as broken:
        raised = keep(attempt, key, reason, now())
    session().commit()
    if not broken:
        return raised
    return (
        session()
        .scalars(select(Objection).where(Objection.attempt_id == attempt.id, Objection.finding == key))
        .one()
    )


def keep(attempt: Attempt, key: str, reason: str, at: datetime) -> Objection:
    """A new objection to a finding; the caller commits.

    :raises NoSuchFinding: when the review has no finding of that key.
    """
    rule = next((found["rule"] for name, _row, found in findings_of(attempt.review) if name == key), None)
    if rule is None:
        raise NoSuchFinding(key)
    raised = Objection(attempt_id=attempt.id, finding=key, rule=rule, reason=reason, raised_at=at)
    session().add(raised)
    return raised


def withdraw(objection: Objection) -> None:
    """Take an open objection back, as if it had never been raised, and commit.

    :raises StaleObjection: when it was decided in the meantime.
    """
    gone = session().scalar(
        delete(Objection)
        .where(Objection.id == objection.id, Objection.state == ObjectionState.OPEN)
        .returning(Objection.id)
        .execution_options(synchronize_session=False)
    )
    if gone is None:
        session().rollback()
        raise StaleObjection
    session().commit()


def decide(
    objection: Objection,
    state: ObjectionState,
    answer: str,
    who: User,
    version: int,
    exercise: Exercise | None,
) -> None:
    """`settle` an objection now, and commit.

    :raises StaleObjection: when the objection is no longer the version that `who` saw.
    """
    try:
        settle(objection, state, answer, who, version, exercise, now())
    except StaleObjection:
        session().rollback()
        raise
    session().commit()


def settle(
    objection: Objection,
    state: ObjectionState,
    answer: str,
    who: User,
    version: int,
    exercise: Exercise | None,
    at: datetime,
) -> None:
    """Accept or reject an objection with a reason, and restate what follows from it; the caller commits.

    A decision may be changed by deciding again. `exercise` is None where the library no longer has it; then
    what was passed stays as it was.

    :raises StaleObjection: when the objection is no longer the version that `who` saw.
    """
    attempt = objection.attempt
    changed = session().scalar(
        update(Objection)
        .where(Objection.id == objection.id, Objection.version == version)
        .values(
            state=state,
            answer=answer,
            decided_by_id=who.id,
            decided_at=at,
            seen_at=None,
            version=version + 1,
        )
        .returning(Objection.id)
        .execution_options(synchronize_session=False)
    )
    if changed is None:
        raise StaleObjection
    _adjust(attempt)
    if exercise is not None:
        restate(attempt.membership_id, exercise)


def _adjust(attempt: Attempt) -> None:
    """Write what the accepted objections leave of the machine's score; the caller commits.

    The attempt is locked first, so that two objections to it decided at the same moment both count.
    """
    session().execute(select(Attempt.id).where(Attempt.id == attempt.id).with_for_update())
    session().expire_all()  # what was read before the lock may have been decided since
    accepted = (
        session()
        .scalars(
            select(Objection.finding).where(
                Objection.attempt_id == attempt.id, Objection.state == ObjectionState.ACCEPTED
            )
        )
        .all()
    )
    attempt.adjusted_score = without(attempt.review, accepted)["score"] if accepted else None
    session().flush()


def of_class(cohort_id: int) -> list[Objection]:
    """Every objection in a class with its attempt and whose it is, the oldest first; two queries."""
    return list(
        session().scalars(
            select(Objection)
            .join(Objection.attempt)
            .join(Attempt.membership)
            .join(Membership.user)
            .where(Membership.cohort_id == cohort_id)
            .options(
                contains_eager(Objection.attempt)
                .contains_eager(Attempt.membership)
                .contains_eager(Membership.user),
                selectinload(Objection.decided_by),
            )
            .order_by(Objection.id)
        )
    )


def waiting(cohort_id: int) -> int:
    """How many objections in a class nobody has decided yet."""
    return (
        session().scalar(
            select(func.count(Objection.id))
            .join(Objection.attempt)
            .join(Attempt.membership)
            .where(Membership.cohort_id == cohort_id, Objection.state == ObjectionState.OPEN)
        )
        or 0
    )


def unseen(membership_id: int) -> list[Objection]:
    """A participant's objections that were decided and whose decision they have not read, oldest first."""
    return list(
        session().scalars(
            select(Objection)
            .join(Objection.attempt)
            .where(
                Attempt.membership_id == membership_id,
                Objection.state != ObjectionState.OPEN,
                Objection.seen_at.is_(None),
            )
            .options(contains_eager(Objection.attempt))
            .order_by(Objection.decided_at)
        )
    )


def mark_seen(attempt: Attempt) -> None:
    """The participant has read what was decided about this attempt; commits."""
    read = (
        session()
        .scalars(
            update(Objection)
            .where(
                Objection.attempt_id == attempt.id,
                Objection.state != ObjectionState.OPEN,
                Objection.seen_at.is_(None),
            )
            .values(seen_at=now())
            .returning(Objection.id)
            .execution_options(synchronize_session=False)
        )
        .all()
    )
    if read:
        session().commit()
