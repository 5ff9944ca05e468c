"""Classes, rosters, attendance."""

from flask import Blueprint

from workbench.people import access

bp = Blueprint("cohorts", __name__, url_prefix="/kelas")


@bp.route("/baru", methods=["GET", "POST"])
def create() -> str:
    """Create a class."""
    access.organiser()
    return ""
