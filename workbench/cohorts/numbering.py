"""Certificate numbers from a pattern such as {n:03}/BIMTEK/{month}/{year}."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import count
from string import Formatter

from flask_babel import gettext as _

from workbench.formats import ROMAN

#: Longest number that a certificate can carry, in characters.
LONGEST = 100


#: What a class is offered while no other class uses it.
USUAL = "{n:03}/BIMTEK/{month}/{year}"

_RUNNING = re.compile(r"\{n(:[^{}]*)?\}")


def unused(taken: Iterable[str]) -> str:
    """The usual pattern, or BIMTEK-2, BIMTEK-3 and so on where classes have `taken` those before."""
    known = {_bare(pattern) for pattern in taken}
    offers = (USUAL.replace("BIMTEK", f"BIMTEK-{n}" if n > 1 else "BIMTEK") for n in count(1))
    return next(offer for offer in offers if _bare(offer) not in known)


def _bare(pattern: str) -> str:
    """A pattern without what may differ while the numbers still meet: letter case, zeros in front."""
    return _RUNNING.sub("{n}", pattern).casefold()


def number(pattern: str, n: int, on: date) -> str:
    """The number of the n-th certificate issued on a day.

    :raises ValueError: with a sentence, when the pattern cannot make numbers.
    """
    text = ""
    for literal, name, padding, conversion in _parts(pattern):
        text += literal
        if name is None:
            continue
        if conversion or (padding and not (name == "n" and re.fullmatch(r"0?[1-9]", padding))):
            raise ValueError(_("Di dalam kurung hanya boleh {n}, {n:03}, {month} dan {year}."))
        if name == "n":
            text += format(n, padding or "")
        elif name == "month":
            text += ROMAN[on.month - 1]
        elif name == "year":
            text += str(on.year)
        else:
            raise ValueError(
                _("{%(name)s} tidak dikenal. Pakailah {n}, {n:03}, {month} dan {year}.", name=name)
            )
    return text


def check(pattern: str, on: date) -> str:
    """The first number that the pattern makes.

    :raises ValueError: with a sentence, when the numbers would be unusable.
    """
    first, tenth = number(pattern, 1, on), number(pattern, 10, on)
    if first == tenth:
        raise ValueError(_("Nomor urut belum ada. Tambahkan {n:03} agar tiap sertifikat berbeda nomornya."))
    if len(tenth) > LONGEST:
        raise ValueError(_("Nomor terlalu panjang, paling banyak %(most)s huruf.", most=LONGEST))
    return first


def _parts(pattern: str) -> list[tuple[str, str | None, str | None, str | None]]:
    try:
        return list(Formatter().parse(pattern))
    except ValueError as error:
        raise ValueError(
            _("Kurung kurawal tidak berpasangan. Contoh: {n:03}/BIMTEK/{month}/{year}.")
        ) from error
