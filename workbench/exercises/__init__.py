"""Practising: the library of exercises, drafts, attempts."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask


def init_app(app: "Flask") -> None:
    """Open the room."""
    from workbench.exercises import views

    app.register_blueprint(views.bp)
