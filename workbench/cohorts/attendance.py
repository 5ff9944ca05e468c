"""Who was there: counted in jam pelajaran, so that a long session weighs more than a short one."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import delete, func, select

from workbench.cohorts.models import Attendance, ClassSession, Cohort
from workbench.db import session
from workbench.people.models import Membership, Role, User

#: A session and a participant.
Mark = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Presence:
    """JP attended of the JP of all sessions of the class."""

    jp: int
    total: int

    @property
    def percent(self) -> int:
        """0..100, rounded down so that a shortfall never looks fulfilled; 0 without a schedule."""
        return self.jp * 100 // self.total if self.total else 0

    def reaches(self, minimum: int) -> bool:
        """Whether at least `minimum` per cent was attended, computed in whole numbers."""
        return self.jp * 100 >= minimum * self.total if self.total else minimum == 0


def presences(cohort: Cohort) -> dict[int, Presence]:
    """By membership, for every participant of a class, in two queries."""
    total = (
        session().scalar(select(func.sum(ClassSession.jp)).where(ClassSession.cohort_id == cohort.id)) or 0
    )
    attended = (
        select(Attendance.membership_id, func.sum(ClassSession.jp).label("jp"))
        .join(ClassSession, ClassSession.id == Attendance.session_id)
        .where(ClassSession.cohort_id == cohort.id)
        .group_by(Attendance.membership_id)
        .subquery()
    )
    rows = session().execute(
        select(Membership.id, func.coalesce(attended.c.jp, 0))
        .outerjoin(attended, attended.c.membership_id == Membership.id)
        .where(Membership.cohort_id == cohort.id, Membership.role == Role.PARTICIPANT)
    )
    return {membership_id: Presence(int(jp), int(total)) for membership_id, jp in rows}


def percentage(membership: Membership) -> Presence:
    """How much of the schedule one participant attended."""
    return presences(membership.cohort).get(membership.id, Presence(0, 0))


def marks(cohort: Cohort) -> set[Mark]:
    """Every recorded presence of a class."""
    rows = session().execute(
        select(Attendance.session_id, Attendance.membership_id)
        .join(ClassSession, ClassSession.id == Attendance.session_id)
        .where(ClassSession.cohort_id == cohort.id)
    )
    return {(session_id, membership_id) for session_id, membership_id in rows}


def record(cohort: Cohort, before: Iterable[Mark], after: Iterable[Mark], by: User) -> tuple[int, int]:
    """Write what somebody changed between the page they were shown and the page they sent.

    Only their own changes are written, so that two people marking at once do not undo each other. Marks that
    belong to no session or participant of this class are ignored. The caller commits.

    :returns: how many presences were added and how many taken back.
    """
    possible_sessions = {item.id for item in cohort.sessions}
    possible_people = set(
        session().scalars(
            select(Membership.id).where(
                Membership.cohort_id == cohort.id, Membership.role == Role.PARTICIPANT
            )
        )
    )
    before, after, known = set(before), set(after), marks(cohort)
    added = {
        mark for mark in after - before - known if mark[0] in possible_sessions and mark[1] in possible_people
    }
    removed = (before - after) & known
    session().add_all(
        Attendance(session_id=session_id, membership_id=membership_id, marked_by_id=by.id)
        for session_id, membership_id in sorted(added)
    )
    for session_id in {mark[0] for mark in removed}:
        gone = [membership_id for item, membership_id in removed if item == session_id]
        session().execute(
            delete(Attendance).where(Attendance.session_id == session_id, Attendance.membership_id.in_(gone))
        )
    session().flush()
    return len(added), len(removed)
