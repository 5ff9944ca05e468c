"""Periksa dokumen saya: a document that somebody brings is read, shown, corrected and reviewed."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask


def init_app(app: "Flask") -> None:
    """Open the room."""
    from workbench.inspection.continuing_views import (
        bp,
    )  # the steps, with what can be done with a review added

    app.register_blueprint(bp)
