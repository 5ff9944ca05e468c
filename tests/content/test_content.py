"""The content that people get has nothing wrong with it; a server does not start with content that has."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from workbench import checking, create_app
from workbench.cli import main
from workbench.config import Settings
from workbench.content import BrokenContent, folder
from workbench.exercises import library as exercises
from workbench.modules import library as modules

PROBLEM = "modules/01-hasil-bukan-kegiatan.md: bab: kunci tidak dikenal"


@pytest.fixture
def spoiled(tmp_path: Path) -> Path:
    """A copy of the modules of which one has a key that nobody knows."""
    copied = shutil.copytree(folder("modules"), tmp_path / "konten" / "modules")
    first = copied / "01-hasil-bukan-kegiatan.md"
    first.write_text(
        first.read_text(encoding="utf-8").replace("step: 1\n", "step: 1\nbab: 1\n", 1), encoding="utf-8"
    )
    return tmp_path / "konten"


def _settings(tmp_path: Path, content: Path, *, development: bool = False) -> Settings:
    return Settings(
        instance=tmp_path,
        secret_key="uji",
        testing=True,
        throttle=False,
        content=content,
        development=development,
    )


def test_the_content_has_no_problem():
    assert [str(problem) for problem in checking.problems()] == []


def test_every_module_leads_to_its_exercises_and_every_exercise_has_its_module():
    readable = modules.load(folder("modules"))
    tasks = exercises.load(folder("exercises"), {module.slug for module in readable})
    led_to = [slug for module in readable for slug in module.front.exercises]
    assert sorted(led_to) == sorted(tasks.exercises)


def test_the_exercises_are_of_at_least_three_kinds():
    readable = modules.load(folder("modules"))
    tasks = exercises.load(folder("exercises"), {module.slug for module in readable})
    assert len({exercise.kind for exercise in tasks}) >= 3


def test_a_production_server_does_not_start_and_names_the_file_and_the_place(tmp_path: Path, spoiled: Path):
    with pytest.raises(BrokenContent, match=PROBLEM):
        create_app(_settings(tmp_path, spoiled))


def test_in_development_every_page_shows_what_is_wrong_and_mending_it_is_enough(
    tmp_path: Path, spoiled: Path
):
    visitor = create_app(_settings(tmp_path, spoiled, development=True)).test_client()
    page = visitor.get("/aturan/")
    assert page.status_code == 500
    assert "01-hasil-bukan-kegiatan.md" in page.text
    assert "bab" in page.text
    mended = spoiled / "modules" / "01-hasil-bukan-kegiatan.md"
    mended.write_text(mended.read_text(encoding="utf-8").replace("bab: 1\n", "", 1), encoding="utf-8")
    assert visitor.get("/aturan/").status_code == 200


def test_the_command_prints_every_problem_and_fails(spoiled: Path):
    (spoiled / "modules" / "09-baru.md").write_text("Tanpa kepala.\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["check"], env={"WORKBENCH_CONTENT": str(spoiled)})
    assert done.exit_code == 1
    assert PROBLEM in done.output
    assert "modules/09-baru.md: baris 1: kepala berkas" in done.output


def test_the_command_says_so_when_all_is_well():
    done = CliRunner().invoke(main, ["check"])
    assert done.exit_code == 0, done.output
    assert "lengkap" in done.output


def test_serving_broken_content_ends_with_one_message_and_no_traceback(tmp_path: Path, spoiled: Path):
    variables = {"WORKBENCH_CONTENT": str(spoiled), "WORKBENCH_INSTANCE": str(tmp_path)}
    done = CliRunner().invoke(main, ["migrate"], env=variables)
    assert done.exit_code == 1
    assert PROBLEM in done.output
    assert "Traceback" not in done.output
