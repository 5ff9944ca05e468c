"""The library of exercises: every `exercises/NN-slug/exercise.yaml`, read strictly, problems collected."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flask import current_app

from workbench.content import Problem, parse_yaml, read_text, validate
from workbench.exercises.kinds import KINDS
from workbench.exercises.kinds.agreement import Agreement
from workbench.exercises.kinds.base import Exercise
from workbench.exercises.kinds.indicator_table import IndicatorTable

_SLUG = re.compile(r"\d{2}-[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Library:
    """The exercises that can be used, by slug and in order, and everything wrong with the others."""

    exercises: dict[str, Exercise] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def __iter__(self) -> Iterator[Exercise]:
        return iter(self.exercises.values())

    def get(self, slug: str) -> Exercise | None:
        """The exercise of that slug."""
        return self.exercises.get(slug)


def current() -> Library:
    """The library of the running application."""
    library: Library = current_app.extensions["exercises"]
    return library


def load(folder: Path, modules: Collection[str]) -> Library:
    """Read every exercise in `folder`; `modules` are the slugs of the modules that exist. Never throws."""
    exercises: dict[str, Exercise] = {}
    problems: list[Problem] = []
    numbers: dict[str, str] = {}
    for place in sorted(path for path in folder.glob("*") if path.is_dir() and path.name[0] not in "._"):
        shown = f"{folder.name}/{place.name}"
        if not _SLUG.fullmatch(place.name):
            problems.append(Problem(shown, "", "nama folder harus seperti 03-membenahi-indikator"))
            continue
        first = numbers.setdefault(place.name[:2], place.name)
        if first != place.name:
            problems.append(Problem(shown, "", f"nomornya sudah dipakai {first}"))
        exercise, found = _read(place / "exercise.yaml", f"{shown}/exercise.yaml", modules)
        problems += found
        if exercise is not None and not found:
            exercises[place.name] = exercise.named(place.name)
    if not exercises and not problems:
        problems.append(Problem(folder.name, "", "tidak ada satu latihan pun"))
    problems += _lost_tables(folder.name, exercises)
    return Library(exercises, tuple(problems))


def _lost_tables(folder: str, exercises: dict[str, Exercise]) -> Iterator[Problem]:
    """Agreements that start from a table which no exercise makes."""
    for slug, exercise in exercises.items():
        start = exercise.from_iku if isinstance(exercise, Agreement) else None
        if start and not isinstance(exercises.get(start), IndicatorTable):
            wrong = f"tidak ada latihan indicator-table bernama {start}"
            yield Problem(f"{folder}/{slug}/exercise.yaml", "from_iku", wrong)


def _read(path: Path, shown: str, modules: Collection[str]) -> tuple[Exercise | None, list[Problem]]:
    text, problems = read_text(path, shown)
    if problems:
        return None, problems
    value, problems = parse_yaml(text, shown)
    if problems:
        return None, problems
    model, problems = _model(value, shown)
    if model is None:
        return None, problems
    exercise, problems = validate(model, value, shown)
    if exercise is None:
        return None, problems
    if exercise.module not in modules:
        problems.append(Problem(shown, "module", f"tidak ada modul bernama {exercise.module}"))
    return exercise, problems + [Problem(shown, where, message) for where, message in exercise.slips()]


def _model(value: Any, shown: str) -> tuple[type[Exercise] | None, list[Problem]]:
    kind = value.get("kind") if isinstance(value, dict) else None
    if not isinstance(value, dict):
        return None, [Problem(shown, "", "isi berkas harus berupa pasangan kunci dan nilai")]
    if not isinstance(kind, str) or kind not in KINDS:
        return None, [Problem(shown, "kind", f"harus salah satu dari {', '.join(KINDS)}")]
    return KINDS[kind], []
