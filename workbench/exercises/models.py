"""Drafts are edited, attempts never; a summary per person and exercise is written with each attempt."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workbench.db import Model, now
from workbench.people.models import Membership, User


class Draft(Model):
    """The one draft of a person in an exercise; `version` rises by one with every save."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("membership_id", "exercise"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    membership_id: Mapped[int] = mapped_column(ForeignKey("membership.id"), index=True)
    exercise: Mapped[str] = mapped_column(String(80))
    answer: Mapped[dict[str, Any]]
    version: Mapped[int] = mapped_column(default=1)
    saved_at: Mapped[datetime] = mapped_column(default=now)


class DraftCopy(Model):
    """An earlier state of a draft; the last twenty are kept."""

    __tablename__ = "draft_copy"

    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id"), index=True)
    version: Mapped[int]
    answer: Mapped[dict[str, Any]]
    saved_at: Mapped[datetime]


class Attempt(Model):
    """A submitted answer with its review, never edited.

    `machine_score` is the reviewer's (0..100, for the rule set named in `ruleset`); `adjusted_score` is the
    same without the findings whose objections were accepted (None: none was), written with the decision; the
    correction is the facilitator's, with a reason. `final_score` is derived from the three and never stored.
    """

    __tablename__ = "attempt"
    __table_args__ = (
        UniqueConstraint("membership_id", "exercise", "number"),
        CheckConstraint("machine_score between 0 and 100", name="machine_score_range"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    membership_id: Mapped[int] = mapped_column(ForeignKey("membership.id"), index=True)
    exercise: Mapped[str] = mapped_column(String(80))
    number: Mapped[int]
    answer: Mapped[dict[str, Any]]
    review: Mapped[dict[str, Any]]
    ruleset: Mapped[str] = mapped_column(String(20))
    machine_score: Mapped[int]
    adjusted_score: Mapped[int | None]
    submitted_at: Mapped[datetime] = mapped_column(default=now)
    correction: Mapped[int | None]
    correction_reason: Mapped[str | None] = mapped_column(Text)
    corrected_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    corrected_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    membership: Mapped[Membership] = relationship(lazy="joined")
    corrected_by: Mapped[User | None] = relationship()
    comments: Mapped[list["Comment"]] = relationship(
        back_populates="attempt", order_by="Comment.written_at", lazy="selectin"
    )
    objections: Mapped[list["Objection"]] = relationship(back_populates="attempt", order_by="Objection.id")

    @property
    def final_score(self) -> int:
        """The facilitator's correction; without one the machine's score, as accepted objections left it."""
        return final_score(self.machine_score, self.adjusted_score, self.correction)

    @property
    def accepted(self) -> frozenset[str]:
        """The keys of the findings that no longer count."""
        if self.adjusted_score is None:
            return frozenset()
        return frozenset(one.finding for one in self.objections if one.state == ObjectionState.ACCEPTED)


def final_score(machine: int, adjusted: int | None, correction: int | None) -> int:
    """Which of the three scores counts."""
    if correction is not None:
        return correction
    return machine if adjusted is None else adjusted


class ObjectionState(StrEnum):
    """What became of an objection."""

    OPEN = "menunggu"
    ACCEPTED = "diterima"
    REJECTED = "ditolak"


class Objection(Model):
    """A participant's "saya tidak setuju" with one finding of an attempt, and what a facilitator decided.

    `finding` is its key within the attempt's review (`reviewer.without`), `rule` the rule that made it.
    `version` rises with every decision; `seen_at` is when the participant read the last one.
    """

    __tablename__ = "objection"
    __table_args__ = (UniqueConstraint("attempt_id", "finding"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id"), index=True)
    finding: Mapped[str] = mapped_column(String(160))
    rule: Mapped[str] = mapped_column(String(80))
    reason: Mapped[str] = mapped_column(Text)
    raised_at: Mapped[datetime] = mapped_column(default=now)
    state: Mapped[ObjectionState] = mapped_column(String(20), default=ObjectionState.OPEN)
    answer: Mapped[str | None] = mapped_column(Text)
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    decided_at: Mapped[datetime | None]
    seen_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    attempt: Mapped[Attempt] = relationship(back_populates="objections")
    decided_by: Mapped[User | None] = relationship()


class Comment(Model):
    """What a facilitator (or the participant, in answer) says about an attempt."""

    __tablename__ = "comment"

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    body: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime] = mapped_column(default=now)
    seen_at: Mapped[datetime | None]

    attempt: Mapped[Attempt] = relationship(back_populates="comments")
    author: Mapped[User] = relationship(lazy="joined")


class Standing(Model):
    """Where a person stands in an exercise: what a class page shows, written with the attempt.

    Scores are final ones (0..100). `passed` is kept apart from `best_score`, because an exercise may ask for
    more than a score.
    """

    __tablename__ = "standing"
    __table_args__ = (UniqueConstraint("membership_id", "exercise"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    membership_id: Mapped[int] = mapped_column(ForeignKey("membership.id"), index=True)
    exercise: Mapped[str] = mapped_column(String(80))
    attempts: Mapped[int] = mapped_column(default=0)
    best_score: Mapped[int | None]
    last_score: Mapped[int | None]
    passed: Mapped[bool] = mapped_column(default=False, server_default=false())
    last_attempt_id: Mapped[int | None] = mapped_column(ForeignKey("attempt.id"))
    best_attempt_id: Mapped[int | None] = mapped_column(ForeignKey("attempt.id"))
    last_activity_at: Mapped[datetime] = mapped_column(default=now)
    rules: Mapped[dict[str, Any]] = mapped_column(default=dict)  # rule name -> findings in the last attempt
