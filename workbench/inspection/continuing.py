"""Going on from a reviewed table, agreement or tree as a draft in an exercise of one's class."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.exercises import drafts, starting, worksheets
from workbench.exercises.kinds.agreement import Agreement
from workbench.exercises.kinds.base import Answer, Exercise, Unreadable
from workbench.exercises.kinds.cascade import TYPED, Cascade
from workbench.exercises.kinds.indicator_table import IndicatorTable
from workbench.exercises.kinds.tables import is_blank
from workbench.exercises.library import current
from workbench.exercises.models import Draft
from workbench.inspection import fitting
from workbench.inspection.subjects import Subject
from workbench.people.models import Membership
from workbench.reviewer.document import Agreement as Paper
from workbench.reviewer.document import Cascade as Tree
from workbench.reviewer.document import Table

#: The kinds of exercise that a document can go on in.
TAKING = (Agreement, IndicatorTable, Cascade)


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the document could go, and the draft that lies there."""

    membership: Membership
    exercise: Agreement | IndicatorTable | Cascade
    draft: Draft | None

    @property
    def key(self) -> str:
        """Its name in a form: `12/06-iku-opd-saya`."""
        return f"{self.membership.cohort_id}/{self.exercise.slug}"

    @property
    def holds_boxes(self) -> bool:
        """Whether what lies there is a tree."""
        return isinstance(self.exercise, Cascade)

    @property
    def most(self) -> int:
        """How many rows or boxes it has room for."""
        exercise = self.exercise
        return exercise.boxes.max if isinstance(exercise, Cascade) else exercise.most_rows

    @property
    def filled(self) -> int:
        """How many rows or boxes somebody has typed there; 0 for an untouched desk."""
        if self.draft is None or self.draft.answer == self.exercise.blank():
            return 0
        exercise = self.exercise
        if isinstance(exercise, Cascade):
            boxes = [box for box in self.draft.answer.get("boxes", []) if isinstance(box, dict)]
            own = [box for box in boxes if not exercise.stands(box.get("key", ""))]
            return sum(any(box.get(name, "").strip() for name in TYPED) for box in own)
        rows = self.draft.answer.get("rows", [])
        return sum(not is_blank(row) for row in rows if isinstance(row, dict))


@dataclass(frozen=True, slots=True)
class Carried:
    """What would lie there: the answer (or why not), and what does not come along.

    `left` counts rows or boxes, `left_columns` names cells the exercise has not, `stands` a locked box that
    takes the place of the document's own.
    """

    answer: Answer | Unreadable
    left: int
    left_columns: tuple[str, ...] = ()
    stands: str = ""


def takes(exercise: Exercise | None, subject: Subject) -> bool:
    """Whether a document can become a draft of an exercise."""
    if isinstance(subject.document, Tree):
        return isinstance(exercise, Cascade)
    if isinstance(exercise, Agreement):
        return isinstance(subject.document, Paper) and exercise.position is subject.position
    return isinstance(exercise, IndicatorTable)


def desks(memberships: Iterable[Membership], subject: Subject) -> list[Desk]:
    """Every exercise of these classes that the document can become a draft of, the latest class first.

    Within a class those of its own kind come first, the freest of them before those with a case.
    """
    exercises = [one for one in current() if isinstance(one, TAKING) and takes(one, subject)]
    exercises.sort(key=lambda one: (not isinstance(one, Agreement), len(getattr(one, "locked", ()))))
    return [
        Desk(membership, exercise, drafts.find(membership.id, exercise.slug))
        for membership in sorted(memberships, key=lambda one: -one.id)
        for exercise in exercises
    ]


def carried(subject: Subject, desk: Desk) -> Carried:
    """The document as an answer of the exercise."""
    exercise = desk.exercise
    if isinstance(exercise, Cascade):
        assert isinstance(subject.document, Tree)
        return _boxes(subject.document, exercise)
    if isinstance(exercise, Agreement):
        assert isinstance(subject.document, Paper)
        return _paper(subject.document, exercise, starting.blank(desk.membership.id, exercise))
    return _rows(subject.table, exercise)


def _paper(paper: Paper, exercise: Agreement, blank: Answer) -> Carried:
    """Over the untouched desk, so that one's own IKU list stays what the rows are compared with."""
    answer = worksheets.with_agreement(exercise, blank, paper)
    rows, lines = answer["rows"], answer["programmes"]
    most, most_lines = exercise.rows.max, exercise.programmes.max
    left = max(0, len(rows) - most) + max(0, len(lines) - most_lines)
    return Carried(exercise.accept({**answer, "rows": rows[:most], "programmes": lines[:most_lines]}), left)


def _rows(table: Table, exercise: IndicatorTable) -> Carried:
    columns = [str(column) for column in exercise.columns]
    rows = [{name: row.cell(name) for name in columns} for row in table.rows]
    left = tuple(
        name
        for name in sorted(table.columns - set(columns))
        if any(row.cell(name).strip() for row in table.rows)
    )
    most = exercise.most_rows
    return Carried(exercise.accept({"rows": rows[:most]}), max(0, len(rows) - most), left)


def _boxes(tree: Tree, exercise: Cascade) -> Carried:
    known = [box for box in tree.boxes if box.position in exercise.positions]
    boxes, stands = fitting.fitted(known, exercise)
    most = exercise.boxes.max
    answer = exercise.accept({"boxes": boxes[:most]})
    return Carried(answer, len(tree.boxes) - len(boxes[:most]), stands=stands)


def put(desk: Desk, answer: Answer, version: int) -> drafts.Saved | drafts.Conflict:
    """Lay the answer there over the version that the person saw; what lay there stays as a copy."""
    return drafts.save(desk.membership.id, desk.exercise.slug, answer, version, keep=True)
