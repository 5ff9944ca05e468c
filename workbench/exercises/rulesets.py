"""Stored attempts under the present rules: which would score higher, lower or the same. Changes nothing."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from sqlalchemy import select

from workbench import reviewer
from workbench.db import session
from workbench.exercises.kinds.base import Document, Unreadable
from workbench.exercises.library import Library
from workbench.exercises.models import Attempt
from workbench.people.models import Membership
from workbench.reviewer.without import findings_of

#: So many attempts are held in memory at once.
AT_ONCE = 100
#: So many changes are printed; JSON has all of them.
MOST_PRINTED = 25

UP, DOWN, SAME, UNREADABLE = "up", "down", "same", "unreadable"
OUTCOMES = {UP: "naik", DOWN: "turun", SAME: "tetap", UNREADABLE: "tak terbaca"}


@dataclass(frozen=True, slots=True)
class Change:
    """An attempt whose score or findings would differ; `attempt` is its number in the database.

    `gone` and `new` name rules with the row of their finding. `corrected` says that a facilitator's score
    stands over the machine's and would stay.
    """

    attempt: int
    exercise: str
    ruleset: str
    before: int
    after: int
    gone: tuple[str, ...]
    new: tuple[str, ...]
    corrected: bool

    @property
    def difference(self) -> int:
        """Points up (positive) or down."""
        return self.after - self.before


@dataclass(slots=True)
class Outlook:
    """All of it: the present rule set, attempts by stored rule set, outcomes by exercise, and the changes."""

    ruleset: str
    stored: Counter[str] = field(default_factory=Counter)
    exercises: dict[str, Counter[str]] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)

    @property
    def total(self) -> Counter[str]:
        """Outcomes over all exercises."""
        return sum(self.exercises.values(), Counter())


def compare(library: Library, cohort_id: int | None = None) -> Outlook:
    """Review every stored attempt again, of one class or of all; the biggest changes come first.

    An attempt whose exercise is gone or no longer takes its answer counts as unreadable.
    """
    outlook = Outlook(reviewer.RULESET)
    for attempt in _stored(cohort_id):
        outlook.stored[attempt.ruleset] += 1
        counts = outlook.exercises.setdefault(attempt.exercise, Counter())
        review = _again(library, attempt)
        if review is None:
            counts[UNREADABLE] += 1
            continue
        change = _change(attempt, review)
        counts[UP if change.difference > 0 else DOWN if change.difference < 0 else SAME] += 1
        if change.difference or change.gone or change.new:
            outlook.changes.append(change)
    outlook.exercises = dict(sorted(outlook.exercises.items()))
    outlook.changes.sort(key=lambda change: (-abs(change.difference), change.attempt))
    return outlook


def _stored(cohort_id: int | None) -> Iterator[Any]:
    query = (
        select(
            Attempt.id,
            Attempt.exercise,
            Attempt.answer,
            Attempt.review,
            Attempt.ruleset,
            Attempt.machine_score,
            Attempt.correction,
        )
        .order_by(Attempt.id)
        .execution_options(yield_per=AT_ONCE)
    )
    if cohort_id is not None:
        query = query.join(Membership, Membership.id == Attempt.membership_id).where(
            Membership.cohort_id == cohort_id
        )
    yield from session().execute(query)


def _again(library: Library, attempt: Any) -> Document | None:
    exercise = library.get(attempt.exercise)
    answer = exercise.parse(attempt.answer) if exercise else None
    if exercise is None or answer is None or isinstance(answer, Unreadable):
        return None
    return exercise.review(answer)


def _change(attempt: Any, review: Document) -> Change:
    before, after = _told(attempt.review), _told(review)
    return Change(
        attempt=attempt.id,
        exercise=attempt.exercise,
        ruleset=attempt.ruleset,
        before=attempt.machine_score,
        after=review["score"],
        gone=tuple((before - after).elements()),
        new=tuple((after - before).elements()),
        corrected=attempt.correction is not None,
    )


def _told(review: Document) -> Counter[str]:
    """The findings of a review by rule and row, in page order."""
    return Counter(
        f"{finding['rule']} ({'tabel' if row is None else f'baris {row}'})"
        for _key, row, finding in findings_of(review)
    )


def as_json(outlook: Outlook) -> str:
    """All of it as JSON."""
    names = (UP, DOWN, SAME, UNREADABLE)
    return json.dumps(
        {
            "ruleset": outlook.ruleset,
            "stored": dict(sorted(outlook.stored.items())),
            "total": {name: outlook.total[name] for name in names},
            "exercises": {
                slug: {name: counts[name] for name in names} for slug, counts in outlook.exercises.items()
            },
            "rules": {name: {"gone": gone, "new": new} for name, gone, new in _by_rule(outlook.changes)},
            "changes": [{**asdict(change), "difference": change.difference} for change in outlook.changes],
        },
        ensure_ascii=False,
        indent=1,
    )


def as_text(outlook: Outlook) -> str:
    """The same for a terminal, with the biggest changes only."""
    stored = ", ".join(f"{name} ({count})" for name, count in sorted(outlook.stored.items()))
    lines = [
        f"Aturan sekarang: versi {outlook.ruleset}",
        f"Percobaan tersimpan menurut versi: {stored or '–'}",
    ]
    lines += ["", f"{'latihan':<40}" + "".join(f"{word:>13}" for word in OUTCOMES.values())]
    for slug, counts in [*outlook.exercises.items(), ("semua", outlook.total)]:
        lines.append(f"{slug:<40}" + "".join(f"{counts[name]:>13}" for name in OUTCOMES))
    lines += _rule_lines(outlook.changes) + _change_lines(outlook.changes)
    return "\n".join(
        [*lines, "", "Tidak ada yang diubah: skor, koreksi, dan keberatan tetap seperti semula."]
    )


def _rule_lines(changes: Iterable[Change]) -> list[str]:
    rows = [f"{name:<40}{new:>13}{gone:>13}" for name, gone, new in _by_rule(changes)]
    return ["", f"{'aturan':<40}{'muncul':>13}{'hilang':>13}", *rows] if rows else []


def _change_lines(changes: list[Change]) -> list[str]:
    if not changes:
        return ["", "Tidak ada percobaan yang berubah."]
    lines = ["", "Perubahan, yang terbesar dahulu:"]
    for one in changes[:MOST_PRINTED]:
        moved = f"{one.before} → {one.after} ({one.difference:+d})"
        kept = "; koreksi fasilitator tetap berlaku" if one.corrected else ""
        lines.append(f"  percobaan {one.attempt}, {one.exercise}: {moved}{kept}")
        lines += [f"      − {name}" for name in one.gone] + [f"      + {name}" for name in one.new]
    left = len(changes) - MOST_PRINTED
    return lines + ([f"  dan {left} percobaan lagi: --format json memuat semuanya."] if left > 0 else [])


def _by_rule(changes: Iterable[Change]) -> list[tuple[str, int, int]]:
    """Every rule that came or went: its name, findings gone, findings new; the most moved first."""
    gone: Counter[str] = Counter()
    new: Counter[str] = Counter()
    for change in changes:
        gone.update(name.split(" ", 1)[0] for name in change.gone)
        new.update(name.split(" ", 1)[0] for name in change.new)
    names = sorted(set(gone) | set(new), key=lambda name: (-gone[name] - new[name], name))
    return [(name, gone[name], new[name]) for name in names]
