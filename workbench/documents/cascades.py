"""Cascades as records: plain mappings, as answers and files hold them. Strict both ways."""

from typing import Any

from ..reviewer.document import Cascade
from ..reviewer.records import Misshapen, cascade_of, cascade_record
from .unreadable import Unreadable


def from_record(record: object) -> Cascade:
    """The cascade in a record. Raises Unreadable with every problem, each with its place."""
    try:
        return cascade_of(record)
    except Misshapen as error:
        raise Unreadable(str(error)) from error


def to_record(cascade: Cascade) -> dict[str, Any]:
    """The record from which `from_record` makes the same cascade."""
    return cascade_record(cascade)
