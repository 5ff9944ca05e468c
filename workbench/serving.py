"""The production server: gunicorn, one process with threads, in front of the application."""

import socket
from typing import Any

import click
from flask import Flask
from gunicorn.app.base import BaseApplication


class PortTaken(Exception):
    """Another program listens there already."""


class _Server(BaseApplication):
    def __init__(self, app: Flask, options: dict[str, Any]) -> None:
        self.app = app
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        return self.app


def serve(app: Flask, host: str, port: int, threads: int = 8, workers: int = 1) -> None:
    """Serve until a signal; requests under way are finished first. No connection may be open in `app` yet.

    One process is the default, because the embedded database and the memory of the throttle are then shared
    by all threads; several processes want PostgreSQL and WORKBENCH_RATE_STORE.

    :raises PortTaken: when another program listens on this port.
    """
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortTaken(error.strerror) from error
    shown = f"[{host}]" if ":" in host else host
    _Server(
        app,
        {
            "bind": f"{shown}:{port}",
            "workers": workers,
            "worker_class": "gthread",
            "threads": threads,
            "timeout": 60,
            "graceful_timeout": 15,
            "keepalive": 15,
            "loglevel": "warning",
            "control_socket_disable": True,
            "when_ready": lambda _server: click.echo(
                f"\nBimtek Workbench: http://{shown}:{port}  (Ctrl+C berhenti)"
            ),
        },
    ).run()
