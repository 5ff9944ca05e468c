"""The programme column holds a sasaran."""

from collections.abc import Iterator

from ..measures import first_word
from ..statements import statement_at
from ..text import Text, read
from .base import Hit, quoted
from .documents import AgreementCase, programme_place, typed


def check(case: AgreementCase) -> Iterator[Hit]:
    for line, _ in case.programmes:
        if stated(line.name) in ("result", "result_order"):
            yield Hit("name", where=programme_place(line.number), values={"name": quoted(typed(line.name))})


def stated(name: str) -> str:
    """The kind of statement that a name makes after the word Program, empty where it makes none."""
    text = read(name[:300])
    start = after_title(text)
    statement = statement_at(text, start) if start < len(text.plain) else None
    return statement.kind if statement else ""


def after_title(text: Text) -> int:
    """The first word of a name after numbering and the word Program."""
    start = first_word(text) if text.words else 0
    return start + (text.plain[start : start + 1] == ("program",))
