"""The catalogue keeps its word: pages are complete, examples run, table and folder agree."""

from pathlib import Path
from typing import Any

import pytest

from workbench.reviewer import Table, review_any, rules
from workbench.reviewer.findings import Severity
from workbench.reviewer.report import ReviewDocument, everything_said
from workbench.reviewer.rules import pages
from workbench.reviewer.rules.agreements import AGREEMENT_ROW_RULES, AGREEMENT_RULES
from workbench.reviewer.rules.base import RowRule
from workbench.reviewer.rules.cascades import BOX_RULES, CASCADE_RULES, LINK_RULES
from workbench.reviewer.rules.chains import CHAIN_RULES
from workbench.reviewer.rules.documents import InnerRule
from workbench.reviewer.rules.pages import Example
from workbench.reviewer.score import LEFT_EMPTY

RULES = (
    *rules.ROW_RULES,
    *rules.TABLE_RULES,
    *AGREEMENT_RULES,
    *AGREEMENT_ROW_RULES,
    *BOX_RULES,
    *LINK_RULES,
    *CASCADE_RULES,
    *CHAIN_RULES,
)
NAMES = rules.names()
NOT_RULES = {"__init__", "base", "pages", "agreements", "cascades", "chains", "documents", "examples"}

#: A name states the problem, not the remedy or the ban.
FORBIDDEN = (
    "avoid-",
    "use-",
    "no-",
    "should-",
    "must-",
    "dont-",
    "do-not-",
    "check-",
    "require-",
    "prefer-",
    "ensure-",
    "missing-",
)

#: An example is not a whole table, and a small tree is no complete one: what they lack is beside their point.
BESIDE_THE_POINT = {
    "column-missing",
    "baseline-missing",
    "service-grade-below-a",
    "leaf-missing",
    "only-child",
}


def reviewed(example: Example) -> ReviewDocument:
    """The review of an example, whatever it is of."""
    return review_any(example if isinstance(example, Table) else example.document)


def found_in(example: Example) -> set[str]:
    """The names of all rules that find something in the example."""
    return {finding["rule"] for finding in everything_said(reviewed(example))}


def examples(which: str) -> list[tuple[str, Example]]:
    return [(name, table) for name in NAMES for table in getattr(pages.full(name), which)]


def test_every_page_is_complete() -> None:
    assert rules.problems() == []


def test_the_catalogue_is_large_enough_and_has_no_name_twice() -> None:
    assert len(NAMES) >= 45
    assert len(set(NAMES)) == len(NAMES)


def test_table_and_folder_agree() -> None:
    checks = {path.stem for path in pages.FOLDER.glob("*.py")} - NOT_RULES
    texts = {path.stem for path in pages.FOLDER.glob("*.md")}
    assert checks == texts == {name.replace("-", "_") for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_states_the_problem(name: str) -> None:
    assert not name.startswith(FORBIDDEN)
    assert name == name.lower()
    assert pages.front(name).name == name


def test_former_names_lead_to_one_rule_and_are_free() -> None:
    former = [old for name in NAMES for old in pages.front(name).formerly]
    assert len(former) == len(set(former))
    assert not set(former) & set(NAMES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_silent_only_after_rules_that_come_before_it(rule: Any) -> None:
    before = NAMES[: NAMES.index(rule.name)]
    assert set(rule.silent_after) <= set(before)


@pytest.mark.parametrize(("name", "table"), examples("bad"))
def test_the_bad_example_is_found_by_exactly_this_rule(name: str, table: Example) -> None:
    assert found_in(table) - (BESIDE_THE_POINT - {name}) - _twins(name) == {name}


@pytest.mark.parametrize(("name", "table"), examples("good"))
def test_the_good_example_is_silent_for_this_rule(name: str, table: Example) -> None:
    assert name not in found_in(table)


@pytest.mark.parametrize(("name", "table"), examples("good"))
def test_no_good_example_would_be_sent_back(name: str, table: Example) -> None:
    of_table = {finding["rule"] for finding in reviewed(table)["table_findings"]}
    said = {f["rule"] for f in everything_said(reviewed(table)) if f["severity"] == Severity.ERROR}
    assert not said - of_table


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_is_shown_by_a_bad_and_a_good_example(name: str) -> None:
    page = pages.full(name)
    assert page.bad
    assert page.good


@pytest.mark.parametrize("cell", LEFT_EMPTY)
def test_what_an_empty_cell_costs_is_what_its_page_says(cell: str) -> None:
    names = {"sumber_data": "source-missing", "penanggung_jawab": "owner-missing", "satuan": "unit-missing"}
    assert pages.front(names.get(cell, f"{cell}-missing")).points == LEFT_EMPTY[cell]


def test_severity_and_points_agree() -> None:
    for name in NAMES:
        head = pages.front(name)
        if isinstance(next(rule for rule in RULES if rule.name == name), RowRule | InnerRule):
            assert (head.points >= 25) or head.severity is not Severity.ERROR, name
            assert (head.points <= 10) or head.severity is not Severity.ADVICE, name


def test_a_broken_page_is_told_with_file_and_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "FOLDER", tmp_path)
    (tmp_path / "half_done.md").write_text(
        "---\ntitle: Setengah\nname: half-done\nseverity: fatal\npoints: banyak\nwarna: biru\n---\n"
        "## Mengapa\n\nx\n",
        encoding="utf-8",
    )
    (tmp_path / "no_head.md").write_text("## Mengapa\n", encoding="utf-8")
    told = {
        (problem.where, problem.path)
        for name in ("half-done", "no-head", "absent")
        for problem in pages.problems_of(name)
    }
    for where in ("severity", "points", "warna", "summary", "principle", "## Rujukan", "## Kurang tepat"):
        assert (where, "half_done.md") in told
    assert ("kepala halaman", "no_head.md") in told
    assert ("", "absent.md") in told


def _twins(name: str) -> set[str]:
    """Rules of the rows that a table's fault brings along by its nature."""
    return {
        "sasaran-without-indicator": {"indicator-missing"},
        "activity-only-set": {"activity-as-result"},
        "outcome-missing": {"output-as-outcome"},
        "too-many-indicators": set(),
        "result-turned-round": {"activity-as-result"},
    }.get(name, set())
