"""Indonesian text as words with exact places.

A `Text` keeps every word folded (lower case, common spellings made one) together with its place in the
text as typed, so that whatever is found can be shown to the writer. Nothing is stemmed: *meningkat*,
*meningkatnya*, *meningkatkan*, *peningkatan* and *tingkat* are five different statements.
Control characters, right-to-left marks and HTML tags are looked through, not read.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from workbench.reviewer.vocabulary import load

#: Longest text, in characters, whose words are remembered: the rules ask for those of a row again and again.
_REMEMBERED = 500

_PIECE = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*|[^\w\s]|_")
_GLUED = re.compile(r"(?<![ah])yang$")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
# control characters, soft hyphens, zero-width characters and marks of writing direction
_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word or number. `lead` is the punctuation between the word before and this one, without spaces."""

    word: str
    start: int
    end: int
    lead: str = ""
    capitals: bool = False  # written in capitals, as a short name is
    inside: bool = False  # inside brackets
    slip: str = ""  # what the writer probably meant, where the spelling is a known slip

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.word[:1].isdigit()


@dataclass(frozen=True, slots=True)
class Text:
    """A field as typed and its words in order; `plain` are the folded words alone, `tail` what follows."""

    source: str
    words: tuple[Word, ...]
    plain: tuple[str, ...]
    tail: str = ""

    def place(self, first: int, last: int) -> tuple[int, int]:
        """Start and end in the source of words `first` up to but not including `last`."""
        return self.words[first].start, self.words[last - 1].end

    def since(self, first: int) -> "Text":
        """The same text from word `first` on, with the same places."""
        return Text(self.source, self.words[first:], self.plain[first:], self.tail)


@cache
def _spellings() -> tuple[dict[str, str], dict[str, str]]:
    table = load("spelling")
    return {str(k): str(v) for k, v in table["variants"].items()}, {
        str(k): str(v) for k, v in table["slips"].items()
    }


@lru_cache(maxsize=8192)
def fold(raw: str) -> str:
    """A word in the form in which the lexicon lists it."""
    plain = unicodedata.normalize("NFKC", raw).casefold() if not raw.isascii() else raw.lower()
    variants, slips = _spellings()
    return variants.get(plain) or slips.get(plain) or plain


def _visible(source: str) -> tuple[str, list[int] | None]:
    """The source without what cannot be seen, and for each character its place (None: all in place)."""
    shown = _TAG.sub(lambda tag: " " * len(tag.group()), source) if "<" in source else source
    if not _INVISIBLE.search(shown):
        return shown, None
    places = [index for index, char in enumerate(shown) if not _INVISIBLE.match(char)]
    return "".join(shown[index] for index in places), places


def read(source: str) -> Text:
    """Split a field into words. Takes time in proportion to its length."""
    return _remembered(source) if len(source) <= _REMEMBERED else _split(source)


@lru_cache(maxsize=512)
def _remembered(source: str) -> Text:
    return _split(source)


def _split(source: str) -> Text:
    shown, places = _visible(source)
    _, slips = _spellings()
    words: list[Word] = []
    lead: list[str] = []
    depth = 0
    for piece in _PIECE.finditer(shown):
        raw = piece.group()
        if not raw[0].isalnum():
            depth = max(0, depth + (raw in "([") - (raw in ")]"))
            lead.append(raw)
            continue
        start, end = piece.start(), piece.end() - 1
        if places is not None:
            start, end = places[start], places[end]
        if raw == "2" and words and not lead and words[-1].end == start and not words[-1].is_number:
            # "rata2": the figure doubles the word before it
            words.append(Word(words[-1].word, start, end + 1, "", False, depth > 0))
            continue
        lower = raw.lower()
        if _GLUED.search(lower) and len(lower) > 8:
            # "bermotoryang": the small word was typed without its blank
            words.append(Word(fold(raw[:-4]), start, end - 3, "".join(lead), False, depth > 0))
            words.append(Word("yang", end - 3, end + 1, "", False, depth > 0))
            lead.clear()
            continue
        if lower == "nya" and words and not lead and not words[-1].is_number:
            # "Meningkat nya": the clitic was typed apart
            before = words.pop()
            words.append(
                Word(
                    before.word + "nya",
                    before.start,
                    end + 1,
                    before.lead,
                    False,
                    before.inside,
                    before.word + "nya",
                )
            )
            continue
        words.append(
            Word(
                fold(raw),
                start,
                end + 1,
                "".join(lead),
                raw.isupper() and len(raw) > 1,
                depth > 0,
                slips.get(lower, ""),
            )
        )
        lead.clear()
    return Text(source, tuple(words), tuple(word.word for word in words), "".join(lead))
