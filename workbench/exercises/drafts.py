"""Saving drafts: one per person and exercise, never overwritten behind somebody's back.

A copy of what a save replaces is kept, at most one a minute so that twenty copies reach back twenty minutes,
and always when much is deleted. What a conflict refused is kept as a copy too. Nothing typed is ever lost.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from workbench.db import now, session
from workbench.exercises.kinds.base import Answer
from workbench.exercises.models import Draft, DraftCopy

COPIES = 20
COPY_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Saved:
    """The draft as it now stands."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody (usually the same person in another tab) saved a later version; nothing was overwritten."""

    draft: Draft


def find(membership_id: int, exercise: str) -> Draft | None:
    """The draft of a person in an exercise."""
    return session().scalar(
        select(Draft).where(Draft.membership_id == membership_id, Draft.exercise == exercise)
    )


def save(
    membership_id: int, exercise: str, answer: Answer, version: int, *, keep: bool = False
) -> Saved | Conflict:
    """Save over the version that the person saw (0 for none yet), and commit.

    Saving what already stands there changes nothing and is never a conflict, so a repeated request is safe.
    With `keep` what is replaced stays as a copy, however lately the last copy was made.
    """
    draft = find(membership_id, exercise)
    if draft is None:
        return _first(membership_id, exercise, answer)
    if draft.answer == answer:
        return Saved(draft)
    if draft.version == version:
        before, saved_at = draft.answer, draft.saved_at
        updated = session().scalar(
            update(Draft)
            .where(Draft.id == draft.id, Draft.version == version)
            .values(answer=answer, version=version + 1, saved_at=now())
            .returning(Draft.id)
            .execution_options(synchronize_session=False)
        )
        if updated:
            if keep:
                _add_copy(draft.id, version, before, saved_at)
            else:
                _keep_copy(draft.id, version, before, answer, saved_at)
            session().commit()
            return Saved(draft)
        session().rollback()
    session().refresh(draft)
    # a page cannot have seen a version that is not there yet, whatever it says
    _add_copy(draft.id, max(0, min(version, draft.version)), answer, now())
    session().commit()
    return Conflict(draft)


def copies(draft: Draft) -> list[DraftCopy]:
    """Earlier states of a draft, the latest first."""
    return list(
        session().scalars(
            select(DraftCopy).where(DraftCopy.draft_id == draft.id).order_by(DraftCopy.id.desc())
        )
    )


def bring_back(draft: Draft, copy: DraftCopy) -> None:
    """Put an earlier copy in the draft's place, keeping what stood there as a copy, and commit."""
    _add_copy(draft.id, draft.version, draft.answer, draft.saved_at)
    draft.answer, draft.version, draft.saved_at = copy.answer, draft.version + 1, now()
    session().commit()


def _first(membership_id: int, exercise: str, answer: Answer) -> Saved | Conflict:
    draft = Draft(membership_id=membership_id, exercise=exercise, answer=answer, saved_at=now())
    session().add(draft)
    try:
        session().commit()
    except IntegrityError:  # another tab was first by a moment
        session().rollback()
        return save(membership_id, exercise, answer, version=0)
    return Saved(draft)


def _keep_copy(draft_id: int, version: int, before: Answer, after: Answer, saved_at: datetime) -> None:
    """Keep what a save replaces, if the last copy is a minute old or much was deleted."""
    last = session().scalar(
        select(DraftCopy.saved_at)
        .where(DraftCopy.draft_id == draft_id)
        .order_by(DraftCopy.id.desc())
        .limit(1)
    )
    if last is None or now() - last >= COPY_EVERY or len(_text(after)) < 0.8 * len(_text(before)):
        _add_copy(draft_id, version, before, saved_at)


def _add_copy(draft_id: int, version: int, answer: Answer, saved_at: datetime) -> None:
    kept = list(
        session().scalars(
            select(DraftCopy).where(DraftCopy.draft_id == draft_id).order_by(DraftCopy.id.desc())
        )
    )
    if any(copy.answer == answer for copy in kept):
        return
    session().add(DraftCopy(draft_id=draft_id, version=version, answer=answer, saved_at=saved_at))
    for copy in kept[COPIES - 1 :]:
        session().delete(copy)


def _text(answer: Answer) -> str:
    return json.dumps(answer)
