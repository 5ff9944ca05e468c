"""Whether a text can be read at all: Indonesian words, not nonsense and not another language."""

import re

from workbench.reviewer.slips import known_words
from workbench.reviewer.text import Text, Word
from workbench.reviewer.vocabulary import words

# onset of at most three consonants, vowels, and so on; at most two consonants at the end
_SYLLABLES = re.compile(r"[^aiueoy]{0,3}[aiueoy]{1,3}(?:[^aiueoy]{1,4}[aiueoy]{1,3})*[^aiueoy]{0,2}")
_NEVER = re.compile(r"q(?!u|a)|zx|xc|(.)\1{2}")
_AFFIXED = re.compile(r"(?:me[mn]|pe[mnr]|ber|ter|ke|di|se)[a-z]{3,}|[a-z]{4,}(?:nya|kan|an|asi|itas)")


def _could_be_word(word: str, capitals: bool) -> bool:
    """Whether Indonesian (or a borrowed term) might have such a word."""
    if capitals and len(word) <= 8:
        return True
    if len(word) > 30 or not word.isalpha() or not word.isascii():
        return False
    return len(word) < 3 or bool(_SYLLABLES.fullmatch(word) and not _NEVER.search(word))


def _is_known(word: Word) -> bool:
    """Whether anything marks the word as Indonesian, or as a short name in capitals."""
    plain = word.word
    if word.capitals or plain in known_words() or plain in words("languages", "indonesian"):
        return True
    return bool(_AFFIXED.fullmatch(plain))


def repeats(text: Text) -> bool:
    """Whether the same few words are typed over and over."""
    plain = [word.word for word in text.words if not word.is_number]
    twice = sum(
        word.word == before.word and not word.lead and word.word != "rata" and word.start > before.end
        for before, word in zip(text.words, text.words[1:], strict=False)
    )
    return twice >= 2 or (len(plain) >= 6 and len(set(plain)) <= len(plain) / 3)


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
    small = set(text.plain) & (words("languages", "foreign") - words("measures", "english"))
    named = small <= {"average", "of", "on", "total"} and text.plain.count("of") < 2
    return len(text.plain) <= 6 and named and bool(set(text.plain[:5]) & words("measures", "english"))


def is_readable(text: Text) -> bool:
    """False for nothing, nonsense, keyboard play, repeated words and other languages."""
    letters = [word for word in text.words if not word.is_number]
    if text.source.lstrip().startswith("="):
        return False  # a formula of a spreadsheet
    if not letters or repeats(text) or (is_foreign(text) and not _is_term(text)):
        return False
    likely = sum(_could_be_word(word.word, word.capitals) for word in letters)
    if likely < 0.5 * len(letters):
        return False
    return len(letters) < 3 or any(_is_known(word) for word in letters)
