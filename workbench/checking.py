"""Everything wrong with the content: `workbench check` prints it, a production server refuses to start."""

from pathlib import Path

from flask import Flask, render_template, request
from flask.typing import ResponseReturnValue

from workbench.content import BrokenContent, Problem, folder
from workbench.exercises import library as exercise_library
from workbench.modules import library as module_library
from workbench.reviewer import rules


def problems(content: Path | None = None) -> list[Problem]:
    """Everything wrong with modules, exercises, rule pages and the demo; `content` as in the settings.

    Sample answers of exercises are marked too, because a changed rule may break what they promise; but not
    while a rule page is broken, for then every mark is.
    """
    from workbench.demo import files

    modules = module_library.load(folder("modules", content))
    slugs = {module.slug for module in modules}
    exercises = exercise_library.load(folder("exercises", content), slugs)
    of_pages = of_rules()
    marked = [] if of_pages else of_samples(exercises)
    _demo, of_demo = files.read(folder("demo", content), slugs, exercises.exercises)
    return sorted({*of_libraries(modules, exercises), *of_pages, *marked, *of_demo})


def of_libraries(modules: module_library.Library, exercises: exercise_library.Library) -> list[Problem]:
    """What is wrong with modules and exercises, each by itself and with each other."""
    return sorted([*modules.problems, *exercises.problems, *links(modules, exercises)])


def links(modules: module_library.Library, exercises: exercise_library.Library) -> list[Problem]:
    """Where a module and an exercise do not know each other. Files that cannot be read are not counted."""
    found = []
    unread = {Path(problem.path).parent.name for problem in exercises.problems}
    for module in modules:
        for slug in module.front.exercises:
            if slug not in exercises.exercises and slug not in unread:
                found.append(
                    Problem(f"modules/{module.slug}.md", "exercises", f"tidak ada latihan bernama {slug}")
                )
    for slug, exercise in exercises.exercises.items():
        home = modules.get(exercise.module)
        if home and slug not in home.front.exercises:
            path = f"exercises/{slug}/exercise.yaml"
            found.append(Problem(path, "module", f"modul {home.slug} tidak menyebut latihan ini"))
    return found


def of_samples(exercises: exercise_library.Library) -> list[Problem]:
    """Sample answers that get another mark than they promise."""
    return [
        Problem(f"exercises/{slug}/exercise.yaml", f"samples[{index}]", wrong)
        for slug, exercise in exercises.exercises.items()
        for index, sample in enumerate(exercise.samples)
        if (wrong := exercise.run(sample))
    ]


def of_rules() -> list[Problem]:
    """What is wrong with the pages of the rules; the reviewer has its own plain type for it."""
    return [Problem(wrong.path, wrong.where, wrong.message) for wrong in rules.problems()]


def init_app(app: Flask) -> None:
    """Refuse broken content in production; in development read it anew for each page and show what is wrong.

    :raises BrokenContent: in production, with every problem.
    """
    if not app.config["WORKBENCH"].development:
        if found := _of(app):
            raise BrokenContent(found)
        return

    @app.before_request
    def show_problems() -> ResponseReturnValue | None:
        if request.endpoint in {"static", "bootstrap.static"}:
            return None
        content = app.config["WORKBENCH"].content
        modules = module_library.load(folder("modules", content))
        app.extensions["modules"] = modules
        app.extensions["exercises"] = exercise_library.load(
            folder("exercises", content), {module.slug for module in modules}
        )
        found = _of(app)
        return (render_template("parts/broken.html", problems=found), 500) if found else None


def _of(app: Flask) -> list[Problem]:
    return [*of_libraries(app.extensions["modules"], app.extensions["exercises"]), *of_rules()]
