"""Who signs an agreement, where and when: found in lines of text as people lay them out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..reviewer.document import Party, Position
from .remarks import is_lost_number

_NAME = re.compile(r"^\W*(?:\d+[.)]\s*)?nama(?:\s+lengkap)?\s*:?[\s:]+(.+)$", re.IGNORECASE)
_OFFICE = re.compile(r"^\W*(?:\d+[.)]\s*)?jabatan\s*:?[\s:]+(.+)$", re.IGNORECASE)
_HOLDER = re.compile(r"^\W*nama\s+(?:pejabat|jabatan|unit)", re.IGNORECASE)
_ROLE = re.compile(r"^\W*pihak\s+(pertama|kedua)\b\W*$", re.IGNORECASE)
_NIP = re.compile(r"\bnip\b\.?\s*:?\s*['’‘`]?([\d ]{8,})", re.IGNORECASE)
_RANK = re.compile(r"\b(?:pembina|penata|pengatur|juru)\b|\b(?:I|II|III|IV)\s?/\s?[a-e]\b", re.IGNORECASE)
_MONTHS = (
    "januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember"
)
_DATE = rf"\d{{1,2}}\s+(?:{_MONTHS})\s+\d{{4}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}|\d{{4}}-\d\d-\d\d"
_PLACE_DATE = re.compile(rf"^\W*([A-Z][\w .'’-]{{1,40}}?)\s*,\s*(?:tanggal\s+)?({_DATE})\W*$", re.IGNORECASE)
_SET_AT = re.compile(r"^\W*ditetapkan\s+di\W+(.+?)\W*$", re.IGNORECASE)
_SET_ON = re.compile(rf"^\W*(?:pada\s+)?tanggal\W+({_DATE})\W*$", re.IGNORECASE)
_BLANK = re.compile(r"[\s….·_\-:]*")

#: Offices by how they begin, from the top down; the first that fits decides.
_OFFICES = (
    (r"(?:gubernur|bupati|wali\s?kota)\b", Position.REGIONAL_HEAD),
    (
        r"(?:plt\.?\s+|pj\.?\s+)?kepala\s+(?:seksi|sub\s?bagian|sub\s?bidang|upt|puskesmas|kelurahan)",
        Position.ECHELON_4,
    ),
    (
        r"(?:kasi|kasubbag|kasubag|lurah|ketua\s+tim|sub\s?koordinator|koordinator|pengawas)\b",
        Position.ECHELON_4,
    ),
    (
        r"(?:analis|perencana|penyuluh|pranata|auditor|arsiparis|pustakawan|jabatan\s+fungsional)\b",
        Position.ECHELON_4,
    ),
    (r"(?:plt\.?\s+|pj\.?\s+)?kepala\s+(?:bidang|bagian)\b", Position.ECHELON_3),
    (r"(?:kabid|kabag|inspektur\s+pembantu|irban|administrator|wakil\s+direktur)\b", Position.ECHELON_3),
    (r"sekretaris\s+(?:dinas|badan|inspektorat|kecamatan|satuan|camat)", Position.ECHELON_3),
    (r"(?:plt\.?\s+|pj\.?\s+)?kepala\s+(?:dinas|badan|satuan|kantor|pelaksana)\b", Position.AGENCY_HEAD),
    (r"(?:camat|inspektur|direktur|sekretaris\s+(?:daerah|dprd|dewan))\b", Position.AGENCY_HEAD),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, and the cells or tab-separated pieces it was made of, with their places."""

    text: str
    cells: tuple[str, ...]

    @classmethod
    def of_paragraph(cls, text: str) -> "list[Line]":
        """The lines of a paragraph; tabs and wide gaps part what stands beside each other."""
        return [
            cls(" ".join(line.split()), tuple(re.split(r"\t+|\s{4,}", line)))
            for line in text.split("\n") or [""]
        ]

    @classmethod
    def of_row(cls, texts: Sequence[str]) -> "Line":
        """A row of cells; text that a merged cell repeats counts once in the text."""
        once = [
            text
            for index, text in enumerate(texts)
            if text.strip() and (not index or text != texts[index - 1])
        ]
        return cls(" ".join(" ".join(once).split()), tuple(texts))


def people(lines: Sequence[Line], tables: Sequence[int]) -> tuple[Party, Party]:
    """The first and the second party, from the identity blocks and from what stands under the signatures.

    `tables` are the numbers of lines before each table: blocks after the first table are the annex's.
    """
    parties = _identities(lines[: tables[0]] if tables else lines)
    signed = _signatures(lines)
    first, second = (*parties, Party(), Party())[:2]
    return _completed(first, signed.get("pertama", [])), _completed(second, signed.get("kedua", []))


def place_and_date(lines: Sequence[Line]) -> tuple[str, str]:
    """Where and when it was signed, as typed; "Ditetapkan di" over "pada tanggal" counts too."""
    place = date = ""
    for line in lines:
        for text in (piece for cell in line.cells for piece in cell.split("\n")):
            if match := _PLACE_DATE.match(text):
                return match[1].strip(), match[2].strip()
            if match := _SET_AT.match(text):
                place = place or match[1]
            if match := _SET_ON.match(text):
                date = date or match[1]
    return place, date


def office_position(office: str) -> Position | None:
    """The position that an office means, None where its name does not tell."""
    text = " ".join(office.split())
    return next((position for start, position in _OFFICES if re.match(start, text, re.IGNORECASE)), None)


def _identities(lines: Sequence[Line]) -> list[Party]:
    found: list[Party] = []
    for line in lines:
        if any(_ROLE.match(cell) for cell in line.cells):
            break  # signatures begin: what stands there is of two people beside each other
        if _HOLDER.match(line.text):
            continue
        if match := _NAME.match(line.text):
            found.append(Party(name=_typed(match[1])))
        elif (match := _OFFICE.match(line.text)) and found and not found[-1].position:
            found[-1] = replace(found[-1], position=_typed(match[1]))
        elif (
            (match := _NIP.search(line.text))
            and found
            and not found[-1].nip
            and line.text.lower().startswith("nip")
        ):
            found[-1] = replace(found[-1], nip=_nip(match[1]))
    return found


def _signatures(lines: Sequence[Line]) -> dict[str, list[str]]:
    """What stands under "Pihak Pertama" and "Pihak Kedua", line by line, at the first place they do."""
    for index, line in enumerate(lines):
        places = {
            match[1].casefold(): place
            for place, cell in enumerate(line.cells)
            for text in cell.split("\n")[:3]  # place and date may stand above it in the same cell
            if (match := _ROLE.match(text))
        }
        if places and len(line.text) < 400:
            return _under(lines[index : index + 14], places)
    return {}


def _under(lines: Sequence[Line], places: dict[str, int]) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {role: [] for role in places}
    for line in lines:
        if re.search(r"\blampiran\b|\bperjanjian\s+kinerja\b", line.text, re.IGNORECASE):
            break
        for place, cell in enumerate(line.cells):
            if place and cell == line.cells[place - 1]:
                continue  # the rest of a merged cell
            role = min(places, key=lambda role: abs(places[role] - place))
            told[role] += [" ".join(text.split()) for text in cell.split("\n") if text.strip()]
    return told


def _completed(party: Party, signed: Sequence[str]) -> Party:
    """The party with rank and NIP from under the signature, and a name where no block gave one."""
    nip = next((match[1] for text in signed if (match := _NIP.search(text))), "")
    rank = next((text for text in signed if _RANK.search(text) and text != party.name), "")
    rest = [text for text in signed if text != rank and not _NIP.search(text) and not _ROLE.match(text)]
    name = party.name or (_typed(rest[-1]) if rest and len(rest) > 1 else "")
    position = party.position or (_typed(rest[0]) if rest and len(rest) > 1 else "")
    return Party(name, position.rstrip(","), party.nip or _nip(nip), party.rank or rank)


def _nip(text: str) -> str:
    """The digits as typed, nothing where a spreadsheet has thrown away the last of them."""
    return "" if is_lost_number(text) else text.strip()


def _typed(text: str) -> str:
    """What was typed, nothing where only dots for the pen stand."""
    text = text.strip()
    return "" if _BLANK.fullmatch(text) else text
