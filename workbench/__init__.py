"""Bimtek Workbench: training in performance management for Indonesian local government."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from workbench.config import Settings


def create_app(settings: "Settings | None" = None) -> "Flask":
    """The web application: settings, database, language, safety, then every room in order.

    Flask is imported here and not above, so that the reviewer starts without it.

    :raises BrokenContent: in production, when a module, exercise or rule has a problem.
    """
    from flask import Flask

    from workbench import (
        catalogue,
        certificates,
        checking,
        cohorts,
        exercises,
        inspection,
        modules,
        people,
        progress,
    )
    from workbench.config import Settings
    from workbench.content import folder
    from workbench.db import db, migrate
    from workbench.web import addresses, errors, language, safety, static, templating

    settings = settings or Settings()
    app = Flask(
        __name__,
        instance_path=str(settings.instance),
        template_folder=str(folder("templates", settings.content)),
    )
    app.config.update(settings.as_flask())

    db.init_app(app)
    migrate.init_app(app, db, directory=f"{app.root_path}/migrations")
    addresses.init_app(app)
    language.init_app(app)
    safety.init_app(app)
    static.init_app(app)
    templating.init_app(app)
    errors.init_app(app)

    people.init_app(app)  # accounts, signing in, who may see what
    cohorts.init_app(app)  # classes, rosters, attendance
    modules.init_app(app)  # reading
    exercises.init_app(app)  # practising
    inspection.init_app(app)  # reviewing a document that somebody brings
    catalogue.init_app(app)  # the rules and their pages
    certificates.init_app(app)  # earning, issuing, verifying
    progress.init_app(app)  # how a person and a class stand
    checking.init_app(app)  # whether all of the content can be used
    return app
