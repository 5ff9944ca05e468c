"""Form fields to answers: `rows.0.sasaran` and `choices.3` name places in nested plain values."""

import re
from collections.abc import Iterable
from typing import Any

_PLACE = re.compile(r"(rows|choices)\.(\d{1,3})(?:\.([a-z_]{1,40}))?")


def answer_from(fields: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The answer that these fields spell; other fields are ignored, places that were not sent are None."""
    lists: dict[str, dict[int, Any]] = {}
    for name, text in fields:
        match = _PLACE.fullmatch(name)
        if match is None:
            continue
        key, index, column = match.group(1), int(match.group(2)), match.group(3)
        items = lists.setdefault(key, {})
        if column is None:
            items[index] = text
        elif isinstance(items.setdefault(index, {}), dict):
            items[index][column] = text
    return {
        key: [items.get(index) for index in range(max(items) + 1)] for key, items in lists.items() if items
    }
