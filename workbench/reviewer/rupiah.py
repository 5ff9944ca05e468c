"""Amounts of money as they stand in a budget table: Rp1.250.000.000,00; Rp 1,25 M; 250 juta; 1.250.000,-."""

import re
from dataclasses import dataclass

from .numbers import NUMBER, figure, parse_number

#: Value of one unit of a scale word; M means miliar (10⁹), never million.
SCALES = {
    "rb": 10**3,
    "ribu": 10**3,
    "jt": 10**6,
    "juta": 10**6,
    "m": 10**9,
    "mil": 10**9,
    "miliar": 10**9,
    "milyar": 10**9,
    "t": 10**12,
    "triliun": 10**12,
    "trilyun": 10**12,
}
_LONGEST = 80  # characters of a cell that are read
_REMARK = re.compile(r"\([^()]*[^\d.,()\s][^()]*\)")
_BLANKS_INSIDE = re.compile(r"(?<=\d)[\s\u00a0](?=\d{3}(?!\d))")
_AMOUNT = re.compile(
    rf"(?:rp\.?|idr)?\s*({NUMBER})\s*([a-z]*)\.?\s*(?:rupiah)?\s*(?:[.,]\s*[-–—]+)?\s*", re.I
)
_GROUPED_ONCE = re.compile(r"\d{1,3},\d{3}")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in whole rupiah; `step` is what the last written digit is worth: ten million in 1,25 M."""

    rupiah: int
    step: int = 1


def read_money(text: str) -> Money | None:
    """The amount that a cell states, None where it states none or something else besides."""
    shown = _BLANKS_INSIDE.sub("", _REMARK.sub(" ", text[:_LONGEST])).strip()
    found = _AMOUNT.fullmatch(shown) if len(text) <= _LONGEST else None
    if found is None:
        return None
    digits, word = found.group(1), found.group(2).casefold()
    if word in ("", "rupiah"):
        scale = 1
        digits = digits.replace(",", ".") if _GROUPED_ONCE.fullmatch(digits) else digits
    elif word in SCALES:
        scale = SCALES[word]
    else:
        return None
    value = parse_number(digits)
    if value is None:
        return None
    return Money(round(value * scale), max(1, scale // 10 ** _decimals(digits, scale)))


def written(rupiah: int) -> str:
    """An amount as Indonesian documents write it: Rp1.250.000.000."""
    return "Rp" + figure(rupiah)


def _decimals(digits: str, scale: int) -> int:
    """How many decimals a scaled number was written with: two in 1,25 M."""
    if scale == 1:
        return 0
    mark = max(digits.rfind(","), digits.rfind("."))
    grouped = mark >= 0 and digits[mark] == "." and len(digits) - mark == 4
    return 0 if mark < 0 or grouped else len(digits) - mark - 1
