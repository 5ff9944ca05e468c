"""Who somebody is: an account, and the part they play in a class."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from flask_login import UserMixin
from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workbench.db import Model, now

if TYPE_CHECKING:
    from workbench.cohorts.models import Cohort


class Role(StrEnum):
    """The part a person plays in one class."""

    PARTICIPANT = "peserta"
    FACILITATOR = "fasilitator"
    ORGANISER = "penyelenggara"


class User(UserMixin, Model):
    """An account. `nip` and `email` are never shown to the public."""

    __tablename__ = "user"

    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(String(60), unique=True)
    name: Mapped[str] = mapped_column(String(160))
    password_hash: Mapped[str] = mapped_column(String(255))
    nip: Mapped[str | None] = mapped_column(String(30), unique=True)
    email: Mapped[str | None] = mapped_column(String(254))
    may_organise: Mapped[bool] = mapped_column(default=False)
    language: Mapped[str] = mapped_column(String(2), default="id")
    session_key: Mapped[str] = mapped_column(String(32))
    last_seen_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=now)

    memberships: Mapped[list["Membership"]] = relationship(back_populates="user")

    def get_id(self) -> str:
        """What the session cookie holds; a new password makes a new key and ends every other session."""
        return f"{self.id}:{self.session_key}"


class Membership(Model):
    """A person in a class, with the OPD (`unit`) and position they come from."""

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("cohort_id", "user_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohort.id"), index=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), index=True)
    role: Mapped[Role] = mapped_column(String(20))
    unit: Mapped[str] = mapped_column(String(160), default="")
    position: Mapped[str] = mapped_column(String(160), default="")
    joined_at: Mapped[datetime] = mapped_column(default=now)

    user: Mapped[User] = relationship(back_populates="memberships", lazy="joined")
    cohort: Mapped["Cohort"] = relationship(back_populates="memberships", lazy="joined")
