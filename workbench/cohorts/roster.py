"""The rows of a list of participants, and what is wrong with each. Pure: no web page, no database."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from flask_babel import gettext as _

#: Most people in one list.
LARGEST = 1000
#: Fields of a row in the order of a table, with the longest text each may hold.
FIELDS = {"name": 160, "nip": 18, "unit": 160, "position": 160, "email": 254}

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_LISTED = re.compile(
    r"^\s*(?:\d{1,4}[.)]|[-–•*])\s+(?=\D)"
)  # "1. Ana" or "- Ana", as lists come from WhatsApp


@dataclass(frozen=True, slots=True)
class Person:
    """One row: who should take part. `line` counts rows of the source from 1."""

    line: int
    name: str = ""
    nip: str = ""
    unit: str = ""
    position: str = ""
    email: str = ""
    problems: tuple[str, ...] = ()


def person_of(line: int, values: Mapping[str, str], problems: tuple[str, ...] = ()) -> Person:
    """A row from its texts by field; fields that are not given are empty."""
    name, nip, unit, position, email = (values.get(field, "") for field in FIELDS)
    return Person(line, name, nip, unit, position, email, problems)


def check(people: Iterable[Person]) -> list[Person]:
    """The same people with tidy texts, and what is wrong with each row in words."""
    checked: list[Person] = []
    first_with: dict[str, int] = {}
    for raw in people:
        person = _tidy(raw)
        problems = [*_problems(person)]
        for key in _identities(person):
            if key in first_with:
                problems.append(_("Sama dengan baris %(line)s. Hapus salah satu.", line=first_with[key]))
                break
        for key in _identities(person):
            first_with.setdefault(key, person.line)
        checked.append(replace(person, problems=tuple(problems)))
    return checked


def _tidy(person: Person) -> Person:
    nip = re.sub(r"[\s']", "", _squeezed(person.nip))
    return replace(
        person,
        name=_LISTED.sub("", _squeezed(person.name)),
        nip=nip,
        unit=_squeezed(person.unit),
        position=_squeezed(person.position),
        email=_squeezed(person.email),
    )


def _squeezed(text: str) -> str:
    """Without control characters and repeated spaces; a dash alone means nothing."""
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    if plain in {"-", "–"}:
        return ""
    return re.sub(r"^'(?=[=+\-@])", "", plain)  # the quote that our own export puts before a formula sign


def _problems(person: Person) -> Iterable[str]:
    yield from person.problems
    if not person.name:
        yield _("Nama belum diisi.")
    elif len(person.name) < 3 or not re.search(r"[^\W\d_]", person.name):
        yield _("Nama paling sedikit 3 huruf.")
    if person.nip:
        yield from _nip_problems(person.nip)
    if person.email and not EMAIL.fullmatch(person.email):
        yield _("Alamat email tidak lengkap.")
    for field, most in FIELDS.items():
        if field != "nip" and len(getattr(person, field)) > most:
            yield _("Ada isian lebih dari %(most)s huruf.", most=most)


def _nip_problems(nip: str) -> Iterable[str]:
    """A NIP is 18 digits ending in a serial number from 001; Excel keeps 15 digits of a number."""
    if re.search(r"[eE][+-]?\d", nip) or re.fullmatch(r"\d{15}000", nip):
        yield _(
            "NIP tersimpan sebagai angka di Excel sehingga digit terakhirnya hilang. "
            "Ubah format kolom NIP menjadi Teks, lalu ketik ulang NIP ini."
        )
    elif not nip.isascii() or not nip.isdigit():
        yield _("NIP hanya berisi angka.")
    elif len(nip) != 18:
        yield _("NIP harus 18 angka; yang tertulis %(n)s.", n=len(nip))


def _identities(person: Person) -> list[str]:
    """What may stand only once in a list: the NIP, or without one a name within its OPD."""
    if person.nip:
        return [f"nip {person.nip}"]
    return [f"name {fold(person.name)} in {fold(person.unit)}"] if person.name else []


def fold(text: str) -> str:
    """A text as it is compared: without case, punctuation and repeated spaces."""
    return " ".join(re.findall(r"\w+", text.casefold()))
