"""Bringing people into a class: what a list would change, and changing it all at once or not at all."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from enum import StrEnum

from flask_babel import gettext as _
from sqlalchemy import delete, select

from workbench.cohorts import roster
from workbench.cohorts.models import Attendance, Cohort
from workbench.cohorts.roster import Person
from workbench.db import refusing_duplicates, session
from workbench.exercises.models import Attempt, Draft, Standing
from workbench.modules.models import ModuleReading
from workbench.people import access, accounts
from workbench.people.models import Membership, Role, User
from workbench.web.labels import ROLES


class Outcome(StrEnum):
    """What applying a row does."""

    NEW = "new"  # a new account, with a card to hand out
    ENROL = "enrol"  # an account that exists already joins the class
    CHANGE = "change"  # a member whose data the list corrects
    SAME = "same"  # a member already, nothing to do
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Planned:
    """A row and what it would do; `note` says it in words where that helps."""

    person: Person
    outcome: Outcome
    note: str = ""
    user: User | None = None
    membership: Membership | None = None
    changes: tuple[str, ...] = ()  # names of the fields that the list corrects


@dataclass(frozen=True, slots=True)
class Slip:
    """An account card: shown once, because only the hash of the password is kept."""

    name: str
    unit: str
    username: str
    password: str


@dataclass(slots=True)
class Applied:
    """What a list did."""

    slips: list[Slip] = field(default_factory=list)
    enrolled: list[Planned] = field(default_factory=list)
    changed: int = 0
    same: int = 0


class Overtaken(Exception):
    """Somebody else changed the same accounts at the same moment; nothing was written."""


class HasWork(Exception):
    """Somebody cannot be taken out of the class, because their work or certificate would go too."""


def plan(cohort: Cohort, organiser: User, people: Iterable[Person]) -> list[Planned]:
    """What each row would do to this class. Looks only; three queries whatever the length of the list."""
    rows = list(people)
    members = (
        session()
        .scalars(
            select(Membership)
            .where(Membership.cohort_id == cohort.id)
            .execution_options(populate_existing=True)
        )
        .all()
    )
    nips = {person.nip for person in rows if person.nip}
    owners = {user.nip: user for user in session().scalars(select(User).where(User.nip.in_(nips)))}
    own = access.accounts_within(organiser, [user.id for user in owners.values()])
    by_user = {member.user_id: member for member in members}
    by_name = {(roster.fold(member.user.name), roster.fold(member.unit)): member for member in members}
    planned: list[Planned] = []
    taken: dict[int, int] = {}
    for person in rows:
        row = _planned(person, owners.get(person.nip), by_user, by_name, own)
        if row.membership is not None and row.outcome is not Outcome.PROBLEM:
            first = taken.setdefault(row.membership.id, person.line)
            if first != person.line:
                row = _problem(
                    person, _("Orangnya sama dengan baris %(line)s. Hapus salah satu.", line=first)
                )
        planned.append(row)
    return planned


def _planned(
    person: Person,
    owner: User | None,
    by_user: dict[int, Membership],
    by_name: dict[tuple[str, str], Membership],
    own: set[int],
) -> Planned:
    if person.problems:
        return Planned(person, Outcome.PROBLEM)
    member = by_user.get(owner.id) if owner else None
    if owner is None:
        namesake = by_name.get((roster.fold(person.name), roster.fold(person.unit)))
        # a different NIP makes a different person, however alike the names
        if namesake is not None and (not person.nip or not namesake.user.nip):
            member = namesake
    if member is None and owner is None:
        return Planned(person, Outcome.NEW)
    user = owner or (member.user if member else None)
    assert user is not None, "a member has an account"
    if not _same_person(person.name, user.name):
        return _problem(
            person,
            _("NIP ini sudah dipakai %(name)s di kelas ini. Periksa nama atau NIP-nya.", name=user.name)
            if member
            else _("NIP ini sudah dipakai akun dengan nama lain. Periksa nama atau NIP-nya."),
        )
    if member is None:
        return Planned(person, Outcome.ENROL, _("memakai akun yang sudah ada"), user)
    if member.role != Role.PARTICIPANT:
        return _problem(person, _("Orang ini sudah menjadi %(role)s di kelas ini.", role=ROLES[member.role]))
    changes = _changes(person, member, user.id in own or not owner)
    if changes:
        return Planned(person, Outcome.CHANGE, ", ".join(changes.values()), user, member, tuple(changes))
    return Planned(person, Outcome.SAME, "", user, member)


def _problem(person: Person, sentence: str) -> Planned:
    return Planned(replace(person, problems=(*person.problems, sentence)), Outcome.PROBLEM)


def _same_person(listed: str, known: str) -> bool:
    """The same name, or one with more degrees than the other."""
    return _words(listed) <= _words(known) or _words(known) <= _words(listed)


def _words(name: str) -> set[str]:
    return set(roster.fold(name).split())


def _changes(person: Person, member: Membership, may_rename: bool) -> dict[str, str]:
    """Fields that the list corrects, each with words for it; an empty cell corrects nothing."""
    changes = {}
    if person.unit and person.unit != member.unit:
        changes["unit"] = _("OPD diperbarui")
    if person.position and person.position != member.position:
        changes["position"] = _("jabatan diperbarui")
    if may_rename and _words(person.name) > _words(member.user.name):
        changes["name"] = _("gelar dilengkapi")
    if may_rename and person.nip and person.nip != member.user.nip:
        changes["nip"] = _("NIP dilengkapi")
    if may_rename and person.email and person.email != member.user.email:
        changes["email"] = _("email diperbarui")
    return changes


def apply(cohort: Cohort, organiser: User, people: Sequence[Person]) -> Applied:
    """Do what the good rows ask, in one transaction that the caller commits.

    Passwords are hashed before the first write, so that a long list does not keep others from saving.

    :raises Overtaken: when another list brought the same people in meanwhile.
    """
    new = sum(row.outcome is Outcome.NEW for row in plan(cohort, organiser, people))
    secrets = _secrets(new)
    applied = Applied()
    with refusing_duplicates() as broken:
        session().execute(select(Cohort.id).where(Cohort.id == cohort.id).with_for_update())
        for row in plan(cohort, organiser, people):
            _apply(cohort, row, secrets, applied)
    if broken:
        raise Overtaken
    return applied


def _secrets(n: int) -> list[tuple[str, str]]:
    """`n` passwords with their hashes."""
    passwords = [accounts.readable_secret() for _ in range(n)]
    with ThreadPoolExecutor(2) as workers:
        return list(zip(passwords, workers.map(accounts.hash_password, passwords), strict=True))


def _apply(cohort: Cohort, row: Planned, secrets: list[tuple[str, str]], applied: Applied) -> None:
    person = row.person
    if row.outcome is Outcome.NEW:
        password, hashed = secrets.pop() if secrets else _secrets(1)[0]
        user = accounts.create(person.name, password, nip=person.nip, email=person.email, hashed=hashed)
        accounts.enrol(user, cohort.id, Role.PARTICIPANT, person.unit, person.position)
        applied.slips.append(Slip(user.name, person.unit, user.username, password))
    elif row.outcome is Outcome.ENROL:
        assert row.user is not None
        accounts.enrol(row.user, cohort.id, Role.PARTICIPANT, person.unit, person.position)
        applied.enrolled.append(row)
    elif row.outcome is Outcome.CHANGE:
        assert row.membership is not None
        for name in row.changes:
            target = row.membership if name in {"unit", "position"} else row.membership.user
            setattr(target, name, getattr(person, name))
        applied.changed += 1
    elif row.outcome is Outcome.SAME:
        applied.same += 1


def new_cards(members: Sequence[Membership]) -> list[Slip]:
    """A new password for each of these people; their sessions end. The caller commits."""
    slips = []
    for member, (password, hashed) in zip(members, _secrets(len(members)), strict=True):
        accounts.change_password(member.user, password, hashed=hashed)
        slips.append(Slip(member.user.name, member.unit, member.user.username, password))
    return slips


def remove(membership: Membership) -> None:
    """Take somebody out of a class, with what they only opened; the account stays. The caller commits.

    :raises HasWork: when they have a draft, an attempt or a certificate in it.
    """
    for work in (Attempt, Draft):
        if session().scalar(select(work.id).where(work.membership_id == membership.id).limit(1)):
            raise HasWork
    with refusing_duplicates() as broken:  # a certificate holds on to its membership
        for record in (Standing, Attendance, ModuleReading):
            session().execute(delete(record).where(record.membership_id == membership.id))
        session().delete(membership)
    if broken:
        raise HasWork
