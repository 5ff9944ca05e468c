"""The path of a class for one participant: modules and their exercises in order, with honest states."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from workbench.exercises import standings
from workbench.exercises.kinds.base import Exercise
from workbench.exercises.standings import Stand
from workbench.modules.library import Module
from workbench.modules.reading import State as Reading


class Kind(StrEnum):
    """What a step asks for."""

    MODULE = "modul"
    EXERCISE = "latihan"


@dataclass(frozen=True, slots=True)
class Step:
    """A module to read or an exercise to pass. `score` (0..100) is the best one, None before."""

    kind: Kind
    slug: str
    number: int
    title: str
    minutes: int
    state: Reading | standings.State
    score: int | None = None
    pass_score: int = 0

    @property
    def done(self) -> bool:
        """Read to the end, or passed."""
        return self.state in {Reading.FINISHED, standings.State.PASSED}

    @property
    def begun(self) -> bool:
        """Whether anything has happened here."""
        return self.state not in {Reading.UNREAD, standings.State.NOT_BEGUN}


def path(
    modules: Iterable[Module],
    exercises: Mapping[str, Exercise],
    readings: Mapping[str, Reading],
    stands: Mapping[str, Stand],
) -> tuple[Step, ...]:
    """Every step in order: a module, then the exercises it leads to."""
    steps: list[Step] = []
    for module in modules:
        state = readings.get(module.slug, Reading.UNREAD)
        steps.append(Step(Kind.MODULE, module.slug, module.number, module.title, module.front.minutes, state))
        for slug in module.front.exercises:
            if exercise := exercises.get(slug):
                stand = stands.get(slug, Stand(standings.State.NOT_BEGUN))
                steps.append(
                    Step(
                        Kind.EXERCISE,
                        slug,
                        exercise.number,
                        exercise.title,
                        exercise.minutes,
                        stand.state,
                        stand.best_score,
                        exercise.pass_score,
                    )
                )
    return tuple(steps)


def next_step(steps: Iterable[Step]) -> Step | None:
    """The first step that is not done; None when all are."""
    return next((step for step in steps if not step.done), None)
