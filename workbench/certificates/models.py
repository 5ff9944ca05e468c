"""Certificates: issued once, frozen, revocable."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship

from workbench.db import Model, now
from workbench.people.models import Membership


class Certificate(Model):
    """What was printed (`fields`), the bytes that were printed, and their hash.

    `code` holds at least 80 random bits. `sequence` is the running number within the class. A revoked
    certificate stays, with its reason.
    """

    __tablename__ = "certificate"
    __table_args__ = (
        UniqueConstraint("cohort_id", "sequence"),
        # one valid certificate a person; a revoked one makes room for its successor
        Index(
            "uq_certificate_valid",
            "membership_id",
            unique=True,
            sqlite_where=text("revoked_at IS NULL"),
            postgresql_where=text("revoked_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohort.id"), index=True)
    membership_id: Mapped[int] = mapped_column(ForeignKey("membership.id"), index=True)
    sequence: Mapped[int]
    number: Mapped[str] = mapped_column(String(120), unique=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    fields: Mapped[dict[str, Any]]
    pdf: Mapped[bytes] = deferred(mapped_column(LargeBinary))
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    ruleset: Mapped[str] = mapped_column(String(20))
    issued_at: Mapped[datetime] = mapped_column(default=now)
    issued_by_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    revoked_at: Mapped[datetime | None]
    revoked_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    revoked_reason: Mapped[str | None] = mapped_column(Text)

    membership: Mapped[Membership] = relationship()
