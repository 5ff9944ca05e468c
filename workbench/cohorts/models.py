"""A class (angkatan), its sessions, and who was there."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workbench.cohorts import numbering
from workbench.db import Model, now

if TYPE_CHECKING:
    from workbench.people.models import Membership


class Cohort(Model):
    """A class: when and where, who signs, and what a participant must fulfil.

    `zone` is one IANA zone for every time shown in the class. `jp` counts jam pelajaran of 45 minutes.
    `minimum_score` (0..100) is asked of the best score of every exercise; `minimum_attendance` is a
    percentage of the JP of all sessions, 0 where attendance is not asked. `number_pattern` makes certificate
    numbers: {n} the running number, {n:03} padded, {month} in roman numerals, {year}.
    """

    __tablename__ = "cohort"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(200))
    join_code: Mapped[str] = mapped_column(String(20), unique=True)
    join_open: Mapped[bool] = mapped_column(default=True)
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    zone: Mapped[str] = mapped_column(String(40), default="Asia/Jakarta")
    place: Mapped[str] = mapped_column(String(200), default="")
    body: Mapped[str] = mapped_column(String(200), default="")  # the organising institution
    jp: Mapped[int] = mapped_column(default=16)
    signatory_name: Mapped[str] = mapped_column(String(160), default="")
    signatory_title: Mapped[str] = mapped_column(String(200), default="")
    number_pattern: Mapped[str] = mapped_column(String(80), default=numbering.USUAL)
    minimum_score: Mapped[int] = mapped_column(default=70)
    minimum_attendance: Mapped[int] = mapped_column(default=80)
    modules_required: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    memberships: Mapped[list["Membership"]] = relationship(back_populates="cohort")
    sessions: Mapped[list["ClassSession"]] = relationship(
        back_populates="cohort", order_by="ClassSession.starts_at"
    )


class ClassSession(Model):
    """One session of the schedule; `jp` is what it counts in jam pelajaran."""

    __tablename__ = "class_session"

    id: Mapped[int] = mapped_column(primary_key=True)
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohort.id"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    jp: Mapped[int] = mapped_column(default=2)

    cohort: Mapped[Cohort] = relationship(back_populates="sessions")


class Attendance(Model):
    """Somebody was present at a session; no row means absent."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("session_id", "membership_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("class_session.id"), index=True)
    membership_id: Mapped[int] = mapped_column(ForeignKey("membership.id"), index=True)
    marked_by_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    marked_at: Mapped[datetime] = mapped_column(default=now)
