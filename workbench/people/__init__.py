"""Accounts, signing in, roles; `access` is the one place that says who may see what."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask


def init_app(app: "Flask") -> None:
    """Open the room."""
    from workbench.people import access, views

    access.init_app(app)
    app.register_blueprint(views.bp)
