"""Starting an agreement from the participant's own IKU table."""

from typing import Any

from workbench.exercises import attempts, drafts
from workbench.exercises.kinds.agreement import Agreement
from workbench.exercises.kinds.base import Answer, Exercise
from workbench.exercises.kinds.tables import Cells, is_blank

#: The button of the desk that fetches the table again.
FETCH = "ambil-iku"


def blank(membership_id: int, exercise: Exercise) -> Answer:
    """The untouched desk of a person: with their own rows where the exercise asks for them."""
    own = own_table(membership_id, exercise)
    return exercise.started(own) if own and isinstance(exercise, Agreement) else exercise.blank()


def fetched(membership_id: int, exercise: Exercise, answer: Answer) -> Answer:
    """The draft with its rows, and the list they are compared with, taken from the table once more."""
    own = own_table(membership_id, exercise)
    if not own or not isinstance(exercise, Agreement):
        return answer
    started = exercise.started(own)
    return {**answer, "rows": started["rows"], "iku": started["iku"]}


def own_table(membership_id: int, exercise: Exercise) -> list[Cells]:
    """The rows of the IKU table that an agreement starts from: of the last attempt, else of the draft."""
    slug = exercise.from_iku if isinstance(exercise, Agreement) else None
    if slug is None:
        return []
    last = attempts.last(membership_id, slug)
    draft = None if last else drafts.find(membership_id, slug)
    answer: dict[str, Any] = last.answer if last else draft.answer if draft else {}
    rows = answer.get("rows", [])
    return [cells for cells in rows if isinstance(cells, dict) and not is_blank(cells)]
