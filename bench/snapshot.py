"""Write down what the reviewer finds in our corpus: `make snapshot`.

    python bench/snapshot.py [--check]

Every finding over tests/reviewer/corpus/*.yaml becomes one line of tests/reviewer/snapshot.txt: table, row,
rule, severity, points. Read the difference before committing it. With `--check` nothing is written; the
difference is printed, and the exit status is 1 where there is one.
"""

import argparse
import difflib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from workbench.reviewer import Position, Row, Table, review
from workbench.reviewer.without import findings_of

HERE = Path(__file__).parent.parent / "tests" / "reviewer"
CORPUS, SNAPSHOT = HERE / "corpus", HERE / "snapshot.txt"

KEYS = {"id", "position", "fixed_columns", "rows"}


def read_corpus(folder: Path = CORPUS) -> list[Table]:
    """Every table of the corpus, file by file in alphabetical order, named `file/id`."""
    return [
        _table(path.stem, entry)
        for path in sorted(folder.glob("*.yaml"))
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def _table(file: str, entry: dict[str, Any]) -> Table:
    extra = set(entry) - KEYS
    if extra:
        raise ValueError(f"{file}: {entry.get('id')}: unknown keys {sorted(extra)}")
    rows = entry["rows"]
    return Table(
        rows=tuple(Row(number=number, **cells) for number, cells in enumerate(rows, start=1)),
        columns=frozenset(name for cells in rows for name in cells),
        position=Position(entry["position"]),
        name=f"{file}/{entry['id']}",
        fixed_columns=entry.get("fixed_columns", False),
    )


def lines_of(table: Table) -> Iterator[str]:
    """A line for each finding, in the order of the page."""
    for _key, row, finding in findings_of(dict(review(table))):
        words = (table.name, row or "-", finding["rule"], finding["severity"], finding["points"])
        yield " ".join(map(str, words))


def snapshot(tables: list[Table]) -> str:
    """The whole snapshot as text."""
    return "".join(f"{line}\n" for table in tables for line in lines_of(table))


def difference(before: str, after: str) -> list[str]:
    """The lines that went (-) and came (+), without anything around them."""
    changed = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in changed if not line.startswith(("---", "+++", "@@"))]


def main() -> None:
    """Read the command line, review the corpus, write or compare."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="compare only")
    arguments = parser.parse_args()
    before = SNAPSHOT.read_text(encoding="utf-8") if SNAPSHOT.exists() else ""
    after = snapshot(read_corpus())
    changed = difference(before, after)
    print(*changed, f"{len(changed)} lines differ", sep="\n")
    if arguments.check:
        sys.exit(1 if changed else 0)
    SNAPSHOT.write_text(after, encoding="utf-8")


if __name__ == "__main__":
    main()
