"""Who has read what: opening a module and reaching its end are remembered without a button."""

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import select

from workbench.db import now, refusing_duplicates, session
from workbench.modules.models import ModuleReading


class State(StrEnum):
    """How far somebody is with a module."""

    UNREAD = "belum"
    OPENED = "sedang"
    FINISHED = "selesai"


def opened(membership_id: int, module: str) -> ModuleReading:
    """They opened it; the first time is kept. Not yet committed."""
    reading = _reading(membership_id, module)
    if reading is None:
        with refusing_duplicates():  # two tabs may open it at once
            session().add(ModuleReading(membership_id=membership_id, module=module, opened_at=now()))
        reading = _reading(membership_id, module)
        assert reading is not None
    return reading


def finished(membership_id: int, module: str) -> ModuleReading:
    """They reached its end; the first time is kept. Not yet committed."""
    reading = opened(membership_id, module)
    if reading.finished_at is None:
        reading.finished_at = now()
    return reading


def states(membership_id: int) -> dict[str, State]:
    """Slug to state, for the modules this person has opened; every other one is unread."""
    return states_of([membership_id]).get(membership_id, {})


def states_of(membership_ids: Iterable[int]) -> dict[int, dict[str, State]]:
    """The same for many people with one query; who has opened nothing is absent."""
    found: dict[int, dict[str, State]] = {}
    rows = session().execute(
        select(ModuleReading.membership_id, ModuleReading.module, ModuleReading.finished_at).where(
            ModuleReading.membership_id.in_(list(membership_ids))
        )
    )
    for membership_id, module, finished_at in rows:
        found.setdefault(membership_id, {})[module] = State.FINISHED if finished_at else State.OPENED
    return found


def _reading(membership_id: int, module: str) -> ModuleReading | None:
    return session().scalar(
        select(ModuleReading).where(
            ModuleReading.membership_id == membership_id, ModuleReading.module == module
        )
    )
