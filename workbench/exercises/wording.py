"""What the templates of this room call things, handed to every page at once."""

from typing import Any

from workbench.exercises import places
from workbench.exercises.feedback import title_of
from workbench.exercises.kinds.agreement import Agreement
from workbench.exercises.kinds.base import Answer, Exercise
from workbench.exercises.kinds.cascade import TYPED, Cascade
from workbench.exercises.tree import grown
from workbench.web import labels

WORDS: dict[str, Any] = {
    "columns": labels.COLUMNS,
    "levels": labels.LEVELS,
    "principles": labels.PRINCIPLES,
    "positions": labels.POSITIONS,
    "agreement_labels": labels.AGREEMENT,
    "party_labels": labels.PARTY,
    "line_labels": labels.LINE,
    "box_labels": labels.BOX,
    "link_labels": labels.LINKS,
    "title_of": title_of,
    "grown": grown,
    "named": places.named,
    "part_named": places.part_named,
    "place_of": places.of_field,
}


def of_kind(exercise: Exercise, answer: Answer) -> dict[str, Any]:
    """What the desk of a kind needs beyond the draft: titles of the form, the tree as it stands."""
    if isinstance(exercise, Agreement):
        return {
            "objective_title": labels.OBJECTIVES[exercise.position],
            "budget_title": labels.BUDGETED[exercise.position],
        }
    if isinstance(exercise, Cascade):
        typed = [box for box in answer.get("boxes", ()) if any(box[name].strip() for name in TYPED)]
        begun = any(not exercise.stands(box["key"]) for box in typed)
        return {"drawn": grown(typed) if begun else ()}
    return {}
