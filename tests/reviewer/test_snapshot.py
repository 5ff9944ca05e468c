"""What the reviewer finds in our corpus is written down, so that every change of a rule shows its effect."""

import importlib.util
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from workbench.reviewer import rules

ROOT = Path(__file__).parents[2]


def load_program() -> Any:
    """bench/snapshot.py, which is a program and not a package, as a module."""
    spec = importlib.util.spec_from_file_location("snapshot_program", ROOT / "bench" / "snapshot.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


program = load_program()
TABLES = program.read_corpus()


@pytest.fixture(scope="module")
def now() -> str:
    """What the reviewer finds today."""
    text: str = program.snapshot(TABLES)
    return text


def test_the_reviewer_finds_what_is_written_down(now: str) -> None:
    written = program.SNAPSHOT.read_text(encoding="utf-8")
    changed = program.difference(written, now)
    assert changed == [], (
        "the reviewer has changed: read these lines, run `make snapshot`, commit them with it"
    )


def test_the_same_corpus_always_gives_the_same_snapshot(now: str) -> None:
    assert program.snapshot(list(reversed(TABLES))).splitlines() != now.splitlines()
    assert sorted(program.snapshot(list(reversed(TABLES))).splitlines()) == sorted(now.splitlines())
    assert program.snapshot(program.read_corpus()) == now


def test_every_line_says_where_what_and_how_much(now: str) -> None:
    for line in now.splitlines():
        assert re.fullmatch(r"[a-z]+/[a-z0-9-]+ (\d+|-) [a-z0-9-]+ (error|warning|advice) (0|-\d+)", line), (
            line
        )


def test_the_corpus_is_small_enough_to_read_and_wide_enough_to_tell(now: str) -> None:
    assert 200 <= sum(len(table.rows) for table in TABLES) <= 320
    assert [name for name, count in Counter(table.name for table in TABLES).items() if count > 1] == []
    assert {table.name.split("/")[0] for table in TABLES} == {"aturan", "kasus", "latihan", "peserta"}
    told = {line.split()[2] for line in now.splitlines()}
    silent = {rule.name for rule in (*rules.ROW_RULES, *rules.TABLE_RULES)} - told
    assert len(silent) <= 8, f"these rules say nothing anywhere in the corpus: {sorted(silent)}"


def test_the_difference_shows_only_what_went_and_came() -> None:
    before = "a/x 1 vague-words warning -12\na/y 1 unit-missing warning -20\n"
    after = "a/x 1 vague-words advice -4\na/y 1 unit-missing warning -20\n"
    assert program.difference(before, after) == [
        "-a/x 1 vague-words warning -12",
        "+a/x 1 vague-words advice -4",
    ]
    assert program.difference(after, after) == []
