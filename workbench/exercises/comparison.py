"""What changed from one attempt to another: findings gone and new, and the words that differ. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from workbench.exercises.kinds.base import Document
from workbench.exercises.kinds.classify import LOSSES
from workbench.reviewer.document import FIELDS

SAME, GONE, NEW = "same", "gone", "new"

#: Cells that only a row of a cascade has.
OF_A_BOX = ("parent", "unit")

#: Rows that share at least this part of their words are the same row, reworded.
ALIKE = 0.34
#: Beyond this many pairs of words a difference is no longer worth computing, nor readable.
MOST_PAIRS = 60_000

_PIECES = re.compile(r"\s+|\S+")
_WORDS = re.compile(r"\w+")

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that stayed (same), went (gone) or came (new)."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A finding that went or came; `row` counts in the attempt that has it, None for the table as a whole.

    `where` names a part of an agreement or a box, as findings do.
    """

    rule: str
    severity: str
    row: int | None
    where: str = ""


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row whose words differ; a number is None where the other attempt has no such row.

    `box` is the key of the box that a row of a cascade is.
    """

    before: int | None
    after: int | None
    cells: tuple[tuple[str, tuple[Piece, ...]], ...]
    box: str = ""


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item of a classify exercise that was placed elsewhere."""

    item: int
    text: str
    before: str
    after: str
    better: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """All of it; `kept` counts findings that both have, `parts` are places in the answer beside its rows."""

    gone: tuple[Difference, ...] = ()
    new: tuple[Difference, ...] = ()
    kept: int = 0
    rows: tuple[RowChange, ...] = field(default=())
    items: tuple[ItemChange, ...] = field(default=())
    parts: tuple[tuple[str, tuple[Piece, ...]], ...] = field(default=())


Parts = Mapping[str, str]
_LINES = "programmes."


def compare(
    before: Document, after: Document, parts_before: Parts | None = None, parts_after: Parts | None = None
) -> Comparison:
    """What changed from `before` to `after`, two review documents of the same exercise.

    The parts are what the two answers hold beside their rows, by place.
    """
    if "items" in before or "items" in after:
        return _compare_items(before.get("items", []), after.get("items", []))
    pairs = _pairs(before["rows"], after["rows"])
    old, new = _keys(before, [pair[0] for pair in pairs]), _keys(after, [pair[1] for pair in pairs])
    return Comparison(
        gone=_left(old, new),
        new=_left(new, old),
        kept=(Counter(key for key, _ in old) & Counter(key for key, _ in new)).total(),
        rows=tuple(change for pair in pairs if (change := _row_change(*pair)).cells),
        parts=_changed_parts(parts_before or {}, parts_after or {}),
    )


def _changed_parts(before: Parts, after: Parts) -> tuple[tuple[str, tuple[Piece, ...]], ...]:
    """Places by their name, programmes by their words: a line put in above moves no other."""
    places = [place for place in dict.fromkeys((*after, *before)) if not place.startswith(_LINES)]
    pairs = [(place, before.get(place, ""), after.get(place, "")) for place in places]
    for old, new in pair_rows(_lines(before), _lines(after)):
        shown = new or old or {}
        pairs.append((shown["place"], (old or {}).get("text", ""), (new or {}).get("text", "")))
    return tuple((place, word_difference(old, new)) for place, old, new in pairs if old != new)


def _lines(parts: Parts) -> list[Row]:
    """The lines of a second table as rows that can be paired by what stands before the amount."""
    return [
        {"place": place, "text": text, "sasaran": text.partition(";")[0]}
        for place, text in parts.items()
        if place.startswith(_LINES)
    ]


def _pairs(before: Sequence[Row], after: Sequence[Row]) -> list[tuple[Row | None, Row | None]]:
    """Boxes are the same box by their key, rows by their words."""
    if not any("box" in row for row in (*before, *after)):
        return pair_rows(before, after)
    old, new = {row["box"]: row for row in before}, {row["box"]: row for row in after}
    pairs: list[tuple[Row | None, Row | None]] = [(old.get(key), row) for key, row in new.items()]
    return pairs + [(row, None) for key, row in old.items() if key not in new]


def pair_rows(before: Sequence[Row], after: Sequence[Row]) -> list[tuple[Row | None, Row | None]]:
    """Which rows are the same row: by their words first, then by their place; in the order of `after`."""
    words_before, words_after = [_words(row) for row in before], [_words(row) for row in after]
    scored = sorted(
        (
            (-_alike(words_before[i], words_after[j]), abs(i - j), i, j)
            for i in range(len(before))
            for j in range(len(after))
        ),
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for likeness, _distance, i, j in scored:
        if -likeness >= ALIKE and i not in taken and j not in partner:
            partner[j] = i
            taken.add(i)
    for j in range(len(after)):  # wholly rewritten, in the same place
        if j not in partner and j < len(before) and j not in taken:
            partner[j] = j
            taken.add(j)
    pairs: list[tuple[Row | None, Row | None]] = [
        (before[partner[j]] if j in partner else None, row) for j, row in enumerate(after)
    ]
    return pairs + [(row, None) for i, row in enumerate(before) if i not in taken]


def word_difference(before: str, after: str) -> tuple[Piece, ...]:
    """The words that went and came, in reading order; what stayed is kept as it is in `after`."""
    if before == after:
        return (Piece(SAME, after),) if after else ()
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    if len(old) * len(new) > MOST_PAIRS:
        return (Piece(GONE, before), Piece(NEW, after))
    pieces: list[Piece] = []
    for operation, i, i_end, j, j_end in _changes(old, new):
        if operation == "equal":
            pieces.append(Piece(SAME, "".join(new[j:j_end])))
            continue
        pieces += [
            Piece(kind, text)
            for kind, text in ((GONE, "".join(old[i:i_end])), (NEW, "".join(new[j:j_end])))
            if text
        ]
    return tuple(pieces)


_Operation = tuple[str, int, int, int, int]


def _changes(old: list[str], new: list[str]) -> list[_Operation]:
    """Stretches that stayed or were replaced; blanks between two replaced words belong to the replacement."""
    merged: list[_Operation] = []
    operations = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for place, (operation, i, i_end, j, j_end) in enumerate(operations):
        between = 0 < place < len(operations) - 1 and not "".join(old[i:i_end]).strip()
        stayed = operation == "equal" and not between
        if merged and not stayed and merged[-1][0] == "replace":
            _, first_i, _, first_j, _ = merged.pop()
            merged.append(("replace", first_i, i_end, first_j, j_end))
        else:
            merged.append(("equal" if stayed else "replace", i, i_end, j, j_end))
    return merged


def _words(row: Row) -> frozenset[str]:
    return frozenset(_WORDS.findall(f"{row.get('sasaran', '')} {row.get('indikator', '')}".lower()))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0


_Key = tuple[int | None, str, str]


def _keys(document: Document, rows: Iterable[Row | None]) -> list[tuple[_Key, Difference]]:
    """Every finding under what it is matched by: its pair of rows, its rule and its field."""
    found = [
        (
            (None, finding["rule"], finding.get("where", "")),
            Difference(finding["rule"], finding["severity"], None, finding.get("where", "")),
        )
        for finding in (*document.get("table_findings", ()), *document.get("findings", ()))
    ]
    return found + [
        (
            (index, finding["rule"], finding["field"]),
            Difference(
                finding["rule"],
                finding["severity"],
                row["row"],
                f"kotak[{row['box']}]" if "box" in row else "",
            ),
        )
        for index, row in enumerate(rows)
        if row is not None
        for finding in row["findings"]
    ]


def _left(
    these: list[tuple[_Key, Difference]], those: list[tuple[_Key, Difference]]
) -> tuple[Difference, ...]:
    """What these have and those have not."""
    others = Counter(key for key, _ in those)
    left = []
    for key, difference in these:
        if others[key]:
            others[key] -= 1
        else:
            left.append(difference)
    return tuple(left)


def _row_change(before: Row | None, after: Row | None) -> RowChange:
    old, new = before or {}, after or {}
    cells = tuple(
        (name, word_difference(old.get(name, ""), new.get(name, "")))
        for name in (*FIELDS, *OF_A_BOX)
        if old.get(name, "") != new.get(name, "")
    )
    return RowChange(old.get("row"), new.get("row"), cells, new.get("box") or old.get("box") or "")


def _compare_items(before: list[Row], after: list[Row]) -> Comparison:
    changed, gone, new, kept = [], [], [], 0
    for old, current in zip(before, after, strict=False):
        lost, loses = LOSSES[old["outcome"]], LOSSES[current["outcome"]]
        kept += bool(lost and loses)
        if lost and not loses:
            gone.append(Difference(old["outcome"], "error", old["item"]))
        if loses and not lost:
            new.append(Difference(current["outcome"], "error", current["item"]))
        if old["choice"] != current["choice"]:
            changed.append(
                ItemChange(current["item"], current["text"], old["choice"], current["choice"], loses < lost)
            )
    return Comparison(tuple(gone), tuple(new), kept, items=tuple(changed))
