"""A real PostgreSQL for tests: started once on a socket of its own, stopped at the end."""

import os
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest


def _binaries() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        pytest.fail("PostgreSQL is missing: run bin/test-services")
    return found[-1].parent


def _as_postgres(*command: str) -> list[str]:
    """PostgreSQL refuses to run as root."""
    return ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else list(command)


def _run(*command: str) -> None:
    subprocess.run(
        _as_postgres(*command), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT, cwd="/"
    )


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The socket folder of a running server."""
    binaries = _binaries()
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    _run(str(binaries / "initdb"), "-D", f"{folder}/data", "-A", "trust", "-U", "postgres", "-E", "UTF8")
    options = f"-k {folder} -c listen_addresses='' -c fsync=off"
    control = (str(binaries / "pg_ctl"), "-D", f"{folder}/data")
    _run(*control, "-w", "-o", options, "start")
    yield str(folder)
    _run(*control, "-m", "immediate", "stop")
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_database(postgres_server: str) -> Iterator[str]:
    """The SQLAlchemy URL of an empty database."""
    name = f"uji_{uuid.uuid4().hex[:8]}"
    where = f"host={postgres_server} user=postgres dbname=postgres"
    with psycopg.connect(where, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    yield f"postgresql+psycopg://postgres@/{name}?host={postgres_server}"
    with psycopg.connect(where, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
