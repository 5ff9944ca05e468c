"""Practising: the library of exercises, drafts, attempts."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask


def init_app(app: "Flask") -> None:
    """Open the room: read every exercise once. What is wrong with them is told by `workbench.checking`."""
    from workbench.content import folder
    from workbench.documents.agreement_form import unit_after
    from workbench.exercises import objection_views, turn_views  # both add their addresses to the desk's
    from workbench.exercises.library import load

    assert objection_views.bp is turn_views.bp
    content = app.config["WORKBENCH"].content
    modules = {module.slug for module in app.extensions["modules"]}
    app.extensions["exercises"] = load(folder("exercises", content), modules)
    app.jinja_env.filters["satuannya"] = unit_after  # as on paper: no unit twice behind a target
    app.register_blueprint(turn_views.bp)
