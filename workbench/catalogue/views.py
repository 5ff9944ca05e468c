"""The rules of the reviewer as pages: what each finds, why it matters, how to mend it."""

from flask import Blueprint, render_template

bp = Blueprint("catalogue", __name__, url_prefix="/aturan")


@bp.get("/")
def index() -> str:
    """Every rule, by principle."""
    return render_template("catalogue/index.html")
