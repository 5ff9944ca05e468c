"""Before and after as PDF: what a participant shows a superior. Plain values in."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from .cells import legal
from .iku_sheet import LABELS
from .review_pdf import SEVERITIES, Facts, title_of
from .typesetting import TEMPLATES, pdf

#: A stretch of text: "same", "gone" or "new", and the words.
Piece = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Draft:
    """One side: what it is called, its score 0..100, and when it was made, in words."""

    label: str
    score: int
    made: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A row before and after; a number is None where the other side has no such row.

    `cells` are field names of `document.FIELDS`, or labels of their own, with the pieces of their text;
    `called` is what the row is called where it is not just a row.
    """

    before: int | None
    after: int | None
    cells: tuple[tuple[str, tuple[Piece, ...]], ...] = ()
    called: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A finding that went or came: its rule, severity, and row (None for the whole document).

    `where` names its place in words where that is not a row; `title` stands where there is no such rule.
    """

    rule: str
    severity: str
    row: int | None = None
    where: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """All that is printed; `kept` counts the findings that both sides have."""

    title: str
    before: Draft
    after: Draft
    facts: Facts = ()
    rows: Sequence[Pair] = field(default=())
    gone: Sequence[Change] = field(default=())
    new: Sequence[Change] = field(default=())
    kept: int = 0


def draw(values: BeforeAfter) -> bytes:
    """The comparison across A4, row by row and finding by finding; the same bytes for the same values."""
    data = {
        "title": legal(values.title),
        "facts": [[legal(label), legal(text)] for label, text in values.facts],
        "before": _draft(values.before),
        "after": _draft(values.after),
        "summary": _summary(values),
        "rows": [_pair(pair) for pair in values.rows],
        "gone": [_change(change) for change in values.gone],
        "new": [_change(change) for change in values.new],
        "kept": values.kept,
    }
    return pdf(TEMPLATES / "comparison.typ", data)


def _draft(draft: Draft) -> dict[str, str | int]:
    return {"label": legal(draft.label), "score": draft.score, "made": legal(draft.made)}


def _summary(values: BeforeAfter) -> str:
    moved = f"Nilai {values.before.score} → {values.after.score}."
    return f"{len(values.gone)} temuan selesai, {len(values.new)} baru, {values.kept} masih sama. {moved}"


def _pair(pair: Pair) -> dict[str, object]:
    title = legal(pair.called) or f"Baris {pair.before if pair.after is None else pair.after}"
    if pair.before is None:
        title += ", baru"
    elif pair.after is None:
        title += ", dihapus"
    cells = [
        {"label": LABELS.get(name, name), "pieces": [[kind, legal(text)] for kind, text in pieces]}
        for name, pieces in pair.cells
    ]
    return {"title": title, "cells": cells, "before": pair.before, "after": pair.after}


def _change(change: Change) -> dict[str, str]:
    where = change.where or (f"baris {change.row}" if change.row else "dokumen")
    return {
        "title": legal(change.title) or title_of(change.rule),
        "where": where,
        "severity": SEVERITIES.get(change.severity, change.severity),
    }
