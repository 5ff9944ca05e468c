"""Submitting, correcting and talking about attempts. An attempt's answer and review never change."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from workbench.db import now, session
from workbench.exercises.kinds.base import Answer, Document, Exercise
from workbench.exercises.models import Attempt, Comment, Standing, final_score
from workbench.people.models import User
from workbench.reviewer.without import findings_of, without

#: The same answer within this time is a button pressed twice, not another attempt.
PRESSED_TWICE = timedelta(seconds=20)


class StaleAttempt(Exception):
    """Somebody else corrected this attempt in the meantime."""


def submit(membership_id: int, exercise: Exercise, answer: Answer, *, at: datetime | None = None) -> Attempt:
    """Judge a complete answer and keep it as the next attempt together with the standing, and commit.

    `at` is the moment of submission, for imported history; by default now.
    """
    review = exercise.review(answer)
    for _collision in range(20):
        previous = last(membership_id, exercise.slug)
        moment = at or now()
        if previous and previous.answer == answer and abs(moment - previous.submitted_at) < PRESSED_TWICE:
            return previous
        try:
            attempt = keep(membership_id, exercise, answer, review, moment)
            session().commit()
        except IntegrityError:  # a submission at the same moment took the number
            session().rollback()
            continue
        return attempt
    raise RuntimeError(f"no free number for an attempt of {membership_id} in {exercise.slug}")


def keep(membership_id: int, exercise: Exercise, answer: Answer, review: Document, at: datetime) -> Attempt:
    """Keep a judged answer as the next attempt together with the standing; the caller commits.

    :raises IntegrityError: when another attempt took the number in the meantime.
    """
    previous = last(membership_id, exercise.slug)
    attempt = Attempt(
        membership_id=membership_id,
        exercise=exercise.slug,
        number=previous.number + 1 if previous else 1,
        answer=answer,
        review=review,
        ruleset=review["ruleset"],
        machine_score=review["score"],
        submitted_at=at,
    )
    session().add(attempt)
    session().flush()
    restate(membership_id, exercise)
    return attempt


def last(membership_id: int, exercise: str) -> Attempt | None:
    """The latest attempt of a person in an exercise."""
    return session().scalar(
        select(Attempt)
        .where(Attempt.membership_id == membership_id, Attempt.exercise == exercise)
        .order_by(Attempt.number.desc())
        .limit(1)
    )


def before(attempt: Attempt) -> Attempt | None:
    """The attempt that came before this one."""
    return session().scalar(
        select(Attempt).where(
            Attempt.membership_id == attempt.membership_id,
            Attempt.exercise == attempt.exercise,
            Attempt.number == attempt.number - 1,
        )
    )


def of(membership_id: int, exercise: str) -> list[Attempt]:
    """Every attempt of a person in an exercise, in order."""
    return list(
        session().scalars(
            select(Attempt)
            .where(Attempt.membership_id == membership_id, Attempt.exercise == exercise)
            .order_by(Attempt.number)
        )
    )


@dataclass(frozen=True, slots=True)
class Dot:
    """An attempt in the strip: its number and final score (0..100)."""

    id: int
    number: int
    score: int


def strip(membership_id: int, exercise: str) -> list[Dot]:
    """The attempts of a person in an exercise, in order, without their texts."""
    rows = session().execute(
        select(Attempt.id, Attempt.number, Attempt.machine_score, Attempt.adjusted_score, Attempt.correction)
        .where(Attempt.membership_id == membership_id, Attempt.exercise == exercise)
        .order_by(Attempt.number)
    )
    return [
        Dot(row.id, row.number, final_score(row.machine_score, row.adjusted_score, row.correction))
        for row in rows
    ]


def unseen(membership_id: int, reader_id: int) -> list[Attempt]:
    """A person's attempts with a comment that `reader_id` has not seen, the oldest first."""
    return list(
        session().scalars(
            select(Attempt)
            .where(
                Attempt.membership_id == membership_id,
                Attempt.comments.any(Comment.seen_at.is_(None) & (Comment.author_id != reader_id)),
            )
            .order_by(Attempt.id)
        )
    )


def passed(attempt: Attempt, exercise: Exercise) -> bool:
    """Whether an attempt counts as lulus: by the correction where there is one, else as it was judged."""
    if attempt.correction is not None:
        return attempt.correction >= exercise.pass_score
    return exercise.passed(judged(attempt))


def judged(attempt: Attempt) -> Document:
    """The review without the findings whose objections were accepted."""
    return without(attempt.review, attempt.accepted)


def restate(membership_id: int, exercise: Exercise) -> Standing:
    """Write the summary of a person in an exercise from their attempts; the caller commits."""
    attempts = of(membership_id, exercise.slug)
    standing = session().scalar(
        select(Standing).where(Standing.membership_id == membership_id, Standing.exercise == exercise.slug)
    )
    if standing is None:
        standing = Standing(membership_id=membership_id, exercise=exercise.slug)
        session().add(standing)
    newest = attempts[-1]
    best = max(attempts, key=lambda attempt: (attempt.final_score, -attempt.number))
    standing.attempts = len(attempts)
    standing.best_score, standing.best_attempt_id = best.final_score, best.id
    standing.last_score, standing.last_attempt_id = newest.final_score, newest.id
    standing.passed = any(passed(attempt, exercise) for attempt in attempts)
    standing.last_activity_at = newest.submitted_at
    standing.rules = rule_counts(judged(newest))
    session().flush()
    return standing


def rule_counts(review: Document) -> dict[str, int]:
    """How often each rule found something in a review."""
    return dict(Counter(finding["rule"] for _key, _row, finding in findings_of(review)))


def correct(
    attempt: Attempt, value: int, reason: str, who: User, version: int, exercise: Exercise | None
) -> None:
    """Put a facilitator's score (0..100) over the machine's, with a reason, and commit.

    `exercise` is None where the library no longer has it; then what was passed stays as it was.

    :raises StaleAttempt: when the attempt is no longer the version that `who` saw.
    """
    changed = session().scalar(
        update(Attempt)
        .where(Attempt.id == attempt.id, Attempt.version == version)
        .values(
            correction=value,
            correction_reason=reason,
            corrected_by_id=who.id,
            corrected_at=now(),
            version=version + 1,
        )
        .returning(Attempt.id)
        .execution_options(synchronize_session=False)
    )
    if changed is None:
        session().rollback()
        raise StaleAttempt
    session().refresh(attempt)
    if exercise is not None:
        restate(attempt.membership_id, exercise)
    session().commit()


def comment(attempt: Attempt, who: User, body: str) -> Comment:
    """Say something about an attempt, and commit."""
    said = Comment(attempt_id=attempt.id, author_id=who.id, body=body, written_at=now())
    session().add(said)
    session().commit()
    return said


def mark_seen(attempt: Attempt, reader: User) -> None:
    """What others said about this attempt has now been read; commits."""
    changed = (
        session()
        .scalars(
            update(Comment)
            .where(
                Comment.attempt_id == attempt.id, Comment.author_id != reader.id, Comment.seen_at.is_(None)
            )
            .values(seen_at=now())
            .returning(Comment.id)
            .execution_options(synchronize_session=False)
        )
        .all()
    )
    if changed:
        session().commit()
