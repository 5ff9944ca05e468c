"""Reading: the library of modules and who has read what."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask


def init_app(app: "Flask") -> None:
    """Open the room."""
    from workbench.modules import views

    app.register_blueprint(views.bp)
