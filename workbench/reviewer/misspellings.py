"""Typing slips worth pointing out; they are forgiven when the row is read."""

from dataclasses import dataclass

from workbench.reviewer.text import Text


@dataclass(frozen=True, slots=True)
class Slip:
    """The place of a slip in the field as typed, and what was probably meant."""

    start: int
    end: int
    meant: str


def find_slips(text: Text, head: int, meant: str) -> list[Slip]:
    """Known slips of the text, and the head word where it was read as `meant` (word index `head`)."""
    slips = [Slip(word.start, word.end, word.slip) for word in text.words if word.slip]
    if meant and head < len(text.words) and not text.words[head].slip:
        word = text.words[head]
        slips.append(Slip(word.start, word.end, meant))
    return sorted(slips, key=lambda slip: slip.start)
