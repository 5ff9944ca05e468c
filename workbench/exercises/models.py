"""Drafts are edited, attempts never; a summary per person and exercise is written with each attempt."""

from datetime import datetime
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

    `machine_score` is the reviewer's (0..100, for the rule set named in `ruleset`); the correction is the
    facilitator's, with a reason; `final_score` is derived from the two and never stored.
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

    @property
    def final_score(self) -> int:
        """The facilitator's correction where there is one, otherwise the machine's score."""
        return self.machine_score if self.correction is None else self.correction


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
