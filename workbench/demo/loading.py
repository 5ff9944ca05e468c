"""Loading the demo in one transaction; attempts are scored by the real reviewer as they are loaded."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from workbench.cohorts.models import Attendance, ClassSession, Cohort
from workbench.db import now, session
from workbench.demo.files import Demo, Doings, Protest, Someone, Try, key_of
from workbench.exercises import attempts, objections
from workbench.exercises.kinds.base import Exercise
from workbench.exercises.models import Attempt, Comment, Draft, ObjectionState
from workbench.modules.library import Library
from workbench.modules.models import ModuleReading
from workbench.people import accounts
from workbench.people.models import Membership, Role, User


def password() -> str:
    """The password of every demo account; WORKBENCH_DEMO_PASSWORD chooses another."""
    return os.environ.get("WORKBENCH_DEMO_PASSWORD") or "bimtek-2026"


def is_loaded(demo: Demo) -> bool:
    """Whether the demo class is there already."""
    code = demo.course.join_code
    return session().scalar(select(Cohort.id).where(Cohort.join_code == code)) is not None


def load(demo: Demo, library: Library, exercises: Mapping[str, Exercise]) -> Cohort:
    """Write the class with everybody in it and everything they did, and commit once.

    Whenever it is loaded, the class ended yesterday: nothing in it lies in the future, and nothing looks old.
    """
    demo = demo.just_over(now())
    cohort = _cohort(demo)
    members = _members(demo, cohort)
    organiser = members[demo.course.organisers[0].username]
    meetings = {
        meeting.number: planned
        for meeting, planned in zip(demo.course.sessions, cohort.sessions, strict=True)
    }
    for username, did in demo.doings.items():
        story = _Story(demo, members[username], members, exercises)
        story.read(did, library)
        story.try_out(did)
        for number in did.attendance:
            session().add(
                Attendance(
                    session_id=meetings[number].id,
                    membership_id=members[username].id,
                    marked_by_id=organiser.user_id,
                    marked_at=meetings[number].ends_at,
                )
            )
    session().commit()
    return cohort


def _cohort(demo: Demo) -> Cohort:
    course = demo.course
    cohort = Cohort(**course.model_dump(exclude={"sessions", "organisers", "facilitators", "participants"}))
    cohort.starts_on, cohort.ends_on = demo.day(course.starts_on), demo.day(course.ends_on)
    cohort.created_at = demo.moment(f"{course.starts_on} 00:00") - timedelta(days=7)
    cohort.sessions = [
        ClassSession(
            title=meeting.title,
            starts_at=demo.moment(f"{meeting.date} {meeting.start}"),
            ends_at=demo.moment(f"{meeting.date} {meeting.end}"),
            jp=meeting.jp,
        )
        for meeting in course.sessions
    ]
    session().add(cohort)
    session().flush()
    return cohort


def _members(demo: Demo, cohort: Cohort) -> dict[str, Membership]:
    hashed = accounts.hash_password(password())  # once: hashing is slow on purpose
    course = demo.course
    members = {}
    for role, people in (
        (Role.ORGANISER, course.organisers),
        (Role.FACILITATOR, course.facilitators),
        (Role.PARTICIPANT, course.participants),
    ):
        for someone in people:
            user = _account(someone, hashed, may_organise=role == Role.ORGANISER)
            member = accounts.enrol(user, cohort.id, role, someone.unit, someone.position)
            member.joined_at = cohort.created_at
            members[someone.username] = member
    return members


def _account(someone: Someone, hashed: str, *, may_organise: bool) -> User:
    user = User(
        username=someone.username,
        name=someone.name,
        password_hash=hashed,
        may_organise=may_organise,
        session_key=secrets.token_hex(16),
    )
    session().add(user)
    session().flush()
    return user


@dataclass(frozen=True, slots=True)
class _Story:
    """What one participant did, on its way into the tables."""

    demo: Demo
    member: Membership
    members: Mapping[str, Membership]
    exercises: Mapping[str, Exercise]

    def read(self, did: Doings, library: Library) -> None:
        """Modules are read before the first try at one of their exercises, or when the class began."""
        course = self.demo.course
        begun = self.demo.moment(f"{course.starts_on} {course.sessions[0].start}")
        for slug in did.modules_read:
            module = library.get(slug)
            assert module is not None
            tries = [
                self.demo.moment(attempt.at)
                for attempt in did.attempts
                if attempt.exercise in module.front.exercises
            ]
            opened = min(tries, default=begun + timedelta(hours=1)) - timedelta(
                minutes=module.front.minutes + 5
            )
            session().add(
                ModuleReading(
                    membership_id=self.member.id,
                    module=slug,
                    opened_at=opened,
                    finished_at=opened + timedelta(minutes=module.front.minutes),
                )
            )
            self._was_here(opened)

    def try_out(self, did: Doings) -> None:
        """Drafts, attempts in the order of time, and what was said about them."""
        drafts: dict[str, Try] = {}
        made: dict[tuple[str, int], Attempt] = {}
        for tried in sorted(did.attempts, key=lambda attempt: attempt.at):
            exercise = self.exercises[tried.exercise]
            answer = exercise.parse(tried.answer)
            assert isinstance(answer, dict), f"{self.member.user.username}: {tried.exercise}"
            moment = self.demo.moment(tried.at)
            attempt = attempts.keep(self.member.id, exercise, answer, exercise.review(answer), moment)
            made[tried.exercise, attempt.number] = attempt
            self._was_here(moment)
            drafts[tried.exercise] = tried
        if did.draft:
            drafts[did.draft.exercise] = did.draft
        for tried in drafts.values():
            self._draft(tried)
        last = max((attempt.submitted_at for attempt in made.values()), default=None)
        for comment in did.comments:
            self._say(made[comment.exercise, comment.attempt], comment.by, comment.at, comment.body, last)
        for protest in did.objections:
            self._object(made[protest.exercise, protest.attempt], protest)

    def _object(self, attempt: Attempt, protest: Protest) -> None:
        """An objection and its decision, through the functions of the pages, at the moments of the story."""
        made = objections.keep(
            attempt, key_of(protest, attempt.review) or "", protest.reason, self.demo.moment(protest.at)
        )
        session().flush()
        if decided := protest.decision:
            objections.settle(
                made,
                ObjectionState(decided.state),
                decided.answer,
                self.members[decided.by].user,
                made.version,
                self.exercises[protest.exercise],
                self.demo.moment(decided.at),
            )

    def _draft(self, tried: Try) -> None:
        answer = self.exercises[tried.exercise].accept(tried.answer)
        assert isinstance(answer, dict)
        moment = self.demo.moment(tried.at)
        session().add(
            Draft(membership_id=self.member.id, exercise=tried.exercise, answer=answer, saved_at=moment)
        )
        self._was_here(moment)

    def _was_here(self, moment: datetime) -> None:
        """Whoever worked had signed in: the roster must not call them strangers."""
        user = self.member.user
        user.last_seen_at = max(moment, user.last_seen_at or moment)

    def _say(self, attempt: Attempt, by: str, at: str, body: str, last: datetime | None) -> None:
        """A comment counts as read when its reader has since submitted something."""
        written = self.demo.moment(at)
        own = self.members[by].id == self.member.id
        read = last if last and last > written and not own else None
        session().add(
            Comment(
                attempt_id=attempt.id,
                author_id=self.members[by].user_id,
                body=body,
                written_at=written,
                seen_at=read,
            )
        )
