"""Form fields to answers: `rows.0.sasaran`, `choices.3`, `first.name` and `year` name places in them."""

import re
from collections.abc import Iterable
from typing import Any

#: Parts of an answer that are lists, of texts or of rows with named cells.
LISTS = ("rows", "choices", "programmes", "boxes", "iku")
#: Parts that have named cells themselves.
GROUPS = ("first", "second")
#: Parts that are one text.
TEXTS = ("unit", "year", "annex_year", "place", "date", "budget_date", "total")
#: Parts that are objectives of the plans above, one on a line.
PLANS = ("rpjmd", "renstra")

_LISTED = re.compile(rf"({'|'.join(LISTS)})\.(\d{{1,3}})(?:\.([a-z_]{{1,40}}))?")
_GROUPED = re.compile(rf"({'|'.join(GROUPS)})\.([a-z_]{{1,40}})")


def answer_from(fields: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The answer that these fields spell; other fields are ignored, places that were not sent are None."""
    lists: dict[str, dict[int, Any]] = {}
    answer: dict[str, Any] = {}
    for name, text in fields:
        if name in TEXTS or name in PLANS:
            answer[name] = text
        elif match := _GROUPED.fullmatch(name):
            answer.setdefault(match[1], {})[match[2]] = text
        elif match := _LISTED.fullmatch(name):
            _listed(lists.setdefault(match[1], {}), int(match[2]), match[3], text)
    for key, items in lists.items():
        answer[key] = [items.get(index) for index in range(max(items) + 1)]
    return answer


def _listed(items: dict[int, Any], index: int, column: str | None, text: str) -> None:
    if column is None:
        items[index] = text
    elif isinstance(items.setdefault(index, {}), dict):
        items[index][column] = text
