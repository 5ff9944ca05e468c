"""How the documents of a chain follow each other: which objective and indicator comes from which above."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from .blanks import typed
from .document import Agreement, Chain, Position, Row
from .kinship import Kinship, kinship, may_cause, says_the_same, share_words
from .sameness import Likeness, closest
from .text import read

#: The documents from the top down, by the key that a finding names, as a sentence calls them.
LINKS = {"rpjmd": "RPJMD", "renstra": "Renstra", "iku": "tabel IKU", "perjanjian": "perjanjian kinerja"}


_END = re.compile(rf"({'|'.join(LINKS)})(?:\[(\d+)\])?")


def ends_of(where: str) -> list[tuple[str, int | None]]:
    """The documents that a finding names, each with its row where one is meant; empty for other places."""
    found = [_END.fullmatch(end) for end in where.split(" → ")]
    return [(end[1], int(end[2]) if end[2] else None) for end in found if end] if all(found) else []


def both_ends(where: str) -> str:
    """The place of a finding about a chain in words; empty for other places."""
    return " → ".join(
        LINKS[key] if number is None else f"{LINKS[key]} baris {number}" for key, number in ends_of(where)
    )


@dataclass(frozen=True)
class Link:
    """A document of the chain: its key in LINKS, and its rows that say anything."""

    key: str
    rows: tuple[Row, ...]

    @property
    def name(self) -> str:
        """What a sentence calls it."""
        return LINKS[self.key]

    @cached_property
    def objectives(self) -> tuple[Row, ...]:
        """The first row of every objective."""
        first: dict[object, Row] = {}
        for row in self.rows:
            if typed(row.sasaran):
                first.setdefault(_plain(row.sasaran), row)
        return tuple(first.values())

    @cached_property
    def indicators(self) -> tuple[Row, ...]:
        """The rows that name an indicator."""
        return tuple(row for row in self.rows if typed(row.indikator))

    def place(self, row: Row | None = None) -> str:
        """How a finding names it, or a row of it."""
        return f"{self.key}[{row.number}]" if row else self.key


@dataclass(frozen=True, slots=True)
class Pair:
    """One indicator in two documents, and whether it is written alike."""

    upper: Link
    above: Row
    lower: Link
    below: Row
    how: Likeness

    @property
    def where(self) -> str:
        """Both ends, as a finding names them."""
        return f"{self.upper.place(self.above)} → {self.lower.place(self.below)}"


@dataclass(frozen=True)
class Following:
    """A chain, compared."""

    chain: Chain

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The documents that say anything, from the top down."""
        rows = (self.chain.rpjmd, self.chain.renstra, self.chain.iku, self.chain.agreement)
        known = (Link(key, _telling(found)) for key, found in zip(LINKS, rows, strict=True))
        return tuple(link for link in known if link.rows)

    @property
    def steps(self) -> Iterator[tuple[Link, Link]]:
        """Each document with the next one below."""
        return pairwise(self.links)

    @property
    def whole(self) -> bool:
        """Whether the lowest document carries all of its unit: those of a kepala daerah or kepala OPD do."""
        return self.chain.position in (Position.REGIONAL_HEAD, Position.AGENCY_HEAD)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Every indicator with the nearest document above that names the same."""
        found = []
        for place, lower in enumerate(self.links):
            for row in lower.indicators:
                pairs = (_paired(upper, lower, row) for upper in reversed(self.links[:place]))
                found += [pair for pair in pairs if pair][:1]
        return tuple(found)

    def carries(self, upper: Link, lower: Link) -> bool:
        """Whether the lower document has to take up every objective of the upper one."""
        return lower.key != "perjanjian" or self.whole

    def may_come_from(self, lower: Link, below: Row, upper: Link, above: Row) -> bool:
        """Whether an objective may come from one above; False only where nobody would see how.

        From the Renstra down to a head's agreement the same objectives are carried on; elsewhere the lower
        one is a cause of the upper.
        """
        if upper.key == "rpjmd" or not self.carries(upper, lower):
            return may_cause(below.sasaran, above.sasaran)
        return kinship(below.sasaran, above.sasaran) is not Kinship.APART or self._paired(
            upper, above, lower, below
        )

    def takes_up(self, upper: Link, above: Row, lower: Link, below: Row) -> bool:
        """Whether the lower objective surely takes the upper one up.

        The field alone says so only of the objective that comes nearest: roads do not stand for irrigation.
        """
        if upper.key == "rpjmd":
            return may_cause(below.sasaran, above.sasaran)
        if says_the_same(above.sasaran, below.sasaran) or share_words(above.sasaran, below.sasaran):
            return True
        if self._paired(upper, above, lower, below):
            return True
        akin = kinship(above.sasaran, below.sasaran) is Kinship.AKIN
        return akin and self._nearest(upper, below) is above

    def rootless(self, upper: Link, lower: Link) -> tuple[Row, ...]:
        """The objectives of the lower document that can come from none of the upper one."""
        above = upper.objectives
        return tuple(
            row
            for row in lower.objectives
            if above and not any(self.may_come_from(lower, row, upper, one) for one in above)
        )

    def threads(self) -> list[dict[str, int | None]]:
        """One line for each indicator at the end, or for what leads nowhere: by key the number of its row.

        The keys are those of the known documents; None where a document has nothing for this line.
        """
        lines: list[dict[str, int | None]] = []
        for place in reversed(range(len(self.links))):
            link = self.links[place]
            for row in link.rows:
                if not any(self._stands_in(line, link, row) for line in lines):
                    lines.append(self._line(place, row))
        order = {link.key: {row.number: index for index, row in enumerate(link.rows)} for link in self.links}
        last = max((len(link.rows) for link in self.links), default=0)
        return sorted(
            lines,
            key=lambda line: [last if line[key] is None else order[key][line[key] or 0] for key in order],
        )

    def _stands_in(self, line: dict[str, int | None], link: Link, row: Row) -> bool:
        """Whether a line passes this row; a row of a plan that lists indicators stands for itself."""
        if line[link.key] == row.number:
            return True
        number = line[link.key]
        if number is None or typed(row.indikator):
            return False
        other = next(one for one in link.rows if one.number == number)
        return _plain(other.sasaran) == _plain(row.sasaran)

    def _line(self, place: int, row: Row) -> dict[str, int | None]:
        line: dict[str, int | None] = dict.fromkeys((link.key for link in self.links), None)
        line[self.links[place].key] = row.number
        lower, below = self.links[place], row
        for upper in reversed(self.links[:place]):
            above = self._root(upper, lower, below)
            if above is not None:
                line[upper.key] = above.number
                lower, below = upper, above
        return line

    def _root(self, upper: Link, lower: Link, below: Row) -> Row | None:
        """The row above that this one comes from."""
        pair = self._pair_of.get((lower.key, below.number))
        if pair and pair.upper is upper:
            return pair.above
        if upper.key == "iku" or not typed(below.sasaran):  # an IKU is the same measure or another one
            return None
        nearest = self._nearest(upper, below)
        if nearest is None or self.may_come_from(lower, below, upper, nearest):
            return nearest
        others = [row for row in upper.objectives if self.may_come_from(lower, below, upper, row)]
        return _nearest(below, others)

    def _paired(self, upper: Link, above: Row, lower: Link, below: Row) -> bool:
        """Whether an indicator of the one objective is an indicator of the other."""
        return (upper.key, _plain(above.sasaran), lower.key, _plain(below.sasaran)) in self._tied

    @cached_property
    def _tied(self) -> set[tuple[str, tuple[str, ...], str, tuple[str, ...]]]:
        """Objectives that have an indicator in common."""
        return {
            (pair.upper.key, _plain(pair.above.sasaran), pair.lower.key, _plain(pair.below.sasaran))
            for pair in self.pairs
        }

    @cached_property
    def _pair_of(self) -> dict[tuple[str, int], Pair]:
        """The pair of each row below."""
        return {(pair.lower.key, pair.below.number): pair for pair in self.pairs}

    def _nearest(self, upper: Link, below: Row) -> Row | None:
        """The objective above that comes nearest; worked out once."""
        key = (upper.key, below.sasaran)
        if key not in self._nearest_known:
            self._nearest_known[key] = _nearest(below, list(upper.objectives))
        return self._nearest_known[key]

    @cached_property
    def _nearest_known(self) -> dict[tuple[str, str], Row | None]:
        return {}


def chain_to(agreement: Agreement) -> Chain:
    """The chain that an agreement ends: the documents above it, as far as it knows them."""
    return Chain(
        rpjmd=agreement.rpjmd or (),
        renstra=agreement.renstra or (),
        iku=agreement.iku or (),
        agreement=agreement.rows,
        position=agreement.position,
        name=agreement.name,
    )


def _nearest(below: Row, candidates: list[Row]) -> Row | None:
    alike = next((row for row in candidates if _plain(row.sasaran) == _plain(below.sasaran)), None)
    if alike is not None:
        return alike
    ranks = {Kinship.SAME: 0, Kinship.AKIN: 1, Kinship.UNSEEN: 2, Kinship.APART: 3}
    words = set(_plain(below.sasaran))
    return min(
        candidates,
        key=lambda row: (
            ranks[kinship(below.sasaran, row.sasaran)],
            -len(words.intersection(_plain(row.sasaran))),
        ),
        default=None,
    )


def _paired(upper: Link, lower: Link, row: Row) -> Pair | None:
    how, name = closest(row.indikator, [other.indikator for other in upper.indicators])
    if how is Likeness.OTHER:
        return None
    above = next(other for other in upper.indicators if other.indikator == name)
    return Pair(upper, above, lower, row, how)


def _telling(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(row for row in rows if typed(row.sasaran) or typed(row.indikator))


def _plain(text: str) -> tuple[str, ...]:
    return read(text).plain
