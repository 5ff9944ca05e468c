"""How often each rule finds something, how often that is contested, and what facilitators say to it."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import func, select

from workbench.db import session
from workbench.exercises.attempts import rule_counts
from workbench.exercises.models import Attempt, Objection, ObjectionState, Standing
from workbench.people.models import Membership

#: So many reviews are held in memory at once when all of them are counted.
AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Tally:
    """A rule in numbers: findings, objections to them, and how many of those stand at which decision."""

    rule: str
    found: int
    contested: int
    accepted: int
    rejected: int

    @property
    def open(self) -> int:
        """Objections that nobody has decided yet."""
        return self.contested - self.accepted - self.rejected


def of_class(cohort_id: int, raised: Iterable[Objection]) -> list[Tally]:
    """The contested rules of a class, most contested first; findings are those of last attempts."""
    found: Counter[str] = Counter()
    for counts in session().scalars(
        select(Standing.rules)
        .join(Membership, Membership.id == Standing.membership_id)
        .where(Membership.cohort_id == cohort_id)
    ):
        found.update(counts)
    return _tallies(found, [(one.rule, one.state) for one in raised], everything=False)


def of_rule(names: Collection[str], cohort_ids: Collection[int]) -> dict[int, Tally]:
    """One rule, under its present and former `names`, in each of some classes; one query for
    each name and one for the objections.

    A class where it was neither found nor contested is left out.
    """
    within = Membership.cohort_id.in_(cohort_ids)
    found: Counter[int] = Counter()
    for name in names:
        times = func.sum(Standing.rules[name].as_integer())
        for cohort_id, number in session().execute(
            select(Membership.cohort_id, times)
            .join(Standing, Standing.membership_id == Membership.id)
            .where(within)
            .group_by(Membership.cohort_id)
            .having(times > 0)
        ):
            found[cohort_id] += number
    raised: dict[int, Counter[str]] = {}
    for cohort_id, state in session().execute(
        select(Membership.cohort_id, Objection.state)
        .join(Attempt, Attempt.membership_id == Membership.id)
        .join(Objection, Objection.attempt_id == Attempt.id)
        .where(within, Objection.rule.in_(names))
    ):
        raised.setdefault(cohort_id, Counter())[state] += 1
    rule = next(iter(names))
    return {one: _tally(rule, found[one], raised.get(one, Counter())) for one in set(found) | set(raised)}


def everywhere() -> list[Tally]:
    """Every rule that found something in any attempt of any class, most contested first; two queries."""
    found: Counter[str] = Counter()
    reviews = session().scalars(select(Attempt.review).execution_options(yield_per=AT_ONCE))
    for review in reviews:
        found.update(rule_counts(review))
    raised = [(rule, state) for rule, state in session().execute(select(Objection.rule, Objection.state))]
    return _tallies(found, raised, everything=True)


def as_text(tallies: Iterable[Tally]) -> str:
    """The numbers as a table for a terminal."""
    lines = [f"{'aturan':<34}{'temuan':>8}{'keberatan':>11}{'diterima':>10}{'ditolak':>9}{'menunggu':>10}"]
    lines += [
        f"{one.rule:<34}{one.found:>8}{one.contested:>11}{one.accepted:>10}{one.rejected:>9}{one.open:>10}"
        for one in tallies
    ]
    return "\n".join(lines)


def _tallies(found: Counter[str], raised: Iterable[tuple[str, str]], *, everything: bool) -> list[Tally]:
    contested: dict[str, Counter[str]] = {}
    for rule, state in raised:
        contested.setdefault(rule, Counter())[state] += 1
    names = set(contested) | (set(found) if everything else set())
    tallies = [_tally(rule, found[rule], contested.get(rule, Counter())) for rule in names]
    return sorted(tallies, key=lambda one: (-one.contested, -one.found, one.rule))


def _tally(rule: str, found: int, decisions: Counter[str]) -> Tally:
    return Tally(
        rule,
        found,
        decisions.total(),
        decisions[ObjectionState.ACCEPTED],
        decisions[ObjectionState.REJECTED],
    )
