"""Every deliberately broken file is found, with its place and what is wrong.

Each announces its complaint near its top: `# expect: place: what`, of which a part is enough.
"""

import re
from pathlib import Path

import pytest

from workbench.checking import links, of_samples
from workbench.content import Problem
from workbench.demo import files
from workbench.exercises import library as exercises
from workbench.modules import library as modules
from workbench.reviewer.rules import pages

BROKEN = Path(__file__).parent / "broken"
ANNOUNCED = re.compile(r"^# expect: (.+)$", re.MULTILINE)


@pytest.fixture(scope="module")
def found() -> list[Problem]:
    """Everything that loading the broken folder complains about."""
    readable = modules.load(BROKEN / "modules")
    slugs = {module.slug for module in readable}
    tasks = exercises.load(BROKEN / "exercises", slugs)
    _demo, of_demo = files.read(BROKEN / "demo", slugs, tasks.exercises)
    return [*readable.problems, *tasks.problems, *links(readable, tasks), *of_samples(tasks), *of_demo]


def _files(folder: str, pattern: str) -> list[Path]:
    return sorted((BROKEN / folder).glob(pattern))


FILES = [
    *_files("modules", "*.md"),
    *_files("exercises", "*/exercise.yaml"),
    *_files("demo", "**/*.yaml"),
]


def _says(problem: Problem, announced: str) -> bool:
    return announced in f"{problem.where}: {problem.message}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(BROKEN).as_posix())
def test_a_broken_file_is_found_with_its_place_and_a_whole_one_is_silent(path: Path, found: list[Problem]):
    shown = path.relative_to(BROKEN).as_posix()
    here = [
        problem for problem in found if problem.path == shown or problem.path == Path(shown).parent.as_posix()
    ]
    expected = ANNOUNCED.findall(path.read_text(encoding="utf-8"))
    for announced in expected:
        assert any(_says(problem, announced) for problem in here), [str(problem) for problem in here]
    if not expected:
        assert here == []


@pytest.mark.parametrize("path", _files("rules", "*.md"), ids=lambda path: path.stem)
def test_a_broken_rule_page_is_found(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pages, "page_path", lambda name: path)
    (announced,) = ANNOUNCED.findall(path.read_text(encoding="utf-8"))
    complaints = [
        f"{problem.where}: {problem.message}" for problem in pages.problems_of(path.stem.replace("_", "-"))
    ]
    assert any(announced in complaint for complaint in complaints), complaints


def test_an_empty_folder_and_a_missing_file_are_problems_too(tmp_path: Path):
    assert "tidak ada satu modul pun" in str(modules.load(tmp_path).problems[0])
    demo, problems = files.read(tmp_path, set(), {})
    assert demo is None
    assert "cohort.yaml" in str(problems[0])


def test_a_file_that_is_not_text_is_named(tmp_path: Path):
    (tmp_path / "01-gambar.md").write_bytes(b"\x89PNG\xff\xfe")
    (problem,) = modules.load(tmp_path).problems
    assert problem.path.endswith("01-gambar.md")
    assert "bukan teks" in problem.message
