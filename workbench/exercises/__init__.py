"""Practising: the library of exercises, drafts, attempts."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask


def init_app(app: "Flask") -> None:
    """Open the room: read every exercise once. What is wrong with them is told by `workbench.checking`."""
    from workbench.content import folder
    from workbench.exercises.library import load
    from workbench.exercises.objection_views import bp  # the desk's, with attempts and objections added

    content = app.config["WORKBENCH"].content
    modules = {module.slug for module in app.extensions["modules"]}
    app.extensions["exercises"] = load(folder("exercises", content), modules)
    app.register_blueprint(bp)
