"""Dates as documents write them: 5 Januari 2026; Senin, 5 Jan 2026; 05/01/2026; 2026-01-05."""

import calendar
import re
from datetime import date

from .text import fold

MONTHS = (
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
)
_SHORT = {
    "jan": 1,
    "feb": 2,
    "pebruari": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "agt": 8,
    "agu": 8,
    "agust": 8,
    "sep": 9,
    "sept": 9,
    "okt": 10,
    "nov": 11,
    "nopember": 11,
    "des": 12,
}
_LONGEST = 80  # characters of a cell that are read
_WORDED = re.compile(r"(?<!\d)(\d{1,2})[\s.-]+([^\W\d_]{3,10})[\s.,-]+(\d{4})(?!\d)")
_DIGITS = re.compile(r"(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d{2}(?!\d)")


def read_date(text: str) -> date | None:
    """The one date that a cell states, day first; None where it states none or no day."""
    shown = text[:_LONGEST]
    worded = _WORDED.search(shown)
    if worded:
        return _date(worded.group(3), _month(worded.group(2)), worded.group(1))
    iso = _ISO.search(shown)
    if iso:
        return _date(iso.group(1), int(iso.group(2)), iso.group(3))
    digits = _DIGITS.search(shown)
    return _date(digits.group(3), int(digits.group(2)), digits.group(1)) if digits else None


def read_year(text: str) -> int | None:
    """The one year that a title states, None where it states none or several."""
    years = {int(found) for found in _YEAR.findall(text[:_LONGEST])}
    return years.pop() if len(years) == 1 else None


def one_month_after(day: date) -> date:
    """The same day of the next month, or that month's last day."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def written(day: date) -> str:
    """A date as documents write it: 5 Januari 2026."""
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"


def _month(word: str) -> int:
    folded = fold(word)
    if folded in MONTHS:
        return MONTHS.index(folded) + 1
    return _SHORT.get(folded, 0)


def _date(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None
