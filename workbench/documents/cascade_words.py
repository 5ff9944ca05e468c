"""What the columns of a pohon kinerja and the positions in it are called, by us and by people."""

import re
from collections.abc import Mapping, Sequence

from ..reviewer.document import Position
from ..reviewer.offices import Office, office_of
from .agreement_people import office_position
from .headings import NUMBERING, folded

#: The column of every cell of a box, in the order of the worksheet.
LABELS: Mapping[str, str] = {
    "key": "Kotak",
    "parent": "Kotak induk",
    "position": "Jabatan",
    "unit": "Unit",
    "condition": "Kondisi",
    "indikator": "Indikator",
    "satuan": "Satuan",
    "target": "Target",
}

WIDTHS: Mapping[str, float] = {
    "key": 8,
    "parent": 8,
    "position": 19,
    "unit": 26,
    "condition": 38,
    "indikator": 40,
    "satuan": 13,
    "target": 12,
}

#: What each position is called in a cell.
POSITIONS: Mapping[Position, str] = {
    Position.REGIONAL_HEAD: "Kepala daerah",
    Position.AGENCY_HEAD: "Kepala OPD",
    Position.ECHELON_3: "Setara eselon III",
    Position.ECHELON_4: "Setara eselon IV atau ketua tim",
}

#: The positions from the top down.
ORDER = tuple(POSITIONS)

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "key": ("kotak", "nomor kotak", "no kotak", "kode kotak", "kunci kotak", "kunci", "kode", "key", "id"),
    "parent": (
        "kotak induk",
        "induk",
        "kode induk",
        "nomor induk",
        "nomor kotak induk",
        "no induk",
        "induk kotak",
        "di bawah kotak",
        "kotak atasan",
        "kotak di atasnya",
        "parent",
    ),
    "position": ("jabatan", "jenjang", "jenjang jabatan", "posisi", "eselon", "level", "tingkat", "position"),
    "unit": (
        "unit",
        "unit kerja",
        "pemegang",
        "unit pemegang",
        "pemegang kotak",
        "bidang",
        "pemilik kinerja",
    ),
    "condition": (
        "kondisi",
        "kondisi yang diharapkan",
        "kondisi hasil",
        "hasil",
        "isi kotak",
        "sasaran",
        "sasaran kinerja",
        "sasaran strategis",
        "kinerja",
        "condition",
    ),
    "indikator": ("indikator", "indikator kinerja", "indikator kondisi", "indicator"),
    "satuan": ("satuan", "satuan target"),
    "target": ("target", "target kinerja", "target tahunan"),
}
_BY_HEADING = {heading: field for field, headings in HEADINGS.items() for heading in headings}
_YEAR = re.compile(r"\b(?:tahun\s+)?(?:19|20)\d\d\b")

_SHORT = (
    (re.compile(r"kepala\s+daerah"), Position.REGIONAL_HEAD),
    (
        re.compile(r"kepala\s+(?:opd|skpd|pd|perangkat\s+daerah)|(?:setara\s+)?eselon\s+(?:ii|2)\b"),
        Position.AGENCY_HEAD,
    ),
    (re.compile(r"(?:setara\s+)?(?:eselon\s+)?(?:iii|3)\b|administrator\b"), Position.ECHELON_3),
    (
        re.compile(
            r"(?:setara\s+)?(?:eselon\s+)?(?:iv|4)\b|pengawas\b|ketua\s+tim\b"
            r"|jf[tku]?\b|(?:pejabat|jabatan)\s+fungsional\b|fungsional\b|pelaksana\b"
        ),
        Position.ECHELON_4,
    ),
)

#: Where the holder of an office stands whose title says more than its rung.
_OFFICES = {
    Office.REGIONAL_HEAD: Position.REGIONAL_HEAD,
    Office.AGENCY_HEAD: Position.AGENCY_HEAD,
    Office.ECHELON_3: Position.ECHELON_3,
    Office.TECHNICAL_UNIT: Position.ECHELON_4,
    Office.ECHELON_4: Position.ECHELON_4,
    Office.FUNCTIONAL: Position.ECHELON_4,
}
#: Words of a rung, not of an office: "eselon III", "setara eselon IV atau ketua tim", "kepala OPD".
_RUNG = re.compile(
    r"(?:setara|eselon|jabatan|pejabat|fungsional|administrator|pengawas|pelaksana|atau|dan|ketua|tim|kepala"
    r"|opd|skpd|pd|perangkat|daerah|jf[tku]?|jpt|pratama|ii|iii|iv|[234])\b\W*"
)


def field_of(heading: str) -> str | None:
    """The cell of a box that a heading means, or None."""
    words = folded(heading)
    return _BY_HEADING.get(words) or _BY_HEADING.get(" ".join(_YEAR.sub(" ", words).split()))


def columns_of(row: Sequence[str]) -> tuple[dict[str, int], list[tuple[str, int]]]:
    """Where each cell of a box stands under this heading row, and further columns that mean the same.

    A column that only numbers the rows holds the keys where no other does.
    """
    columns: dict[str, int] = {}
    again: list[tuple[str, int]] = []
    for place, heading in enumerate(row):
        field = field_of(heading)
        if field and field in columns:
            again.append((field, place))
        elif field:
            columns[field] = place
    if "key" not in columns:
        numbers = [place for place, heading in enumerate(row) if folded(heading) in NUMBERING]
        columns |= {"key": numbers[0]} if numbers else {}
    return columns, again


def position_in(text: str) -> Position | None:
    """The position that a cell names, by our words, its code, or an office; None where it is none of them."""
    words = " ".join(text.casefold().replace(".", " ").split())
    for position, label in POSITIONS.items():
        if words in (str(position), label.casefold()):
            return position
    short = next((position for start, position in _SHORT if start.match(words)), None)
    if short or not words:
        return short
    office = office_of(text)
    return office_position(text) or (_OFFICES.get(office) if office else None)


def holder_in(text: str) -> str:
    """The office that a cell of a position names beyond its rung, "" for "eselon III" and the like.

    "Kepala Bidang Pencatatan Sipil" says who answers for the box, and so does "Ketua Tim Gizi".
    """
    words = " ".join(text.casefold().replace(".", " ").split())
    return " ".join(text.split()) if _RUNG.sub("", words).strip(" ()-/,") and position_in(text) else ""


def below(position: Position) -> Position:
    """The position under another; the lowest is under itself."""
    return ORDER[min(ORDER.index(position) + 1, len(ORDER) - 1)]
