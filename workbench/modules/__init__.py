"""Reading: the library of modules and who has read what."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask


def init_app(app: "Flask") -> None:
    """Open the room: read every module once. What is wrong with them is told by `workbench.checking`."""
    from workbench.content import folder
    from workbench.modules import views
    from workbench.modules.library import load

    app.extensions["modules"] = load(folder("modules", app.config["WORKBENCH"].content))
    app.register_blueprint(views.bp)
