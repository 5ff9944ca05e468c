"""Why what a file brought does not fit an exercise, in one sentence about the file."""

from flask_babel import gettext as _

from workbench.exercises.kinds.base import Unreadable
from workbench.exercises.places import part_named
from workbench.web.labels import BOX, COLUMNS


def unfit(answer: Unreadable) -> str:
    """Which cell does not fit, and why."""
    place, why = next(iter(answer.fields.items()), ("", answer.sentence))
    parts = place.split(".")
    if not place:
        return str(why)
    if parts[0] not in ("rows", "boxes"):
        part = f"programmes.{int(parts[1]) + 1}" if parts[0] == "programmes" else place
        told = _(
            "%(part)s: %(why)s Persingkat di berkas Anda, lalu kirim lagi.", part=part_named(part), why=why
        )
        return str(told)
    number = int(parts[1]) + 1
    if parts[0] == "boxes":
        told = _(
            "Kotak ke-%(number)s, %(column)s: %(why)s Persingkat di berkas Anda, lalu kirim lagi.",
            number=number,
            column=BOX.get(parts[2], parts[2]),
            why=why,
        )
    else:
        told = _(
            "Baris %(row)s, kolom %(column)s: %(why)s Persingkat di berkas Anda, lalu kirim lagi.",
            row=number,
            column=COLUMNS[parts[2]],
            why=why,
        )
    return str(told)
