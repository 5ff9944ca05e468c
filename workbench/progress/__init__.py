"""How a person and a class stand: the class page and the facilitator's matrix."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask


def init_app(app: "Flask") -> None:
    """Open the room."""
    from workbench.progress import views

    app.register_blueprint(views.bp)
