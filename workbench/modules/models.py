"""Who has read what."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workbench.db import Model, now


class ModuleReading(Model):
    """A participant opened a module; `finished_at` once its end was reached."""

    __tablename__ = "module_reading"
    __table_args__ = (UniqueConstraint("membership_id", "module"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    membership_id: Mapped[int] = mapped_column(ForeignKey("membership.id"), index=True)
    module: Mapped[str] = mapped_column(String(80))
    opened_at: Mapped[datetime] = mapped_column(default=now)
    finished_at: Mapped[datetime | None]
