"""Cells of a spreadsheet: as displayed when read, harmless when written."""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")
_PLAIN_NUMBER = re.compile(r"[+-]?\d[\d.,]*%?")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_BRACKETS = re.compile(r"\[[^\]]*\]")
_ESCAPED = re.compile(r"_x00(?:0[0-8B-Fb-f]|1[0-9A-Fa-f])_")  # control signs as an office file writes them
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def neutral(value: Any) -> Any:
    """The value for an exported cell: text that a spreadsheet would run as a formula gets a leading quote.

    Numbers, and text that is only a number such as `-2,5`, stay as they are.
    """
    if not isinstance(value, str) or not value.lstrip(" ").startswith(_RISKY):
        return value
    if _PLAIN_NUMBER.fullmatch(value.strip()):
        return value
    return "'" + value


def legal(text: str) -> str:
    """A text without the signs that neither an office file nor a PDF can hold; line ends as one sign."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n"))


def original(text: str) -> str:
    """What was typed before `neutral` put a quote in front of it; any other text as it is."""
    return text[1:] if text.startswith("'") and neutral(text[1:]) == text else text


def displayed(value: Any, number_format: str = "General") -> str:
    """What a person sees in the cell, with Indonesian number signs: 0.185 formatted 0.0% is "18,5%"."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "YA" if value else "TIDAK"
    if isinstance(value, int | float | Decimal):
        return _number(value, number_format)
    if isinstance(value, datetime) and value.time() != time():
        return value.strftime("%d/%m/%Y %H.%M")
    if isinstance(value, date):  # a datetime is a date too
        return value.strftime("%d/%m/%Y")
    if isinstance(value, time):
        return value.strftime("%H:%M:%S").removesuffix(":00")
    if isinstance(value, timedelta):  # hours beyond a day, as [h]:mm shows them
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        text = f"{minutes // 60}:{minutes % 60:02}"
        return f"{text}:{seconds:02}" if seconds else text
    return original(_ESCAPED.sub("", str(value)))


def _number(value: float | Decimal, number_format: str) -> str:
    pattern = (number_format or "General").split(";")[0]
    literals = [one or two for one, two in _LITERAL.findall(pattern)]
    bare = _BRACKETS.sub("", _LITERAL.sub("", pattern))
    number = Decimal(str(value))
    percent = "%" in bare
    if percent:
        number *= 100
    if "/" in bare or ",," in bare or bare.rstrip(" _-\\").endswith(","):
        bare = (
            ""  # fractions and thousands left away are shown in full: cut short they would be another number
        )
    body = re.search(r"[#0?][#0?.,]*", bare)
    text = _formatted(number, body.group() if body else "")
    prefix, suffix = _around(pattern, literals)
    return f"{prefix}{text}{'%' if percent else ''}{suffix}".strip()


def _formatted(number: Decimal, body: str) -> str:
    whole, _, decimals = body.partition(".")
    if not body:
        if number % 1:  # a spreadsheet shows eleven digits, without what counting in halves left over
            number = round(number, max(1, 10 - max(0, number.adjusted())))
        text = f"{number.normalize():f}"  # General: as many digits as the number has
    else:
        least, most = decimals.count("0"), len(decimals.rstrip(","))
        text = f"{number.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP):f}"
        while "." in text and len(text.partition(".")[2]) > least and text.endswith("0"):
            text = text[:-1]
        text = text.rstrip(".")
    if "," in whole:
        text = f"{Decimal(text):,f}"
    return text.translate(str.maketrans(".,", ",."))


def _around(pattern: str, literals: list[str]) -> tuple[str, str]:
    """Quoted words of a number format before and after the digits, such as "Rp" or " orang"."""
    digits = re.search(r"[#0?]", pattern)
    if not literals or digits is None:
        return "", ""
    before = "".join(one or two for one, two in _LITERAL.findall(pattern[: digits.start()]))
    after = "".join(one or two for one, two in _LITERAL.findall(pattern[digits.start() :]))
    return before, after
