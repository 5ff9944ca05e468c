"""Who may import whom: the thinking parts know neither web nor database, and rooms look only downwards."""

import ast
import sys
from pathlib import Path

import pytest

import workbench

ROOT = Path(workbench.__file__).parent

#: A part may import itself, what stands in its own row, and nothing else of ours.
GROUND = {"config", "db", "content", "formats", "prose", "web"}
MAY_IMPORT = {
    "reviewer": set(),
    "documents": {"reviewer"},
    "content": set(),
    "config": set(),
    "db": set(),
    "formats": set(),
    "prose": set(),
    "web": GROUND | {"people"},  # errors and navigation need to know who is asking
    "people": GROUND
    | {"cohorts.models", "exercises.models", "inspection.models"},  # access fetches classes and attempts
    "cohorts": GROUND | {"people", "documents", "modules.models", "exercises.models"},
    "modules": GROUND | {"people"},
    "exercises": GROUND | {"people", "modules", "reviewer", "documents"},
    "inspection": GROUND | {"people", "exercises", "reviewer", "documents"},
    "catalogue": GROUND
    | {"people", "cohorts.models", "exercises", "reviewer"},  # staff see how often a rule was contested
    "certificates": GROUND | {"people", "cohorts", "modules", "exercises", "reviewer"},
    "progress": GROUND
    | {"people", "cohorts", "modules", "exercises", "certificates", "reviewer", "documents"},
}
#: Start the rooms, or stand outside them all.
OUTSIDE = {"__init__", "cli", "demo", "checking", "serving", "migrations"}
#: What the pure parts must never touch.
WORLDLY = {"flask", "sqlalchemy", "werkzeug", "wtforms", "jinja2", "requests", "urllib", "socket", "http"}


def imports(path: Path) -> set[str]:
    """Every module a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


FILES = sorted(ROOT.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_it_imports_only_what_its_room_may(path: Path):
    part = path.relative_to(ROOT).parts[0].removesuffix(".py")
    if part in OUTSIDE:
        return
    assert part in MAY_IMPORT, (
        f"{part} is a new room: decide who may import whom, and say so in docs/decisions.md"
    )
    allowed = MAY_IMPORT[part] | {part}
    for name in imports(path):
        if not name.startswith("workbench."):
            continue
        target = name.removeprefix("workbench.")
        assert any(
            target == item or target.startswith(f"{item}.") or item.startswith(f"{target}.")
            for item in allowed
        ), f"{part} may not import {name}"


@pytest.mark.parametrize("part", ["reviewer", "documents"])
def test_the_thinking_parts_know_neither_web_nor_database(part: str):
    for path in (ROOT / part).rglob("*.py"):
        touched = {name.split(".")[0] for name in imports(path)} & WORLDLY
        assert not touched, f"{path.name} imports {touched}"


def test_the_reviewer_starts_without_the_web():
    """`workbench review` and other programs must not wait for Flask."""
    import subprocess

    heavy = "{'flask', 'sqlalchemy', 'openpyxl'}"
    code = f"import sys, workbench.reviewer; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_no_drawer_without_a_name():
    names = {path.stem for path in FILES} | {path.parent.name for path in FILES}
    assert not names & {"util", "utils", "helpers", "common", "services", "misc"}
