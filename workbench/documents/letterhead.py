"""The letterhead of an agreement, made of what the agreement itself says and of nothing else."""

import re

from ..reviewer.document import Agreement, Position

#: Stands where the office puts its coat of arms; none travels with the workbench.
EMBLEM = "tempat lambang daerah"

_REGION = re.compile(r"^(.*)\b(kabupaten|kab\.|kota|provinsi)\s+([^,;()]+)$", re.IGNORECASE)
_REGIONS = {"kabupaten": "Kabupaten", "kab.": "Kabupaten", "kota": "Kota", "provinsi": "Provinsi"}
_RULER = re.compile(r"^(?:(?:pj|plt|pjs)\.?\s+)?(gubernur|bupati|wali\s?kota)\s+(.+)$", re.IGNORECASE)
_RULED = {"gubernur": "Provinsi", "bupati": "Kabupaten", "walikota": "Kota"}
_AGENCY = re.compile(
    r"\b(?:dinas|badan|inspektorat|sekretariat\s+(?:daerah|dprd)|satuan\s+polisi|kecamatan|rumah\s+sakit|rsud)\b.*",
    re.IGNORECASE,
)


def letterhead(agreement: Agreement) -> tuple[str, ...]:
    """The government and the agency, both or nothing: half a letterhead looks like a mistake.

    Nothing for a kepala daerah, whose statement bears the coat of arms alone. Addresses are not known here,
    so there are none; the region is taken from the unit or from the office of one who signs.
    """
    unit = " ".join(agreement.unit.split())
    if agreement.position is Position.REGIONAL_HEAD or not unit:
        return ()
    offices = [" ".join(party.position.split()) for party in (agreement.second, agreement.first)]
    region = next((found for text in (unit, *offices) if (found := _region(text))), "")
    if agreement.position is Position.AGENCY_HEAD:
        agency = _without_region(unit)
    else:
        agency = next((found for text in (unit, *offices) if (found := _agency(text))), "")
    return (f"Pemerintah {region}", agency) if region and agency else ()


def _region(text: str) -> str:
    """Kabupaten, kota or provinsi with its name: the end of a text, or what an office governs."""
    if match := _RULER.match(text):
        return f"{_RULED[match[1].casefold().replace(' ', '')]} {match[2]}"
    match = _REGION.match(text)
    return f"{_REGIONS[match[2].casefold()]} {match[3].strip()}" if match else ""


def _agency(text: str) -> str:
    match = _AGENCY.search(text)
    return _without_region(match[0]) if match else ""


def _without_region(text: str) -> str:
    match = _REGION.match(text)
    return (match[1] if match else text).strip(" ,")
