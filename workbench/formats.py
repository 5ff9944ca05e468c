"""Numbers, dates and times as people here write them, in the language of the page."""

from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from flask_babel import get_locale

from .db import now

#: Indonesia's three zones under the names people use.
ZONES = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def _locale() -> str:
    return str(get_locale() or "id")


def zone_name(zone: str) -> str:
    """WIB, WITA or WIT; the IANA name of any other zone."""
    return ZONES.get(zone, zone)


def number(value: float | int | None) -> str:
    """12.500 and 85,5 in Indonesian, 12,500 and 85.5 in English; a dash for nothing."""
    return "–" if value is None else str(format_decimal(value, locale=_locale()))


def day(value: date | None) -> str:
    """21 November 2026."""
    return "–" if value is None else str(format_date(value, "d MMMM y", locale=_locale()))


def days(first: date, last: date) -> str:
    """20–21 November 2026; both in full when the month differs."""
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    return f"{day(first)} – {day(last)}"


def clock(value: datetime | None, zone: str) -> str:
    """10.42 WIB in Indonesian, 10:42 WIB in English."""
    if value is None:
        return "–"
    local = value.astimezone(_zone(zone))
    separator = "." if _locale() == "id" else ":"
    return f"{local:%H}{separator}{local:%M} {zone_name(zone)}"


def lately(value: datetime | None, zone: str) -> str:
    """10.42 WIB when it was today in that zone; the day with it when it was not."""
    if value is None:
        return "–"
    there = _zone(zone)
    today = value.astimezone(there).date() == now().astimezone(there).date()
    return clock(value, zone) if today else moment(value, zone)


def hour(value: datetime, zone: str) -> str:
    """10.42: for tables, whose heading names the zone."""
    separator = "." if _locale() == "id" else ":"
    return f"{value.astimezone(_zone(zone)):%H{separator}%M}"


def weekday(value: datetime, zone: str) -> str:
    """Jumat, 20 November 2026: the day a moment falls on in its zone."""
    return str(format_date(value.astimezone(_zone(zone)).date(), "EEEE, d MMMM y", locale=_locale()))


def moment(value: datetime | None, zone: str) -> str:
    """21 November 2026 pukul 10.42 WIB."""
    if value is None:
        return "–"
    joint = " pukul " if _locale() == "id" else ", "
    local = value.astimezone(_zone(zone))
    return f"{format_datetime(local, 'd MMMM y', locale=_locale())}{joint}{clock(value, zone)}"


def short_moment(value: datetime | None, zone: str) -> str:
    """21 Nov 10.42: for tables, whose heading names the zone."""
    if value is None:
        return "–"
    local = value.astimezone(_zone(zone))
    separator = "." if _locale() == "id" else ":"
    return f"{format_datetime(local, 'd MMM', locale=_locale())} {local:%H}{separator}{local:%M}"


def _zone(name: str) -> tzinfo:
    return ZoneInfo(name)
