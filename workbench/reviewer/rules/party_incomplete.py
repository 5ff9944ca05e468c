"""One who has to sign is named without an office, or an office without a name."""

from collections.abc import Iterator

from .base import Hit
from .documents import AgreementCase, typed


def check(case: AgreementCase) -> Iterator[Hit]:
    for where, label, party in case.parties:
        name, office = typed(party.name), typed(party.position)
        if bool(name) == bool(office):
            continue
        lacking = "position" if name else "name"
        values = {"party": label, "lacking": "jabatan" if name else "nama"}
        yield Hit(lacking, where=where, values=values)
