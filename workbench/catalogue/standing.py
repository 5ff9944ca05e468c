"""What became of a rule in the classes of those who look after them."""

from dataclasses import dataclass

from workbench.cohorts.models import Cohort
from workbench.exercises import contested
from workbench.people import access
from workbench.reviewer.rules.pages import Page


@dataclass(frozen=True, slots=True)
class InClasses:
    """How often a rule was found and objected to, what was decided, and the classes with objections to it."""

    found: int
    contested: int
    accepted: int
    rejected: int
    open: int
    classes: tuple[Cohort, ...]


def in_own_classes(page: Page) -> InClasses | None:
    """A rule in every class where this person is staff; None for everybody else."""
    own = {member.cohort_id: member.cohort for member in access.staffed()}
    if not own:
        return None
    tallies = contested.of_rule((page.name, *page.formerly), own)
    return InClasses(
        found=sum(one.found for one in tallies.values()),
        contested=sum(one.contested for one in tallies.values()),
        accepted=sum(one.accepted for one in tallies.values()),
        rejected=sum(one.rejected for one in tallies.values()),
        open=sum(one.open for one in tallies.values()),
        classes=tuple(
            cohort for number, cohort in own.items() if number in tallies and tallies[number].contested
        ),
    )
