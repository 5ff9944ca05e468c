"""A class (angkatan): schedule, roster, attendance."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask


def init_app(app: "Flask") -> None:
    """Open the room."""
    from workbench.cohorts import views

    app.register_blueprint(views.bp)
