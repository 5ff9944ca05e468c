"""A file as what it holds: an agreement, a cascade, a chain, or else an indicator table."""

from pathlib import Path

from ..reviewer.document import Agreement, Cascade, Chain, Position, Table
from .agreement_reading import read_agreement
from .agreement_records import read_agreement as read_record
from .agreement_records import read_chain
from .cascade_reading import trees
from .cascade_records import read_cascade
from .parts import parts_of
from .tables import bytes_of, read_bytes
from .unreadable import Unreadable

_RECORDS = (".yaml", ".yml", ".json")
_FORMS = (".docx", ".xlsx", ".csv", ".tsv", ".txt")


def read(path: Path, position: Position | None = None) -> Table | Agreement | Cascade | Chain:
    """What the file holds; a position given here wins over the file's own, but for the boxes of a cascade.

    Raises Unreadable with one sentence for the person.
    """
    data = bytes_of(path)
    kind = path.suffix.casefold()
    found: Agreement | Cascade | Chain | None
    if kind in _RECORDS and data.strip():
        found = _in_record(data, "json" if kind == ".json" else "yaml", path.name, position)
    elif kind in _FORMS and data.strip():
        found = _on_a_form(data, path.name, position)
    else:
        found = None
    return found or read_bytes(path.name, data, position)


def _in_record(
    data: bytes, kind: str, name: str, position: Position | None
) -> Agreement | Cascade | Chain | None:
    cascade = read_cascade(data, kind, name)
    return cascade or read_record(data, kind, name, position) or read_chain(data, kind, name, position)


def _on_a_form(data: bytes, name: str, position: Position | None) -> Agreement | Cascade | None:
    """An agreement with somebody who promises, or a tree; an annex alone is reviewed as a table."""
    parts = parts_of(name, data)
    agreement = read_agreement(parts, name, position)
    if agreement and (agreement.first.name or agreement.first.position):
        return agreement
    found = trees(parts, name)
    return found[0].cascade if found else None


__all__ = ["Unreadable", "read"]
