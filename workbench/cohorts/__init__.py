"""A class (angkatan): schedule, roster, attendance."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask


def init_app(app: "Flask") -> None:
    """Open the room."""
    from workbench.cohorts import attendance_views, import_views, roster_views, views

    parts = (views, roster_views, import_views, attendance_views)  # each adds its pages to the one blueprint
    app.register_blueprint(parts[0].bp)
