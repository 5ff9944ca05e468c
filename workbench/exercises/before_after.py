"""The first draft of a person against the last attempt: what somebody shows their superior."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from workbench.db import session
from workbench.documents import comparison_pdf
from workbench.documents.comparison_pdf import BeforeAfter, Change, Draft, Pair
from workbench.exercises import attempts, drafts, places
from workbench.exercises.comparison import Comparison, Difference, compare
from workbench.exercises.kinds.base import Answer, Document, Exercise, Unreadable
from workbench.exercises.models import Attempt, DraftCopy
from workbench.web.labels import LEVELS, columns_of


@dataclass(frozen=True, slots=True)
class Side:
    """One side: its answer, what the reviewer says of it, and the attempt that it is (None: a kept copy)."""

    answer: Answer
    review: Document
    made_at: datetime
    attempt: Attempt | None = None

    @property
    def score(self) -> int:
        """The final score of an attempt, the reviewer's of a copy."""
        return self.attempt.final_score if self.attempt else int(self.review["score"])


@dataclass(frozen=True, slots=True)
class Turn:
    """First and last, and what changed between them."""

    first: Side
    last: Side
    comparison: Comparison


def turn(membership_id: int, exercise: Exercise) -> Turn | None:
    """First against last; None while there is only one of them."""
    made = attempts.of(membership_id, exercise.slug)
    if not made:
        return None
    last = _side(made[-1])
    first = _first_copy(membership_id, exercise, made[0]) or _side(made[0])
    if first.answer == last.answer:
        return None
    parts = exercise.parts(first.answer), exercise.parts(last.answer)
    return Turn(first, last, compare(first.review, last.review, *parts))


def _side(attempt: Attempt) -> Side:
    return Side(attempt.answer, attempts.judged(attempt), attempt.submitted_at, attempt)


def _first_copy(membership_id: int, exercise: Exercise, first: Attempt) -> Side | None:
    """The oldest kept copy from before the first attempt that was whole enough to be submitted."""
    draft = drafts.find(membership_id, exercise.slug)
    if draft is None or not exercise.may_check:
        return None
    copies = session().scalars(
        select(DraftCopy)
        .where(DraftCopy.draft_id == draft.id, DraftCopy.saved_at <= first.submitted_at)
        .order_by(DraftCopy.saved_at, DraftCopy.id)
    )
    for copy in copies:
        answer = exercise.parse(copy.answer)
        if answer == first.answer:  # the copy was made of what was then submitted
            return None
        if not isinstance(answer, Unreadable):
            return Side(answer, exercise.review(answer), copy.saved_at)
    return None


def drawn(found: Turn, title: str, facts: list[tuple[str, str]], made: tuple[str, str]) -> bytes:
    """The same on paper; `made` are the moments of both sides in words."""
    before, after = (
        Draft(f"Percobaan {side.attempt.number}" if side.attempt else "Draf pertama", side.score, when)
        for side, when in zip((found.first, found.last), made, strict=True)
    )
    comparison = found.comparison
    values = BeforeAfter(
        title=title,
        before=before,
        after=after,
        facts=facts,
        rows=_pairs(found),
        gone=[_change(found.first.review, one) for one in comparison.gone],
        new=[_change(found.last.review, one) for one in comparison.new],
        kept=comparison.kept,
    )
    return comparison_pdf.draw(values)


def _pairs(found: Turn) -> list[Pair]:
    last = found.last.review
    columns = columns_of(last.get("kind", ""), last.get("position", ""))
    pairs = [
        Pair(
            change.before,
            change.after,
            tuple(
                (str(columns[name]), tuple((p.kind, p.text) for p in pieces)) for name, pieces in change.cells
            ),
            called=f"Kotak {change.box}" if change.box else "",
        )
        for change in found.comparison.rows
    ]
    if found.comparison.parts:
        cells = tuple(
            (places.part_named(place), tuple((p.kind, p.text) for p in pieces))
            for place, pieces in found.comparison.parts
        )
        pairs.append(Pair(1, 1, cells, called="Pihak, waktu, dan program"))
    for item in found.comparison.items:
        levels = (("gone", str(LEVELS[item.before])), ("new", str(LEVELS[item.after])))
        pairs.append(Pair(item.item, item.item, (("Tingkat", levels),), called=f"{item.item}. {item.text}"))
    return pairs


def _change(review: Document, one: Difference) -> Change:
    """A finding that went or came; of a classify exercise it is the item that was or is misplaced."""
    if "items" not in review:
        where = places.named(one.where)
        return Change(one.rule, one.severity, one.row, where=where[:1].lower() + where[1:])
    text = next((item["text"] for item in review["items"] if item["item"] == one.row), "")
    return Change(one.rule, one.severity, one.row, where=f"butir {one.row}", title=text)
