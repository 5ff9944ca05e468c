"""What kind of statement a word at the head of a phrase makes, from the lexicon or from its affixes.

Kinds: `result` (Meningkatnya), `result_order` (Meningkatkan), `done` (Terlaksananya), `delivered`
(Tersusunnya), `task_order` (Menyusun).
"""

import re
from dataclasses import dataclass
from functools import cache

from workbench.reviewer.phrases import Phrases, phrases
from workbench.reviewer.slips import known_words, nearest
from workbench.reviewer.text import Text
from workbench.reviewer.vocabulary import words

KINDS = ("result", "result_order", "done", "delivered", "task_order")

# Forms that the lexicon does not list; the affixes alone say what they are.
_HAPPENED = re.compile(r"(?:ter|di)[a-z]{3,}nya")
_CONDITION = re.compile(r"(?:ber|me|se)[a-z]{3,}nya|[a-z]{4,}(?:al|if|il|ar|is|at)nya")
_ORDER = re.compile(r"me[mnlrwy][a-z]{4,}")


@dataclass(frozen=True, slots=True)
class Statement:
    """The statement at words `start` to `end`; `meant` is the listed form where the typed one is a slip."""

    kind: str
    start: int
    end: int
    meant: str = ""


@cache
def listed_words() -> frozenset[str]:
    """Every single word that makes a statement."""
    return frozenset(word for kind in KINDS for word in words("statements", kind) if " " not in word)


@cache
def _kind_of() -> tuple[Phrases, dict[str, str]]:
    table = {word: kind for kind in KINDS for word in words("statements", kind)}
    return Phrases(table), table


def statement_at(text: Text, index: int) -> Statement | None:
    """The statement that begins at word `index`, typing slips forgiven."""
    if index >= len(text.plain):
        return None
    listed, kinds = _kind_of()
    hit = listed.at(text.plain, index)
    if hit:
        return Statement(kinds[hit.phrase], hit.start, hit.end)
    word = text.plain[index]
    if word.endswith(("nya", "kan", "i")) and not _is_listed_form(word):
        meant = nearest(word, listed_words())
        if meant and meant.endswith("nya") == word.endswith("nya"):
            return Statement(kinds[meant], index, index + 1, meant)
    if word in words("measures", "count") or word in words("measures", "magnitude"):
        return None
    if _HAPPENED.fullmatch(word):
        return Statement(_by_object(text, index + 1), index, index + 1)
    if _CONDITION.fullmatch(word):
        return Statement("result", index, index + 1)
    if _ORDER.fullmatch(word) and word not in words("statements", "not_orders"):
        conditions = phrases("objectives", "conditions").at(text.plain, index + 1)
        return Statement("result_order" if conditions else "task_order", index, index + 1)
    return None


def _is_listed_form(word: str) -> bool:
    """Whether an unlisted word is a known one with its clitic: *terserapnya* is no slip of another."""
    return word not in listed_words() and word.endswith("nya") and word[:-3] in known_words()


def _by_object(text: Text, index: int) -> str:
    """An unlisted "Ter...nya": delivered or done where goods or acts follow, a result otherwise."""
    if phrases("objects", "activity").at(text.plain, index) or phrases("objectives", "effort").at(
        text.plain, index
    ):
        return "done"
    if phrases("objects", "deliverable", "support").at(text.plain, index):
        return "delivered"
    return "result"
