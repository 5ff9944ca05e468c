"""A NIP that cannot be one: not eighteen digits, or cut off by a spreadsheet."""

import re
from collections.abc import Iterator

from .base import Hit, quoted
from .documents import AgreementCase, typed
from .nip_under_elected_head import elected

_LENGTH = 18
_NUMBER = re.compile(r"\d[.,]?\d*[eE]\+?\d+")


def check(case: AgreementCase) -> Iterator[Hit]:
    for where, label, party in case.parties:
        why = _why(typed(party.nip))
        if why and not elected(party.position):
            values = {"party": label, "nip": quoted(party.nip), "why": why}
            yield Hit("nip", where=where, values=values)


def _why(nip: str) -> str:
    digits = re.sub(r"(?i)^nip\W*|[\s.\-]", "", nip)
    if not digits:
        return ""
    if _NUMBER.fullmatch(digits):
        return "sudah diubah lembar kerja menjadi bilangan, sehingga angka-angka terakhirnya hilang"
    if not digits.isdecimal():
        return "memuat tanda selain angka"
    if len(digits) != _LENGTH:
        return f"terdiri dari {len(digits)} angka, bukan {_LENGTH}"
    return "berakhiran 000, tanda angkanya terpotong oleh lembar kerja" if digits.endswith("000") else ""
