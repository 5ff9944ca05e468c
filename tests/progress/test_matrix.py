"""What the matrix makes of plain rows: states, the order of help, the line above it, and what is shown."""

from datetime import UTC, datetime, timedelta

import pytest

from workbench.progress.matrix import Choice, Mark, Order, Person, State, lines, ordered, overview

START = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
EXERCISES = ["01-a", "02-b", "03-c"]
ANA, BUDI, CICI, DODO = people = [
    Person(1, "Ana", "Dinas A"),
    Person(2, "Budi", "Dinas B"),
    Person(3, "cici", "Dinas A"),
    Person(4, "Dodo", "Dinas B"),
]


def mark(
    person: Person,
    exercise: str,
    best: int,
    *,
    attempts: int = 1,
    passed: bool = False,
    rules: tuple[str, ...] = (),
    hour: int = 0,
) -> Mark:
    """A row of the summary table; its attempts are numbered so that each can be recognised."""
    number = person.membership_id * 100 + int(exercise[:2]) * 10
    return Mark(
        person.membership_id,
        exercise,
        attempts,
        best,
        passed,
        number + 1,
        number + 2,
        START + timedelta(hours=hour),
        dict.fromkeys(rules, 1),
    )


def test_each_cell_has_an_honest_state():
    (line, *_) = lines(
        [ANA],
        [
            mark(ANA, "01-a", 86, attempts=3, passed=True),
            mark(ANA, "02-b", 60, attempts=1),
        ],
        {(1, "03-c"): START},
        EXERCISES,
    )
    assert [cell.state for cell in line.cells] == [State.PASSED, State.TRIED, State.DRAFTED]
    assert (line.begun, line.passed, line.stuck) == (True, 1, ())


def test_stuck_means_two_attempts_and_not_passed():
    built = lines(
        people,
        [
            mark(ANA, "01-a", 50, attempts=2),
            mark(BUDI, "01-a", 50, attempts=1),
            mark(CICI, "01-a", 80, attempts=5, passed=True),
            mark(DODO, "01-a", 95, attempts=2, passed=False),
        ],
        {},
        EXERCISES,
    )
    assert [line.stuck for line in built] == [("01-a",), (), (), ("01-a",)], (
        "a high score alone is not enough"
    )


def test_a_cell_opens_the_best_attempt_once_passed_and_the_last_before():
    passed, stuck = lines(
        [ANA, BUDI],
        [mark(ANA, "01-a", 90, passed=True), mark(BUDI, "01-a", 40, attempts=3)],
        {},
        EXERCISES,
    )
    assert (passed.cells[0].attempt_id, stuck.cells[0].attempt_id) == (111, 212)


def test_those_who_need_help_come_first():
    built = lines(
        people,
        [
            mark(ANA, "01-a", 90, passed=True),
            mark(BUDI, "01-a", 40, attempts=2),
            mark(CICI, "01-a", 40, attempts=4),
        ],
        {},
        EXERCISES,
    )
    assert [line.person.name for line in ordered(built, Order.HELP)] == ["cici", "Budi", "Dodo", "Ana"]


@pytest.mark.parametrize(
    ("order", "names"),
    [
        (Order.NAME, ["Ana", "Budi", "cici", "Dodo"]),
        (Order.UNIT, ["Ana", "cici", "Budi", "Dodo"]),
        (Order.RECENT, ["Budi", "Ana", "cici", "Dodo"]),
    ],
)
def test_the_other_orders_say_what_they_do(order: Order, names: list[str]):
    built = lines(people, [mark(ANA, "01-a", 90, hour=1), mark(BUDI, "01-a", 40, hour=2)], {}, EXERCISES)
    assert [line.person.name for line in ordered(reversed(built), order)] == names


def test_the_line_above_tells_what_to_talk_about():
    built = lines(
        people,
        [
            mark(ANA, "01-a", 70, attempts=2, rules=("vague-words", "baseline-missing")),
            mark(BUDI, "01-a", 60, attempts=2, rules=("baseline-missing",)),
            mark(BUDI, "02-b", 50, attempts=3, rules=("baseline-missing", "vague-words")),
            mark(CICI, "02-b", 90, passed=True, rules=("baseline-missing",)),
        ],
        {},
        EXERCISES,
    )
    seen = overview(built, EXERCISES, advice={"baseline-missing"})
    assert (seen.people, seen.not_begun) == (4, 1)
    assert seen.stuck_most
    assert (seen.stuck_most.exercise, seen.stuck_most.stuck) == ("01-a", 2)
    assert seen.rules == (("vague-words", 2), ("baseline-missing", 3)), (
        "people are counted, advice comes last"
    )
    assert [(column.tried, column.passed, column.median) for column in seen.columns] == [
        (2, 0, 60),
        (2, 1, 50),
        (0, 0, None),
    ]


def test_nobody_and_nothing_are_no_trouble():
    assert overview([], []).stuck_most is None
    assert overview(lines(people, [], {}, EXERCISES), EXERCISES).not_begun == 4
    assert ordered([], Order.HELP) == []


def test_an_exercise_that_the_library_lost_is_left_out():
    (line,) = lines(
        [ANA], [mark(ANA, "99-lama", 10, rules=("vague-words",))], {(1, "98-lama"): START}, EXERCISES
    )
    assert not line.begun
    assert line.rules == frozenset()


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ({}, ["Ana", "Budi", "cici", "Dodo"]),
        ({"tampil": "belum"}, ["Dodo"]),
        ({"tampil": "macet"}, ["Ana", "Budi"]),
        ({"tampil": "macet", "latihan": "02-b"}, ["Budi"]),
        ({"aturan": "vague-words"}, ["cici"]),
        ({"tampil": "apa saja", "urut": "sembarang"}, ["Ana", "Budi", "cici", "Dodo"]),
    ],
)
def test_the_words_of_an_address_choose_who_is_shown(words: dict[str, str], names: list[str]):
    built = lines(
        people,
        [
            mark(ANA, "01-a", 50, attempts=2),
            mark(BUDI, "02-b", 50, attempts=2),
            mark(CICI, "01-a", 80, passed=True, rules=("vague-words",)),
        ],
        {},
        EXERCISES,
    )
    chosen = Choice.of(words)
    assert [line.person.name for line in built if chosen.shows(line)] == names
