"""What the reviewer knows of government affairs: fields, their concepts, and their standard indicators.

`lexicon/ontology/FIELD.yaml` holds one policy field each (UU 23/2014, and the supporting functions).
An indicator is one line: name (other names; ...) | unit | direction | level | serves | range | source |
mark | owner. Marks are those of the domain notes: V2 seen in practice, M from memory, M? to be checked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from workbench.reviewer.findings import Direction, Level
from workbench.reviewer.vocabulary import FOLDER, load

_NAMES = re.compile(r"(?P<name>.+?)\s*\((?P<also>[^()]*)\)\s*$")
COLUMNS = 8  # of an indicator line; a ninth, the owner, may follow


@dataclass(frozen=True, slots=True)
class Concept:
    """A subject of policy, the wider ones it is a part of (`part_of`) or brings about (`drives`)."""

    key: str
    name: str  # as it reads in a sentence
    field: str
    phrases: tuple[str, ...]  # that name it
    hints: tuple[str, ...] = ()  # that suggest it without naming it
    part_of: tuple[str, ...] = ()
    drives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StandardIndicator:
    """A measure in common use: what is known about it before a row is read."""

    name: str
    also: tuple[str, ...]
    unit: str
    direction: Direction
    level: Level
    serves: tuple[str, ...]  # keys of concepts
    low: float | None  # plausible range, in `unit`
    high: float | None
    source: str
    certainty: str  # V2, M, M?
    owner: str
    field: str

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.also)


@dataclass(frozen=True, slots=True)
class Field:
    """One policy field: an urusan, or a supporting function."""

    key: str
    name: str
    code: str
    owner: str
    hints: tuple[str, ...]
    concepts: tuple[Concept, ...]
    indicators: tuple[StandardIndicator, ...]


@dataclass(frozen=True, slots=True)
class Ontology:
    """Every field, with its concepts by key and, for each concept, the concepts above it."""

    fields: dict[str, Field]
    concepts: dict[str, Concept]
    indicators: tuple[StandardIndicator, ...]
    above: dict[str, dict[str, int]] = field(default_factory=dict)  # wider concept -> steps up


def _parts(text: Any, mark: str = ",") -> tuple[str, ...]:
    return tuple(part.strip() for part in str(text or "").split(mark) if part.strip())


def _number(text: str) -> float | None:
    return float(text) if text else None


def read_indicator(line: str, field_key: str, owner: str) -> StandardIndicator:
    """One line of a field's table. Raises ValueError where a column is missing or not understood."""
    cells = [cell.strip() for cell in line.split("|")]
    if len(cells) not in (COLUMNS, COLUMNS + 1):
        raise ValueError(f"{len(cells)} columns instead of {COLUMNS}: {line}")
    named = _NAMES.match(cells[0])
    name, also = (named["name"], _parts(named["also"], ";")) if named else (cells[0], ())
    low, _, high = cells[5].partition("..")
    return StandardIndicator(
        name, also, cells[1], Direction(cells[2]), Level(cells[3]), _parts(cells[4]),
        _number(low), _number(high), cells[6], cells[7], cells[8] if len(cells) > COLUMNS else owner,
        field_key,
    )  # fmt: skip


def _read_concept(key: str, entry: dict[str, Any], field_key: str) -> Concept:
    return Concept(
        key, entry["name"], field_key, _parts(entry.get("words")), _parts(entry.get("hints")),
        _parts(entry.get("part_of")), _parts(entry.get("drives")),
    )  # fmt: skip


def _read_field(key: str) -> Field:
    raw = load(f"ontology/{key}")
    owner = str(raw["owner"])
    return Field(
        key, raw["name"], str(raw["code"]), owner, _parts(raw.get("hints")),
        tuple(_read_concept(name, entry, key) for name, entry in raw["concepts"].items()),
        tuple(read_indicator(line, key, owner) for line in raw["indicators"]),
    )  # fmt: skip


def _climb(start: Concept, concepts: dict[str, Concept]) -> Iterator[tuple[str, int]]:
    """Every wider concept with its least number of steps."""
    seen = {start.key}
    frontier = [start.key]
    for steps in range(1, 5):
        wider = [up for key in frontier for up in (*concepts[key].part_of, *concepts[key].drives)]
        frontier = [key for key in dict.fromkeys(wider) if key not in seen]
        seen.update(frontier)
        yield from ((key, steps) for key in frontier)


@cache
def ontology() -> Ontology:
    """Everything under `lexicon/ontology/`, read once. Raises KeyError where a link leads nowhere."""
    keys = sorted(path.stem for path in (FOLDER / "ontology").glob("*.yaml"))
    fields = {key: _read_field(key) for key in keys}
    concepts = {concept.key: concept for one in fields.values() for concept in one.concepts}
    above = {key: dict(_climb(concept, concepts)) for key, concept in concepts.items()}
    indicators = tuple(line for one in fields.values() for line in one.indicators)
    return Ontology(fields, concepts, indicators, above)
