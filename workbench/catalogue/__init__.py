"""The rules of the reviewer as pages: what each finds, why it matters, how to mend it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask


def init_app(app: "Flask") -> None:
    """Open the room."""
    from workbench.catalogue import views

    app.register_blueprint(views.bp)
