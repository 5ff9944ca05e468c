"""A reviewed chain as a page draws it: the plans as headings, IKU and promise side by side below. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Protocol

from workbench.exercises.kinds.base import Document
from workbench.reviewer.following import ends_of

_PLANS = ("rpjmd", "renstra")


Ends = list[tuple[str, int | None]]


class Said(Protocol):
    """A finding as a page names it, with its place in the review."""

    @property
    def anchor(self) -> str: ...

    @property
    def rule(self) -> str: ...

    @property
    def place(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Ring:
    """What one document says on one line, empty `cells` for nothing; `said` are the findings there."""

    document: str
    cells: Mapping[str, Any]
    said: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Strand:
    """Lines under the same objectives of the plans."""

    plans: tuple[Ring, ...]
    lines: tuple[tuple[Ring, ...], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """The documents side by side on each line, by key, and the strands from the top down."""

    columns: tuple[str, ...]
    strands: tuple[Strand, ...]


def drawing(
    document: Document, remarks: Sequence[Said], of_rows: Mapping[int, Sequence[Said]]
) -> Drawing | None:
    """The chain of a review, None where it has none. `remarks` are those about the whole."""
    part = document.get("chain")
    if not part or len(part["documents"]) < 2:
        return None
    documents: Mapping[str, list[dict[str, Any]]] = part["documents"]
    above, columns = _divided(documents)
    rows = {key: {row["row"]: row for row in found} for key, found in documents.items()}
    told = [*_told_of_whole(part["threads"], remarks), *_told_of_rows(of_rows)]

    def ring(line: Mapping[str, int | None], key: str) -> Ring:
        said = tuple(remark for ends, remark in told if _touches(ends, line, key))
        number = line[key]
        return Ring(key, rows[key][number] if number is not None else {}, said)

    def heads(line: Mapping[str, int | None]) -> list[str]:
        return [ring(line, key).cells.get("sasaran", "") for key in above]

    strands = []
    for _texts, found in groupby(part["threads"], key=heads):
        lines = list(found)
        shown = tuple(tuple(ring(line, key) for key in columns) for line in lines)
        plans = tuple(_merged([ring(line, key) for line in lines]) for key in above)
        strands.append(Strand(plans, tuple(line for line in shown if any(one.cells for one in line))))
    return Drawing(columns, tuple(strands))


def _told_of_whole(
    threads: Sequence[Mapping[str, int | None]], remarks: Sequence[Said]
) -> Iterator[tuple[Ends, Said]]:
    for remark in remarks:
        if remark.rule == "iku-left-out":  # an agreement's own rule, told once of all that it leaves out
            for line in threads:
                if line.get("iku") is not None and line.get("perjanjian") is None:
                    yield [("iku", line["iku"]), ("perjanjian", None)], remark
        else:
            yield ends_of(remark.place), remark


def _told_of_rows(of_rows: Mapping[int, Sequence[Said]]) -> Iterator[tuple[Ends, Said]]:
    """What an agreement's own rules say of the names in its rows."""
    for number, remarks in of_rows.items():
        for remark in remarks:
            if remark.rule == "indicator-outside-iku":
                yield [("iku", None), ("perjanjian", number)], remark
            elif remark.rule == "indicator-near-iku":
                yield [("perjanjian", number)], remark


def _divided(documents: Mapping[str, list[dict[str, Any]]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Which documents head the strands, and which stand side by side on their lines."""
    known = tuple(documents)
    above = tuple(key for key in known[:-1] if key in _PLANS)
    measured = tuple(key for key in above if any("indikator" in row for row in documents[key]))
    return above, (*measured, *(key for key in known if key not in above))


def _merged(rings: Iterable[Ring]) -> Ring:
    """One heading for lines with the same objective, with all that is said of any."""
    found = list(rings)
    said = {one.anchor: one for ring in found for one in ring.said}
    return Ring(found[0].document, found[0].cells, tuple(said.values()))


def _touches(ends: Ends, line: Mapping[str, int | None], key: str) -> bool:
    """Whether a finding with these ends is told at this document of this line.

    An end without a number is told where the line has a gap in that document.
    """
    numbered = [(document, number) for document, number in ends if number is not None]
    if not any(line.get(document) == number for document, number in numbered):
        return False
    return any(
        document == key and (line.get(key) == number if number is not None else line.get(key) is None)
        for document, number in ends
    )
