"""The class page of each role, and the facilitator's matrix."""

from flask import Blueprint

from workbench.people import access

bp = Blueprint("progress", __name__, url_prefix="/kelas/<int:cohort_id>")


@bp.get("/")
def home(cohort_id: int) -> str:
    """The class as this person needs it."""
    access.membership(cohort_id)
    return ""
