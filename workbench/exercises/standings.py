"""Where somebody stands in each exercise, in four honest words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select

from workbench.db import session
from workbench.exercises.models import Draft, Standing


class State(StrEnum):
    """How far somebody is."""

    NOT_BEGUN = "belum"
    DRAFTED = "draf"
    SUBMITTED = "terkirim"
    PASSED = "lulus"


@dataclass(frozen=True, slots=True)
class Stand:
    """A person in an exercise: final scores (0..100, None before an attempt) and the last sign of life."""

    state: State
    best_score: int | None = None
    last_score: int | None = None
    attempts: int = 0
    last_attempt_id: int | None = None
    last_activity_at: datetime | None = None


def of_membership(membership_id: int, slugs: Iterable[str]) -> dict[str, Stand]:
    """Where one participant stands in each of these exercises, in that order; two queries."""
    standings = {
        row.exercise: row
        for row in session().scalars(select(Standing).where(Standing.membership_id == membership_id))
    }
    drafts = {
        row.exercise: row.saved_at
        for row in session().execute(
            select(Draft.exercise, Draft.saved_at).where(Draft.membership_id == membership_id)
        )
    }
    return {slug: stand(standings.get(slug), drafts.get(slug)) for slug in slugs}


def stand(standing: Standing | None, drafted_at: datetime | None) -> Stand:
    """The stand from the summary and the time of the draft, either of which may be missing."""
    if standing is None:
        return Stand(State.NOT_BEGUN if drafted_at is None else State.DRAFTED, last_activity_at=drafted_at)
    return Stand(
        State.PASSED if standing.passed else State.SUBMITTED,
        standing.best_score,
        standing.last_score,
        standing.attempts,
        standing.last_attempt_id,
        max(filter(None, (standing.last_activity_at, drafted_at))),
    )
