"""Where a finding stands: in words for the page, and as the id of its field on the desk."""

import re

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from workbench.exercises.fields import PLANS
from workbench.exercises.kinds.base import Answer, Document
from workbench.reviewer.following import ends_of
from workbench.web.labels import AGREEMENT, LINKS, PARTY

#: The parts of a document that a finding names (`where`), and the part of the answer that each is.
PARTS = {
    "pihak-pertama": "first",
    "pihak-kedua": "second",
    "pernyataan": "year",
    "lampiran": "rows",
    "tanggal": "date",
    "anggaran": "programmes",
    "jumlah": "total",
}
#: What these parts are called beside a finding, where that is not the name of the part of the answer.
CALLED = {
    "pernyataan": _("Halaman pernyataan"),
    "lampiran": _("Lampiran"),
    "tanggal": _("Tempat dan tanggal"),
}
#: Parts that are a table or a group: without a field the whole is meant.
_WIDE = {"first", "second", "rows", "programmes"}

_PROGRAMME = re.compile(r"program\[(\d+)\]")
_BOX = re.compile(r"kotak\[(.{1,8})\]")


def named(where: str) -> str:
    """The part as people call it; empty for a finding about the whole."""
    if match := _PROGRAMME.fullmatch(where):
        return str(gettext("Program %(number)s", number=match[1]))
    if match := _BOX.fullmatch(where):
        return str(gettext("Kotak %(key)s", key=match[1]))
    if ends := ends_of(where):
        return " → ".join(_end(document, number) for document, number in ends)
    return str(CALLED.get(where, AGREEMENT[PARTS[where]])) if where in PARTS else ""


def _end(document: str, number: int | None) -> str:
    """One end of a chain's finding: the document, and its row where one is meant."""
    if number is None:
        return str(LINKS[document])
    return str(gettext("%(document)s baris %(number)s", document=LINKS[document], number=number))


def box_of(where: str) -> str:
    """The key of the box that a finding names, empty where it names none."""
    match = _BOX.fullmatch(where)
    return match[1] if match else ""


def of_part(where: str, field: str) -> str:
    """The id on the desk of the place that a finding about the whole names; empty where there is none."""
    if match := _PROGRAMME.fullmatch(where):
        return f"program-{match[1]}-{field or 'name'}"
    if match := _BOX.fullmatch(where):
        return of_box(match[1], field)
    if ends := ends_of(where):
        return _of_end(*ends[-1], field)
    part = PARTS.get(where)
    if part is None:
        return ""
    if part in {"first", "second"} and field:
        return f"isian-{part}-{field}"
    if field in AGREEMENT:  # the annex names its year and unit, the date its place
        return f"isian-{field}"
    return f"bagian-{part}" if part in _WIDE else f"isian-{part}"


def _of_end(document: str, number: int | None, field: str) -> str:
    """The id on an agreement's desk of the lower end of a chain's finding; other documents lie elsewhere."""
    if document == "perjanjian":
        return f"isi-{number or 1}-{field or 'sasaran'}"
    return f"isian-{document}" if document in PLANS else ""


def of_row(part: Document, field: str) -> str:
    """The id on the desk of a cell of a reviewed row, or of the row where no cell is meant."""
    if "box" in part:
        return of_box(part["box"], field)
    return f"isi-{part['row']}-{field}" if field else f"baris-{part['row']}"


def of_box(key: str, field: str) -> str:
    """The id on the desk of a cell of a box, or of the box."""
    cell = "condition" if field == "sasaran" else field
    return f"kotak-{key}-{cell}" if cell else f"kotak-{key}"


def of_field(name: str, answer: Answer) -> str:
    """The id on the desk of a field such as `rows.0.sasaran`, `choices.3`, `first.name` or `year`."""
    parts = name.split(".")
    if parts[0] == "choices":
        return f"butir-{int(parts[1]) + 1}"
    if parts[0] == "rows":
        return f"isi-{int(parts[1]) + 1}-{parts[2]}"
    if parts[0] == "programmes":
        return f"program-{int(parts[1]) + 1}-{parts[2]}"
    if parts[0] == "boxes":
        boxes = answer.get("boxes", [])
        index = int(parts[1])
        return of_box(boxes[index]["key"], parts[2]) if index < len(boxes) else "draf"
    return "isian-" + "-".join(parts)


def part_named(place: str) -> str:
    """A part of an agreement beside its first table, in words: `first.name`, `programmes.2`, `year`."""
    part, _dot, rest = place.partition(".")
    if part == "programmes":
        return named(f"program[{rest}]")
    return f"{AGREEMENT[part]}, {PARTY[rest]}" if rest else str(AGREEMENT[part])
