"""Before and after: the first draft of a person against their last attempt."""

from flask import render_template
from flask.typing import ResponseReturnValue

from workbench.exercises import before_after
from workbench.exercises.paper_views import bp, whose
from workbench.exercises.wording import WORDS
from workbench.people import access
from workbench.web.labels import columns_of

__all__ = ["bp"]


@bp.get("/latihan/<slug>/perubahan")
def turn(cohort_id: int, slug: str) -> ResponseReturnValue:
    """Row by row and finding by finding; for staff of a participant with `?peserta=ID`."""
    exercise, owner = whose(cohort_id, slug)
    found = before_after.turn(owner.id, exercise)
    last = found.last.review if found else {}
    return render_template(
        "exercises/turn.html",
        exercise=exercise,
        owner=owner,
        own=owner.user_id == access.person().id,
        turn=found,
        **{**WORDS, "columns": columns_of(last.get("kind", ""), last.get("position", ""))},
    )
