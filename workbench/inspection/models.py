"""A review of an own document that its owner asked to keep."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from workbench.db import Model, now
from workbench.people.models import User


class Inspection(Model):
    """What was reviewed, as rows or as an agreement, and what was said of it; only its owner sees it.

    `place` is where the table stood in the file, in Indonesian; `content` what `subjects.restored` reads;
    the file itself is never kept.
    """

    __tablename__ = "inspection"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey(User.id), index=True)
    file_name: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(20))
    place: Mapped[str] = mapped_column(String(200))
    position: Mapped[str] = mapped_column(String(20))
    content: Mapped[dict[str, Any]] = mapped_column(deferred=True)  # a list of names needs neither
    review: Mapped[dict[str, Any]] = mapped_column(deferred=True)
    ruleset: Mapped[str] = mapped_column(String(20))
    score: Mapped[int]
    saved_at: Mapped[datetime] = mapped_column(default=now)
