"""Static files are kept by browsers for a year; their address changes with their content."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from flask import Flask, current_app
from flask_bootstrap import Bootstrap5

bootstrap = Bootstrap5()


@cache
def _digest(path: str) -> str:
    file = Path(path)
    return hashlib.sha256(file.read_bytes()).hexdigest()[:10] if file.is_file() else ""


def init_app(app: Flask) -> None:
    """Serve Bootstrap and our own files from here, with the digest in the address."""
    bootstrap.init_app(app)

    @app.url_defaults
    def stamp(endpoint: str, values: dict[str, Any]) -> None:
        folder = (
            current_app.static_folder
            if endpoint == "static"
            else current_app.blueprints["bootstrap"].static_folder
            if endpoint == "bootstrap.static"
            else None
        )
        if folder and "v" not in values and "filename" in values:
            digest = _digest(str(Path(folder) / values["filename"]))
            if digest:
                values["v"] = digest
