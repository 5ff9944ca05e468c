"""Periksa dokumen saya: what somebody brings is read, shown, corrected, reviewed, and set beside others."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask


def init_app(app: "Flask") -> None:
    """Open the room."""
    from workbench.inspection import chain_views, continuing_views

    app.register_blueprint(continuing_views.bp)  # the steps, with what can be done with a review added
    app.register_blueprint(chain_views.bp)
