"""Whether a text can be read at all: Indonesian words, not nonsense and not another language."""

import re

from workbench.reviewer.text import Text
from workbench.reviewer.vocabulary import words

_VOWELS = frozenset("aiueoy")
_CLUSTER = re.compile(r"[bcdfghjklmnpqrstvwxz]{5}|(.)\1{3}")
_AFFIXED = re.compile(r"(?:me[mn]|pe[mnr]|ber|ter|ke|di|se)[a-z]{3,}|[a-z]{4,}(?:nya|kan|an|asi|itas)")


def _could_be_word(word: str, capitals: bool) -> bool:
    """Whether Indonesian (or a borrowed term) might have such a word."""
    if capitals and len(word) <= 8:
        return True
    if len(word) > 30 or not word.isalpha() or not word.isascii():
        return False
    vowels = sum(char in _VOWELS for char in word)
    return (len(word) < 3 or 0.2 <= vowels / len(word) <= 0.8) and not _CLUSTER.search(word)


def repeats(text: Text) -> bool:
    """Whether the same few words are typed over and over."""
    plain = [word.word for word in text.words if not word.is_number]
    return len(plain) >= 6 and len(set(plain)) <= len(plain) / 3


def is_foreign(text: Text) -> bool:
    """Whether the small words are those of another language."""
    foreign = sum(word in words("languages", "foreign") for word in text.plain)
    if not foreign:
        return False
    own = sum(
        word in words("languages", "indonesian") or bool(_AFFIXED.fullmatch(word)) for word in text.plain
    )
    return (foreign >= 2 and foreign > own) or (foreign == 1 and own == 0 and len(text.plain) <= 4)


def _is_term(text: Text) -> bool:
    """An English name of a measure that Indonesian offices use as it is."""
    return len(text.plain) <= 6 and bool(set(text.plain) & words("measures", "english"))


def is_readable(text: Text) -> bool:
    """False for nothing, nonsense, keyboard play, repeated words and other languages."""
    letters = [word for word in text.words if not word.is_number]
    if not letters or repeats(text) or (is_foreign(text) and not _is_term(text)):
        return False
    likely = sum(_could_be_word(word.word, word.capitals) for word in letters)
    return likely >= 0.6 * len(letters)
