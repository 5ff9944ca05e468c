"""Agreements as records: plain mappings, as answers and files hold them. Strict both ways."""

from typing import Any

from ..reviewer.document import Agreement
from ..reviewer.records import Misshapen, agreement_of, agreement_record
from .unreadable import Unreadable


def from_record(record: object) -> Agreement:
    """The agreement in a record. Raises Unreadable with every problem, each with its place."""
    try:
        return agreement_of(record)
    except Misshapen as error:
        raise Unreadable(str(error)) from error


def to_record(agreement: Agreement) -> dict[str, Any]:
    """The record from which `from_record` makes the same agreement; rows are numbered by their order."""
    return agreement_record(agreement)
