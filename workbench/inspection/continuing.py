"""Going on from a reviewed table as a draft in an exercise of one's class."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.exercises import drafts
from workbench.exercises.kinds.base import Answer, Unreadable
from workbench.exercises.kinds.indicator_table import IndicatorTable
from workbench.exercises.kinds.tables import is_blank
from workbench.exercises.library import current
from workbench.exercises.models import Draft
from workbench.people.models import Membership
from workbench.reviewer.document import Table


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the table could go, and the draft that lies there."""

    membership: Membership
    exercise: IndicatorTable
    draft: Draft | None

    @property
    def key(self) -> str:
        """Its name in a form: `12/06-iku-opd-saya`."""
        return f"{self.membership.cohort_id}/{self.exercise.slug}"

    @property
    def filled(self) -> int:
        """How many rows somebody has typed there; 0 for an untouched desk."""
        if self.draft is None or self.draft.answer == self.exercise.blank():
            return 0
        rows = self.draft.answer.get("rows", [])
        return sum(not is_blank(row) for row in rows if isinstance(row, dict))


@dataclass(frozen=True, slots=True)
class Carried:
    """What would lie there: the answer (or why not), rows that do not fit, columns the exercise has not."""

    answer: Answer | Unreadable
    left_rows: int
    left_columns: tuple[str, ...]


def desks(memberships: Iterable[Membership]) -> list[Desk]:
    """Every indicator-table exercise of these classes, the latest class first."""
    exercises = [one for one in current() if isinstance(one, IndicatorTable)]
    return [
        Desk(membership, exercise, drafts.find(membership.id, exercise.slug))
        for membership in sorted(memberships, key=lambda one: -one.id)
        for exercise in exercises
    ]


def carried(table: Table, exercise: IndicatorTable) -> Carried:
    """The table as an answer of the exercise."""
    columns = [str(column) for column in exercise.columns]
    rows = [{name: row.cell(name) for name in columns} for row in table.rows]
    left = tuple(
        name
        for name in sorted(table.columns - set(columns))
        if any(row.cell(name).strip() for row in table.rows)
    )
    most = exercise.most_rows
    return Carried(exercise.accept({"rows": rows[:most]}), max(0, len(rows) - most), left)


def put(desk: Desk, answer: Answer, version: int) -> drafts.Saved | drafts.Conflict:
    """Lay the answer there over the version that the person saw; what lay there stays as a copy."""
    return drafts.save(desk.membership.id, desk.exercise.slug, answer, version, keep=True)
