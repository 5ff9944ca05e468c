"""Setting up a class: its beginning, its code, its schedule, its staff."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import select

from workbench.cohorts import numbering
from workbench.cohorts.models import Attendance, ClassSession, Cohort
from workbench.db import session
from workbench.people import accounts
from workbench.people.models import Role, User


class InUse(Exception):
    """A session cannot be removed, because attendance was recorded in it."""


def found(cohort: Cohort, organiser: User) -> Cohort:
    """Begin a class with a code of its own; whoever begins it organises it. The caller commits."""
    cohort.join_code = fresh_code()
    session().add(cohort)
    session().flush()
    accounts.enrol(organiser, cohort.id, Role.ORGANISER, cohort.body)
    return cohort


def fresh_code() -> str:
    """A class code that can be read from a projector and is not in use, such as K7QM3T."""
    while True:
        code = accounts.readable_secret(groups=1, size=6)
        if session().scalar(select(Cohort.id).where(Cohort.join_code == code)) is None:
            return code


def fresh_pattern() -> str:
    """A pattern of certificate numbers that no class uses, so that no two classes issue the same number."""
    return numbering.unused(session().scalars(select(Cohort.number_pattern)))


def move_to_zone(cohort: Cohort, zone: str) -> None:
    """Change the zone of a class; its sessions keep the hours that were typed."""
    old, new = ZoneInfo(cohort.zone), ZoneInfo(zone)
    for item in cohort.sessions:
        item.starts_at = item.starts_at.astimezone(old).replace(tzinfo=new)
        item.ends_at = item.ends_at.astimezone(old).replace(tzinfo=new)
    cohort.zone = zone


def zone_of(cohort: Cohort) -> ZoneInfo:
    """The zone of every time in the class."""
    return ZoneInfo(cohort.zone)


def at(cohort: Cohort, day: date, hour: time) -> datetime:
    """A moment in the zone of the class."""
    return datetime.combine(day, hour, zone_of(cohort))


def remove_session(item: ClassSession) -> None:
    """Take a session out of the schedule.

    :raises InUse: when attendance was recorded in it.
    """
    if session().scalar(select(Attendance.id).where(Attendance.session_id == item.id).limit(1)):
        raise InUse
    session().delete(item)
