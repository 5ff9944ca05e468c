"""Every kind: right, wrong, unreadable; over the real exercises and over answers nobody should send."""

import inspect
import textwrap
from pathlib import Path
from typing import get_args

import pytest

from workbench.content import folder
from workbench.exercises.fields import answer_from
from workbench.exercises.kinds import KINDS
from workbench.exercises.kinds.base import LONGEST, Exercise, Unreadable
from workbench.exercises.kinds.tables import Column
from workbench.exercises.library import load
from workbench.reviewer.document import FIELDS

LIBRARY = load(folder("exercises"), [path.stem for path in folder("modules").glob("*.md")])
EXERCISES = list(LIBRARY)


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.slug)
def test_every_sample_gets_the_mark_it_promises(exercise: Exercise):
    assert [wrong for sample in exercise.samples if (wrong := exercise.run(sample))] == []


def test_the_real_exercises_have_no_problem_and_show_every_kind():
    assert LIBRARY.problems == ()
    assert {exercise.kind for exercise in EXERCISES} == set(KINDS)


def test_the_table_of_kinds_and_the_folder_agree():
    here = Path(__file__).parents[2] / "workbench" / "exercises" / "kinds"
    modules = {path.stem for path in here.glob("*.py")} - {"__init__", "base", "tables"}
    assert modules == {name.replace("-", "_") for name in KINDS}


def test_columns_are_those_the_reviewer_knows():
    assert set(get_args(Column)) == set(FIELDS)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_smallest_exercise_on_the_authors_page_is_complete(kind: type[Exercise], tmp_path: Path):
    page = inspect.getdoc(inspect.getmodule(kind)) or ""
    example = page.split("complete exercise::\n")[1].split("\nOptions:")[0].split("\nAn answer is")[0]
    place = tmp_path / "exercises" / "01-terkecil"
    place.mkdir(parents=True)
    (place / "exercise.yaml").write_text(textwrap.dedent(example), encoding="utf-8")
    library = load(place.parent, ["01-hasil-bukan-kegiatan", "03-menetapkan-iku-dan-target"])
    assert library.problems == ()
    (exercise,) = library
    assert [wrong for sample in exercise.samples if (wrong := exercise.run(sample))] == []


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.slug)
@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        "teks",
        7,
        {"rows": "teks", "choices": "teks"},
        {"rows": [1], "choices": [1] * 99},
        {"rows": [{}] * 99, "choices": [["activity"]]},
        {"rows": [{"indikator": 5}], "choices": [{"a": 1}]},
        {"rows": [{"indikator": "x" * (LONGEST + 1)}], "choices": ["tidak-ada"]},
        {"rows": 5, "choices": 5, "boxes": 5},
    ],
    ids=lambda value: str(value)[:24],
)
def test_what_is_no_answer_is_unreadable_and_never_an_error(exercise: Exercise, value: object):
    assert isinstance(exercise.parse(value), Unreadable)
    assert isinstance(exercise.accept(value), Unreadable)


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.slug)
def test_an_untouched_desk_can_be_saved(exercise: Exercise):
    blank = exercise.blank()
    assert exercise.accept(blank) == blank
    assert exercise.shown(blank) == blank


def _of(kind: str) -> Exercise:
    return next(exercise for exercise in EXERCISES if exercise.kind == kind)


def test_an_empty_table_is_not_judged():
    said = _of("indicator-table").parse({"rows": [{"sasaran": "  "}, {}]})
    assert isinstance(said, Unreadable)
    assert "kosong" in str(said.sentence)
    assert "rows.0.sasaran" in said.fields


def test_one_row_can_be_checked_but_not_submitted():
    exercise = _of("indicator-table")
    one = {"rows": [{"indikator": "Indeks kepuasan masyarakat"}]}
    assert not isinstance(exercise.parse(one, submitting=False), Unreadable)
    said = exercise.parse(one)
    assert isinstance(said, Unreadable)
    assert "Baru 1 baris" in str(said.sentence)


def test_empty_rows_between_are_left_out_of_what_is_judged():
    exercise = _of("indicator-table")
    typed = {"rows": [{"indikator": "A"}, {}, {"indikator": "B"}, {"indikator": "C"}]}
    ready = exercise.parse(typed)
    assert [cells["indikator"] for cells in ready["rows"]] == ["A", "B", "C"]


def test_text_is_kept_as_typed_except_what_no_page_can_show():
    exercise = _of("indicator-table")
    accepted = exercise.accept({"rows": [{"indikator": " a\r\nb\x00c\ud800 "}]})
    assert accepted["rows"][0]["indikator"] == " a\nb c? "


def test_locked_cells_stay_as_given_whatever_is_sent():
    exercise = _of("repair")
    sent = exercise.blank()
    for cells in sent["rows"]:
        cells.update(dict.fromkeys(exercise.locked_columns(), "diganti"))
    accepted = exercise.accept(sent)
    for cells, given in zip(accepted["rows"], exercise.blank()["rows"], strict=True):
        assert all(cells[column] == given[column] for column in exercise.locked_columns())


def test_a_repair_asks_for_every_row():
    exercise = _of("repair")
    sent = exercise.blank()
    free = next(column for column in exercise.columns if column not in exercise.locked_columns())
    for column in exercise.columns:
        sent["rows"][1][column] = ""
    said = exercise.parse(sent)
    assert isinstance(said, Unreadable)
    assert list(said.fields) == [f"rows.1.{free}"]


def test_a_rule_that_had_to_go_keeps_an_exercise_from_being_passed():
    exercise = _of("repair").model_copy(update={"must_clear": ["vague-words"], "pass_score": 10})
    clean = {"score": 90, "rows": [{"findings": []}], "table_findings": []}
    left = {"score": 90, "rows": [{"findings": [{"rule": "vague-words"}]}], "table_findings": []}
    assert exercise.passed(clean)
    assert not exercise.passed(left)


def test_classifying_tells_right_almost_and_wrong_and_points_add_up():
    exercise = _of("classify")
    choices = [item.answer for item in exercise.items]
    almost = next(index for index, item in enumerate(exercise.items) if item.almost)
    choices[almost] = next(iter(exercise.items[almost].almost))
    wrong = next(index for index, item in enumerate(exercise.items) if index != almost)
    choices[wrong] = next(
        level for level in exercise.choices if exercise.items[wrong].outcome(level) == "wrong"
    )
    document = exercise.review({"choices": choices})
    outcomes = [item["outcome"] for item in document["items"]]
    assert (outcomes[almost], outcomes[wrong]) == ("almost", "wrong")
    assert outcomes.count("right") == len(choices) - 2
    assert document["items"][almost]["almost"]
    assert 100 + sum(item["points"] for item in document["items"]) == document["score"]


def test_a_missing_choice_is_named():
    said = _of("classify").parse({"choices": ["activity"]})
    assert isinstance(said, Unreadable)
    assert "choices.0" not in said.fields
    assert "choices.1" in said.fields


def test_rows_are_added_and_removed_within_limits():
    exercise = _of("indicator-table")
    answer = {"rows": [{"indikator": name} for name in "ABC"]}
    assert [cells.get("indikator") for cells in exercise.acted(answer, "hapus-baris:1")["rows"]] == ["A", "C"]
    assert exercise.acted(answer, "hapus-baris:9") == answer
    assert exercise.acted(answer, "hapus-baris:x") == answer
    for _press in range(exercise.most_rows + 5):
        answer = exercise.acted(answer, "tambah-baris")
    assert len(answer["rows"]) == exercise.most_rows


@pytest.mark.parametrize(
    ("named", "answer"),
    [
        ([("rows.0.sasaran", "a"), ("rows.1.target", "b")], {"rows": [{"sasaran": "a"}, {"target": "b"}]}),
        ([("choices.2", "output")], {"choices": [None, None, "output"]}),
        ([("csrf_token", "x"), ("rows.x.sasaran", "a"), ("rows.0.Sasaran!", "a")], {}),
        ([("rows.0", "a"), ("rows.0.sasaran", "b")], {"rows": ["a"]}),
        ([("rows.99999999.sasaran", "a")], {}),
    ],
)
def test_field_names_are_places_in_the_answer(named: list[tuple[str, str]], answer: dict):
    assert answer_from(named) == answer
