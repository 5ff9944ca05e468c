"""The class matrix: plain rows in, a table to talk about out. Knows no database and no web."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

#: From this many attempts on, an exercise that is not passed counts as stuck.
STUCK_AFTER = 2

#: What may be shown alone.
NOT_BEGUN, STUCK = "belum", "macet"

_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


class State(StrEnum):
    """Where one person stands in one exercise."""

    NOT_BEGUN = "belum"
    DRAFTED = "draf"
    TRIED = "mencoba"
    STUCK = "macet"
    PASSED = "lulus"


class Order(StrEnum):
    """How the lines may be ordered; the first is the usual one."""

    HELP = "bantuan"
    NAME = "nama"
    UNIT = "opd"
    RECENT = "terakhir"


@dataclass(frozen=True, slots=True)
class Person:
    """A participant and their OPD."""

    membership_id: int
    name: str
    unit: str


@dataclass(frozen=True, slots=True)
class Mark:
    """The summary of a person in an exercise: final scores 0..100; `rules` of the last attempt."""

    membership_id: int
    exercise: str
    attempts: int
    best: int | None
    passed: bool
    best_attempt_id: int | None
    last_attempt_id: int | None
    at: datetime
    rules: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """A number and a state. `attempt_id` is worth opening: the best attempt once passed, else the last."""

    exercise: str
    state: State
    best: int | None = None
    attempts: int = 0
    attempt_id: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A person with a cell for each exercise."""

    person: Person
    cells: tuple[Cell, ...]
    last_at: datetime | None
    last_attempt_id: int | None
    rules: frozenset[str]

    @property
    def begun(self) -> bool:
        """Whether they have drafted or sent anything."""
        return any(cell.state != State.NOT_BEGUN for cell in self.cells)

    @property
    def stuck(self) -> tuple[str, ...]:
        """The exercises in which they are stuck."""
        return tuple(cell.exercise for cell in self.cells if cell.state == State.STUCK)

    @property
    def passed(self) -> int:
        """How many exercises they have passed."""
        return sum(cell.state == State.PASSED for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Column:
    """One exercise over the whole class: how many tried, passed, are stuck, and the median of best scores."""

    exercise: str
    tried: int
    passed: int
    stuck: int
    median: int | None


@dataclass(frozen=True, slots=True)
class Overview:
    """What a facilitator should talk about. `rules` are the most frequent ones with the number of people."""

    people: int
    not_begun: int
    columns: tuple[Column, ...]
    rules: tuple[tuple[str, int], ...]

    @property
    def stuck_most(self) -> Column | None:
        """The exercise in which most people are stuck; None when nobody is."""
        worst = max(self.columns, key=lambda column: column.stuck, default=None)
        return worst if worst and worst.stuck else None


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody wants to see of the matrix; empty texts mean everything."""

    unit: str = ""
    show: str = ""
    exercise: str = ""
    rule: str = ""
    order: Order = Order.HELP

    @classmethod
    def of(cls, arguments: Mapping[str, str]) -> "Choice":
        """From the words in an address; unknown ones count as not said."""
        show, order = arguments.get("tampil", ""), arguments.get("urut", "")
        return cls(
            unit=arguments.get("opd", ""),
            show=show if show in {NOT_BEGUN, STUCK} else "",
            exercise=arguments.get("latihan", ""),
            rule=arguments.get("aturan", ""),
            order=Order(order) if order in set(Order) else Order.HELP,
        )

    def shows(self, line: Line) -> bool:
        """Whether a line is wanted, whatever its unit."""
        if self.rule and self.rule not in line.rules:
            return False
        if self.show == NOT_BEGUN:
            return not line.begun
        if self.show == STUCK:
            return self.exercise in line.stuck if self.exercise else bool(line.stuck)
        return True

    def words(self, **changed: str) -> dict[str, str]:
        """The same choice as words for an address, with some changed; empty ones are left out."""
        usual = {
            "opd": self.unit,
            "tampil": self.show,
            "latihan": self.exercise,
            "aturan": self.rule,
            "urut": "" if self.order == Order.HELP else self.order.value,
        }
        return {word: value for word, value in {**usual, **changed}.items() if value}


def lines(
    people: Iterable[Person],
    marks: Iterable[Mark],
    drafts: Mapping[tuple[int, str], datetime],
    exercises: Sequence[str],
) -> list[Line]:
    """A line for each person, in no particular order; `drafts` are the times drafts were saved."""
    known = set(exercises)
    by_person: dict[int, dict[str, Mark]] = {}
    for mark in marks:
        if mark.exercise in known:
            by_person.setdefault(mark.membership_id, {})[mark.exercise] = mark
    drafted: dict[int, dict[str, datetime]] = {}
    for (membership_id, exercise), at in drafts.items():
        if exercise in known:
            drafted.setdefault(membership_id, {})[exercise] = at
    return [
        _line(
            person, by_person.get(person.membership_id, {}), drafted.get(person.membership_id, {}), exercises
        )
        for person in people
    ]


def overview(of: Sequence[Line], exercises: Sequence[str], advice: Collection[str] = ()) -> Overview:
    """The line above the matrix, for these lines; rules named in `advice` come after all others."""
    counted = Counter(rule for line in of for rule in line.rules)
    return Overview(
        people=len(of),
        not_begun=sum(not line.begun for line in of),
        columns=tuple(
            _column(slug, [line.cells[place] for line in of]) for place, slug in enumerate(exercises)
        ),
        rules=tuple(sorted(counted.items(), key=lambda item: (item[0] in advice, -item[1], item[0]))),
    )


def ordered(of: Iterable[Line], order: Order) -> list[Line]:
    """The lines in an order; equal ones by name."""
    by_name = sorted(of, key=lambda line: line.person.name.lower())
    match order:
        case Order.HELP:
            return sorted(by_name, key=_need)
        case Order.UNIT:
            return sorted(by_name, key=lambda line: line.person.unit.lower())
        case Order.RECENT:
            return sorted(by_name, key=lambda line: line.last_at or _LONG_AGO, reverse=True)
        case Order.NAME:
            return by_name


def _need(line: Line) -> tuple[int, bool, int, int]:
    """Stuck in most first, then who has not begun, then who has passed least, after most attempts."""
    attempts = sum(cell.attempts for cell in line.cells if cell.state == State.STUCK)
    return -len(line.stuck), line.begun, line.passed, -attempts


def _line(
    person: Person, marks: Mapping[str, Mark], drafted: Mapping[str, datetime], exercises: Sequence[str]
) -> Line:
    latest = max(marks.values(), key=lambda mark: mark.at, default=None)
    moments = [*drafted.values(), *(mark.at for mark in marks.values())]
    return Line(
        person=person,
        cells=tuple(_cell(slug, marks.get(slug), slug in drafted) for slug in exercises),
        last_at=max(moments, default=None),
        last_attempt_id=latest.last_attempt_id if latest else None,
        rules=frozenset(rule for mark in marks.values() for rule in mark.rules),
    )


def _cell(exercise: str, mark: Mark | None, drafted: bool) -> Cell:
    if mark is None or not mark.attempts:
        return Cell(exercise, State.DRAFTED if drafted else State.NOT_BEGUN)
    if mark.passed:
        return Cell(exercise, State.PASSED, mark.best, mark.attempts, mark.best_attempt_id)
    state = State.STUCK if mark.attempts >= STUCK_AFTER else State.TRIED
    return Cell(exercise, state, mark.best, mark.attempts, mark.last_attempt_id)


def _column(exercise: str, cells: Sequence[Cell]) -> Column:
    scores = sorted(cell.best for cell in cells if cell.best is not None)
    return Column(
        exercise=exercise,
        tried=len(scores),
        passed=sum(cell.state == State.PASSED for cell in cells),
        stuck=sum(cell.state == State.STUCK for cell in cells),
        median=scores[(len(scores) - 1) // 2] if scores else None,
    )
