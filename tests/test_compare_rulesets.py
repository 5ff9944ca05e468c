"""`compare-rulesets`, `rules --contested` and `cases`: looking at what is stored without touching it."""

import json
import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from flask import Flask
from sqlalchemy import select

from tests.reviewer.test_cases import evaluation
from workbench import cli, reviewer
from workbench.db import session
from workbench.exercises import attempts, objections, rulesets
from workbench.exercises.cases import SETTLED, accepted, as_yaml, nameless
from workbench.exercises.models import Attempt, ObjectionState, Standing
from workbench.people.models import User
from workbench.reviewer import rules
from workbench.reviewer.without import findings_of

TABLE, CLASSIFY = "05-iku-disdukcapil", "01-mengenali-tingkat-hasil"
ROW = {
    "sasaran": "Meningkatnya kualitas layanan adminduk",
    "indikator": "Terlaksananya pelayanan prima",
    "satuan": "%",
    "target": "85",
    "sumber_data": "Aplikasi antrean",
    "penanggung_jawab": "Bidang Pelayanan",
}


@pytest.fixture
def library(app: Flask):
    """The exercises as the application has them."""
    return app.extensions["exercises"]


@pytest.fixture
def stored(app: Flask, cast, library) -> int:
    """Two attempts of Ana's, one of Eko's; the number of Ana's table."""
    with app.app_context():
        weak = {"rows": [dict(ROW, target=str(80 + number)) for number in range(3)]}
        made = attempts.submit(cast.ana_membership, library.get(TABLE), weak)
        placed = library.get(CLASSIFY).samples[0].answer
        attempts.submit(cast.ana_membership, library.get(CLASSIFY), placed)
        attempts.submit(cast.eko_membership, library.get(TABLE), weak)
        return made.id


def make_old(attempt_id: int, without: str, score: int) -> None:
    """As if an earlier rule set had not known a rule."""
    attempt = session().get(Attempt, attempt_id)
    review = json.loads(json.dumps(attempt.review))
    for row in review["rows"]:
        row["findings"] = [finding for finding in row["findings"] if finding["rule"] != without]
    review["score"] = score
    attempt.review, attempt.machine_score, attempt.ruleset = review, score, "2025.3"
    session().commit()


def everything() -> str:
    """All that is stored about attempts, as text."""
    kept = [
        {column.name: str(getattr(row, column.name)) for column in table.__table__.columns}
        for table in (Attempt, Standing)
        for row in session().scalars(select(table).order_by(table.id))
    ]
    return json.dumps(kept)


@pytest.fixture
def run(app: Flask, monkeypatch):
    """A command over the database of this test."""
    monkeypatch.setattr(cli, "_opened", lambda: app)
    return lambda *arguments: CliRunner().invoke(cli.main, list(arguments))


def test_under_the_same_rules_nothing_changes(app, library, stored):
    with app.app_context():
        outlook = rulesets.compare(library)
    assert dict(outlook.total) == {"same": 3}
    assert outlook.changes == []
    assert outlook.stored == {reviewer.RULESET: 3}


def test_it_shows_what_goes_up_and_down_and_which_rules_came_and_went(app, cast, library, stored):
    with app.app_context():
        make_old(stored, "not-a-measure", 100)
        outlook = rulesets.compare(library)
        now = library.get(TABLE).review(session().get(Attempt, stored).answer)["score"]
    (change,) = outlook.changes
    assert (change.attempt, change.before, change.after) == (stored, 100, now)
    assert "not-a-measure (baris 1)" in change.new
    assert change.gone == ()
    assert outlook.exercises[TABLE] == {"down": 1, "same": 1}
    assert outlook.exercises[CLASSIFY] == {"same": 1}
    assert outlook.stored == {"2025.3": 1, reviewer.RULESET: 2}


def test_the_biggest_change_comes_first(app, cast, library, stored):
    with app.app_context():
        other = (
            session().scalars(select(Attempt.id).where(Attempt.membership_id == cast.eko_membership)).one()
        )
        now = session().get(Attempt, stored).machine_score
        make_old(stored, "not-a-measure", now + 3)
        make_old(other, "not-a-measure", now - 20)
        outlook = rulesets.compare(library)
    assert [(one.attempt, one.difference) for one in outlook.changes] == [(other, 20), (stored, -3)]


def test_it_touches_nothing(app, library, stored):
    with app.app_context():
        make_old(stored, "not-a-measure", 100)
        before = everything()
        rulesets.compare(library)
        session().commit()
        assert everything() == before


def test_an_attempt_that_can_no_longer_be_read_is_counted_and_not_hidden(app, library, stored, monkeypatch):
    with app.app_context():
        session().get(Attempt, stored).answer = {"rows": "rusak"}
        session().commit()
        monkeypatch.delitem(library.exercises, CLASSIFY)
        outlook = rulesets.compare(library)
    assert outlook.total == {"unreadable": 2, "same": 1}


def test_the_command_speaks_without_names_and_of_one_class_only(app, cast, run, stored):
    with app.app_context():
        make_old(stored, "not-a-measure", 100)
    told = run("compare-rulesets")
    assert told.exit_code == 0, told.output
    assert f"percobaan {stored}, {TABLE}: 100 →" in told.output
    assert "+ not-a-measure (baris 1)" in told.output
    assert "2025.3 (1)" in told.output
    for name in ("Ana", "Lestari", "Eko", "Disdukcapil,"):
        assert name not in told.output
    other = run("compare-rulesets", "--class", "ARUNIKA2", "--format", "json")
    document = json.loads(other.stdout)
    assert document["total"] == {"up": 0, "down": 0, "same": 1, "unreadable": 0}
    assert document["changes"] == []
    assert (
        json.loads(run("compare-rulesets", "--format", "json").stdout)["rules"]["not-a-measure"]["new"] == 3
    )


def test_an_unknown_class_is_said_in_one_line(run, stored):
    refused = run("compare-rulesets", "--class", "TIDAK-ADA")
    assert refused.exit_code == 1
    assert refused.output.strip() == "Error: tidak ada kelas dengan kode TIDAK-ADA."


@pytest.mark.parametrize("command", [["compare-rulesets"], ["rules", "--contested"], ["cases", "x.yaml"]])
def test_without_a_database_it_says_what_to_do_and_makes_none(tmp_path: Path, monkeypatch, command):
    monkeypatch.setenv("WORKBENCH_INSTANCE", str(tmp_path / "kosong"))
    refused = CliRunner().invoke(cli.main, command)
    assert refused.exit_code == 1
    assert "workbench migrate" in refused.output
    assert not (tmp_path / "kosong").exists()


def decide(stored: int, cast, rule: str, state: ObjectionState, reason: str, answer: str = "Benar.") -> None:
    """Ana objects to the first finding of a rule, Bram decides."""
    made = session().get(Attempt, stored)
    key = next(key for key, _row, finding in findings_of(made.review) if finding["rule"] == rule)
    objection = objections.contest(made, key, reason)
    objections.decide(objection, state, answer, session().get(User, cast.bram), 1, None)


def test_rules_are_listed_with_how_often_they_were_contested(app, cast, run, stored):
    with app.app_context():
        decide(stored, cast, "not-a-measure", ObjectionState.REJECTED, "Menurut kami ini ukuran.")
    told = run("rules", "--contested")
    assert told.exit_code == 0, told.output
    first = told.output.splitlines()[1]
    assert re.fullmatch(r"not-a-measure +6 +1 +0 +1 +0", first)


def test_an_accepted_objection_becomes_a_case_that_make_eval_reads(app, cast, run, stored, tmp_path):
    reason = "Saya, Ana Lestari (NIP 19870412 201001 2 003, ana@contoh.go.id), sudah menghitungnya."
    with app.app_context():
        decide(stored, cast, "not-a-measure", ObjectionState.ACCEPTED, reason, "Bram setuju: ada formulanya.")
        review = session().get(Attempt, stored).review
    folder = tmp_path / "kasus"
    folder.mkdir()
    told = run("cases", str(folder / "keberatan.yaml"))
    assert told.output.startswith("1 kasus ditulis")
    text = (folder / "keberatan.yaml").read_text(encoding="utf-8")
    for hidden in ("Ana", "Lestari", "Bram", "198704", "ana@"):
        assert hidden not in text
    assert "sudah menghitungnya" in text
    assert review["rows"][0]["findings"][0]["message"] in yaml.safe_load(text)[0]["note"]
    (case,) = evaluation.load_cases(folder)
    assert case.cells == {name: ROW[name] if name != "target" else "80" for name in case.cells}
    assert case.labels["is_measure"] is True
    assert {name for name, value in case.labels.items() if value is not None} == {"is_measure"}
    assert evaluation.answer(case)["is_measure"] is False  # what the facilitator contradicted


def test_only_accepted_objections_to_a_row_become_cases(app, cast, stored):
    with app.app_context():
        decide(stored, cast, "not-a-measure", ObjectionState.REJECTED, "Menurut kami ini ukuran.")
        assert accepted() == ([], 0)
        assert yaml.safe_load(as_yaml([])) == []


def test_what_is_settled_names_real_rules_and_labels():
    assert set(SETTLED) <= set(rules.names())
    for label, value in SETTLED.values():
        assert value in evaluation.LABELS[label]


def test_names_go_and_ordinary_words_stay():
    pattern = re.compile(r"\b(?:Ana|Lestari)\b")
    assert (
        nameless("Ana lestari alam 85 dari 2026, Analisis", pattern)
        == "[nama] lestari alam 85 dari 2026, Analisis"
    )
    assert nameless("NIP 198704122010012003", None) == "NIP […]"
