"""Certificate numbers from a pattern such as {n:03}/BIMTEK/{month}/{year}."""

import re
from datetime import date
from string import Formatter

from flask_babel import gettext as _

from workbench.formats import ROMAN

#: Longest number that a certificate can carry, in characters.
LONGEST = 100


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
