"""The same person signs on both sides."""

import re
from collections.abc import Iterator

from ..document import Position
from .base import Hit, quoted
from .documents import SECOND, AgreementCase, typed

_TITLES = re.compile(r"\b(?:dr|drs|dra|ir|prof|h|hj|drg|apt|ns|kh)\b\.?", re.IGNORECASE)


def check(case: AgreementCase) -> Iterator[Hit]:
    if case.agreement.position is Position.REGIONAL_HEAD:
        return
    first, second = bare(case.agreement.first.name), bare(case.agreement.second.name)
    if first and first == second:
        yield Hit("name", where=SECOND, values={"name": quoted(typed(case.agreement.second.name))})


def bare(name: str) -> str:
    """A person's name without titles before and after it, for comparing."""
    words = re.findall(r"[^\W\d_]+", _TITLES.sub(" ", typed(name).split(",")[0]))
    return " ".join(words).casefold()
