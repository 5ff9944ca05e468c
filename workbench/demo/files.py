"""Reading `demo/cohort.yaml` and `demo/answers/USERNAME.yaml`. Problems are collected, never thrown."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import Field

from workbench.content import Problem, Strict, parse_yaml, read_text, validate
from workbench.exercises.kinds.base import Document, Exercise, Unreadable
from workbench.reviewer.without import findings_of

Words = Annotated[str, Field(min_length=1)]
Hour = Annotated[str, Field(pattern=r"^\d\d:\d\d$")]
#: Day and hour in the zone of the class, such as 2026-11-20 10:08.
Moment = Words


class Meeting(Strict):
    """A session of the schedule."""

    number: int
    title: Words
    date: date
    start: Hour
    end: Hour
    jp: int


class Someone(Strict):
    """An account and where its owner comes from."""

    username: Words
    name: Words
    unit: Words
    position: Words


class Course(Strict):
    """The class and everybody in it."""

    title: Words
    starts_on: date
    ends_on: date
    place: Words
    zone: Words
    join_code: Words
    body: Words
    jp: int
    signatory_name: Words
    signatory_title: Words
    number_pattern: Words
    minimum_score: int
    minimum_attendance: int
    modules_required: bool
    sessions: list[Meeting]
    organisers: Annotated[list[Someone], Field(min_length=1)]
    facilitators: Annotated[list[Someone], Field(min_length=1)]
    participants: Annotated[list[Someone], Field(min_length=1)]

    def moment(self, text: str) -> datetime:
        """A moment as written in the files, in UTC.

        :raises ValueError: for what no calendar has.
        """
        return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=ZoneInfo(self.zone)).astimezone(UTC)


class Try(Strict):
    """An answer at a moment: a draft, or an attempt that the reviewer will score."""

    exercise: Words
    at: Moment
    answer: dict[str, Any]


class Remark(Strict):
    """What somebody (`by`, a username) said about the n-th attempt in an exercise."""

    exercise: Words
    attempt: Annotated[int, Field(ge=1)]
    by: Words
    at: Moment
    body: Words


class Decision(Strict):
    """What a facilitator (`by`) decided about an objection, and the reason its author reads."""

    by: Words
    at: Moment
    state: Literal["diterima", "ditolak"]
    answer: Words


class Protest(Strict):
    """An objection to what a rule found in a row (none: in the whole) of the n-th attempt in an exercise."""

    exercise: Words
    attempt: Annotated[int, Field(ge=1)]
    rule: Words
    row: int | None = None
    at: Moment
    reason: Words
    decision: Decision | None = None


class Doings(Strict):
    """What one participant did. `attendance` holds numbers of sessions."""

    modules_read: list[str]
    attendance: list[int]
    attempts: list[Try]
    draft: Try | None = None
    comments: list[Remark] = []
    objections: list[Protest] = []


@dataclass(frozen=True, slots=True)
class Demo:
    """The class, and by username what everybody did in it; it happens so many `days` later than written."""

    course: Course
    doings: Mapping[str, Doings] = field(default_factory=dict)
    days: int = 0

    def day(self, written: date) -> date:
        """A day of the files as it is in the class."""
        return written + timedelta(days=self.days)

    def moment(self, text: str) -> datetime:
        """A moment of the files as it is in the class, in UTC."""
        return self.course.moment(text) + timedelta(days=self.days)

    def just_over(self, now: datetime) -> "Demo":
        """The same class, ended yesterday."""
        yesterday = now.astimezone(ZoneInfo(self.course.zone)).date() - timedelta(days=1)
        return replace(self, days=(yesterday - self.course.ends_on).days)


def read(
    folder: Path, modules: set[str], exercises: Mapping[str, Exercise]
) -> tuple[Demo | None, list[Problem]]:
    """The demo in a folder; None where the class itself cannot be read."""
    shown = f"{folder.name}/cohort.yaml"
    value, problems = _yaml(folder / "cohort.yaml", shown)
    course = None
    if not problems:
        course, problems = validate(Course, value, shown)
    if course is None:
        return None, problems
    problems = [Problem(shown, *wrong) for wrong in _wrong_course(course)]
    known = {someone.username for someone in course.participants}
    doings = {}
    for path in sorted((folder / "answers").glob("*.yaml")):
        shown = f"{folder.name}/answers/{path.name}"
        value, wrong = _yaml(path, shown)
        did = None
        if not wrong:
            did, wrong = validate(Doings, value, shown)
        problems += wrong
        if did is None:
            continue
        if path.stem not in known:
            problems.append(Problem(shown, "nama berkas", f"{path.stem} bukan peserta di cohort.yaml"))
        doings[path.stem] = did
        problems += [Problem(shown, *wrong) for wrong in _wrong_doings(did, course, modules, exercises)]
    return Demo(course, doings), problems


def _yaml(path: Path, shown: str) -> tuple[Any, list[Problem]]:
    text, problems = read_text(path, shown)
    return (None, problems) if problems else parse_yaml(text, shown)


def _wrong_course(course: Course) -> Iterator[tuple[str, str]]:
    people = Counter(
        someone.username for someone in (*course.organisers, *course.facilitators, *course.participants)
    )
    for username, times in people.items():
        if times > 1:
            yield "participants", f"nama pengguna {username} dipakai {times} kali"
    for index, meeting in enumerate(course.sessions):
        if not course.starts_on <= meeting.date <= course.ends_on:
            yield (
                f"sessions[{index}].date",
                f"di luar tanggal kelas, {course.starts_on} s.d. {course.ends_on}",
            )
        if meeting.end <= meeting.start:
            yield f"sessions[{index}].end", "selesai sebelum mulai"


def _wrong_doings(
    did: Doings, course: Course, modules: set[str], exercises: Mapping[str, Exercise]
) -> Iterator[tuple[str, str]]:
    for index, module in enumerate(did.modules_read):
        if module not in modules:
            yield f"modules_read[{index}]", f"tidak ada modul bernama {module}"
    numbers = {meeting.number for meeting in course.sessions}
    for index, number in enumerate(did.attendance):
        if number not in numbers:
            yield f"attendance[{index}]", f"tidak ada sesi bernomor {number}"
    latest: dict[str, str] = {}
    for index, attempt in enumerate(did.attempts):
        for where, wrong in _wrong_try(attempt, course, exercises, submitted=True):
            yield f"attempts[{index}].{where}", wrong
        if attempt.at <= latest.get(attempt.exercise, ""):
            yield f"attempts[{index}].at", "tidak sesudah percobaan sebelumnya di latihan yang sama"
        latest[attempt.exercise] = attempt.at
    if did.draft:
        for where, wrong in _wrong_try(did.draft, course, exercises, submitted=False):
            yield f"draft.{where}", wrong
    yield from _wrong_comments(did, course)
    yield from _wrong_objections(did, course, exercises)


def _wrong_comments(did: Doings, course: Course) -> Iterator[tuple[str, str]]:
    made = Counter(attempt.exercise for attempt in did.attempts)
    people = {someone.username for someone in (*course.facilitators, *course.participants)}
    for index, comment in enumerate(did.comments):
        if comment.by not in people:
            yield f"comments[{index}].by", f"{comment.by} bukan fasilitator atau peserta kelas ini"
        if comment.attempt > made[comment.exercise]:
            wrong = f"percobaan {comment.attempt} tidak ada, hanya {made[comment.exercise]}"
            yield f"comments[{index}].attempt", wrong
        if wrong := _wrong_moment(comment.at, course):
            yield f"comments[{index}].at", wrong


def _wrong_objections(
    did: Doings, course: Course, exercises: Mapping[str, Exercise]
) -> Iterator[tuple[str, str]]:
    for index, protest in enumerate(did.objections):
        where = f"objections[{index}]"
        tries = [tried for tried in did.attempts if tried.exercise == protest.exercise]
        if protest.attempt > len(tries):
            yield f"{where}.attempt", f"percobaan {protest.attempt} tidak ada, hanya {len(tries)}"
            continue
        tried = tries[protest.attempt - 1]
        if protest.exercise in exercises and not _finds(protest, tried, exercises[protest.exercise]):
            yield f"{where}.rule", f"{protest.rule} tidak ditemukan di percobaan itu, baris {protest.row}"
        moments = [tried.at, protest.at]
        if wrong := _wrong_moment(protest.at, course):
            yield f"{where}.at", wrong
        if decision := protest.decision:
            moments.append(decision.at)
            if decision.by not in {someone.username for someone in course.facilitators}:
                yield f"{where}.decision.by", f"{decision.by} bukan fasilitator kelas ini"
            if wrong := _wrong_moment(decision.at, course):
                yield f"{where}.decision.at", wrong
        if moments != sorted(moments):
            yield f"{where}.at", "percobaan, keberatan, dan keputusan tidak berurutan waktunya"


def _finds(protest: Protest, tried: Try, exercise: Exercise) -> bool:
    answer = exercise.parse(tried.answer)
    return isinstance(answer, dict) and key_of(protest, exercise.review(answer)) is not None


def key_of(protest: Protest, review: Document) -> str | None:
    """The key of the finding that is objected to; None where the review does not find it."""
    return next(
        (
            key
            for key, row, finding in findings_of(review)
            if (finding["rule"], row) == (protest.rule, protest.row)
        ),
        None,
    )


def _wrong_try(
    tried: Try, course: Course, exercises: Mapping[str, Exercise], *, submitted: bool
) -> Iterator[tuple[str, str]]:
    if wrong := _wrong_moment(tried.at, course):
        yield "at", wrong
    exercise = exercises.get(tried.exercise)
    if exercise is None:
        yield "exercise", f"tidak ada latihan bernama {tried.exercise}"
        return
    parsed = exercise.parse(tried.answer) if submitted else exercise.accept(tried.answer)
    if isinstance(parsed, Unreadable):
        yield "answer", f"tidak dapat dinilai: {parsed.sentence}"


def _wrong_moment(text: str, course: Course) -> str:
    try:
        day = course.moment(text).astimezone(ZoneInfo(course.zone)).date()
    except ValueError:
        return f"{text} bukan hari dan jam seperti 2026-11-20 10:08"
    inside = course.starts_on <= day <= course.ends_on
    return "" if inside else f"di luar tanggal kelas, {course.starts_on} s.d. {course.ends_on}"
