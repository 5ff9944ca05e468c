"""The statement of a perjanjian kinerja as labels with their texts: the first sheet of its worksheet."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ..reviewer.document import Agreement, Party, Position, Row
from .cascade_words import POSITIONS, position_in
from .headings import folded
from .parts import Part
from .remarks import is_lost_number

#: Label by part, a party's parts with its name before the dot; in groups, in the order of the sheet.
GROUPS: Mapping[str, Mapping[str, str]] = {
    "Perjanjian": {
        "position": "Perjanjian untuk",
        "unit": "Unit kerja",
        "year": "Tahun perjanjian",
        "annex_year": "Tahun pada lampiran",
    },
    "Rencana yang didukung": {
        "rpjmd": "Sasaran RPJMD yang didukung",
        "renstra": "Sasaran Renstra perangkat daerah",
    },
    "Pihak pertama": {
        "first.name": "Nama pihak pertama",
        "first.position": "Jabatan pihak pertama",
        "first.rank": "Pangkat pihak pertama",
        "first.nip": "NIP pihak pertama",
    },
    "Pihak kedua": {
        "second.name": "Nama pihak kedua",
        "second.position": "Jabatan pihak kedua",
        "second.rank": "Pangkat pihak kedua",
        "second.nip": "NIP pihak kedua",
    },
    "Penandatanganan": {
        "place": "Tempat",
        "date": "Tanggal ditandatangani",
        "budget_date": "Tanggal DPA disetujui",
    },
}

#: Parts that are objectives of a plan, one on a line of the cell.
PLANS = ("rpjmd", "renstra")

_BY_LABEL = {folded(label): part for group in GROUPS.values() for part, label in group.items()}
#: Where both stand, it is our sheet and not somebody's document.
_TELLING = {"first.name", "annex_year"}


def text_of(agreement: Agreement, part: str) -> str:
    """What an agreement says in a part of the sheet."""
    group, dot, name = part.partition(".")
    if dot:
        return str(getattr(getattr(agreement, group), name))
    if part in PLANS:
        return "\n".join(row.sasaran for row in getattr(agreement, part))
    return POSITIONS[agreement.position] if part == "position" else str(getattr(agreement, part))


def statement_in(parts: Sequence[Part]) -> Mapping[str, str] | None:
    """The texts beside the labels of our worksheet, by part; None where it is not one.

    A number whose last digits a spreadsheet threw away is nothing; a remark of its sheet tells the cell.
    """
    for part in parts:
        for grid in part.grids:
            found: dict[str, str] = {}
            for row in grid.cells:
                for label, text in pairwise((*row, "")):
                    name = _BY_LABEL.get(folded(label)) if label else None
                    if name and name not in found:
                        found[name] = "" if is_lost_number(text) else text
                        break
            if found.keys() >= _TELLING:
                return found
    return None


def stated(agreement: Agreement, texts: Mapping[str, str], position: Position | None) -> Agreement:
    """The agreement with the texts of a statement in place of what was guessed; a given `position` wins."""
    own = position or position_in(texts.get("position", "")) or agreement.position
    return replace(
        agreement,
        position=own,
        first=_party(texts, "first"),
        second=_party(texts, "second"),
        unit=texts.get("unit", ""),
        year=texts.get("year", ""),
        annex_year=texts.get("annex_year", ""),
        place=texts.get("place", ""),
        date=texts.get("date", ""),
        budget_date=texts.get("budget_date", ""),
        rpjmd=_objectives(texts, "rpjmd"),
        renstra=_objectives(texts, "renstra"),
    )


def _objectives(texts: Mapping[str, str], name: str) -> tuple[Row, ...] | None:
    """The objectives of a plan, one on a line; None where the sheet has no place for them."""
    if name not in texts:
        return None
    lines = [line.strip() for line in texts[name].splitlines() if line.strip()]
    return tuple(Row(number, line) for number, line in enumerate(lines, start=1))


def _party(texts: Mapping[str, str], group: str) -> Party:
    return Party(*(texts.get(f"{group}.{name}", "") for name in ("name", "position", "nip", "rank")))
