"""Who has earned a certificate; issuing, the PDF, verification, revocation."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask


def init_app(app: "Flask") -> None:
    """Open the room."""
    from workbench.certificates import views

    app.register_blueprint(views.bp)
