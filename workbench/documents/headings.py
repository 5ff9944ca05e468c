"""Column headings as OPDs write them."""

import re
from collections.abc import Mapping

#: Headings by field. A heading is folded first: lower case, words only, one blank between.
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "sasaran": (
        "sasaran",
        "sasaran strategis",
        "sasaran strategis opd",
        "sasaran strategis pd",
        "sasaran strategis perangkat daerah",
        "tujuan sasaran",
        "tujuan sasaran strategis",
        "tujuan dan sasaran strategis",
        "sasaran kinerja",
        "uraian sasaran",
        "sasaran program",
        "sasaran program kegiatan",
        "sasaran program dan sasaran kegiatan",
        "sasaran program dan kegiatan",
        "sasaran kegiatan",
        "sasaran sub kegiatan",
        "sasaran kegiatan dan sub kegiatan",
        "sasaran kegiatan sub kegiatan",
        "sasaran rpjmd",
        "sasaran renstra",
        "sasaran pk",
        "kinerja utama",
        "rencana hasil kerja",
        "rhk",
        "tujuan",
        "objective",
    ),
    "indikator": (
        "indikator",
        "indikator kinerja",
        "indikator kinerja utama",
        "indikator kinerja utama iku",
        "iku",
        "indikator sasaran",
        "indikator kinerja sasaran",
        "indikator program",
        "indikator kinerja program",
        "indikator kegiatan",
        "indikator kinerja kegiatan",
        "indikator sub kegiatan",
        "indikator kinerja sub kegiatan",
        "indikator tujuan",
        "indikator tujuan sasaran",
        "indikator kinerja tujuan sasaran",
        "indikator kinerja individu",
        "indikator iki",
        "iki",
        "nama indikator",
        "uraian indikator",
        "uraian indikator kinerja",
        "indicator",
    ),
    "satuan": (
        "satuan",
        "sat",
        "satuan target",
        "satuan ukuran",
        "satuan pengukuran",
        "unit",
        "unit of measure",
    ),
    "target": (
        "target",
        "target tahunan",
        "target kinerja",
        "target tahun",
        "target iku",
        "target capaian",
        "target tahun n",
        "target akhir",
        "tgt",
    ),
    "formula": (
        "formula",
        "formulasi",
        "formulasi pengukuran",
        "rumus",
        "rumus perhitungan",
        "rumus penghitungan",
        "cara perhitungan",
        "cara penghitungan",
        "cara mengukur",
        "cara pengukuran",
        "formulasi perhitungan",
        "formula perhitungan",
        "formula penghitungan",
        "metode perhitungan",
        "metode penghitungan",
        "definisi",
        "definisi operasional",
        "definisi operasional formula",
        "definisi operasional formulasi",
        "definisi operasional dan formula",
        "penjelasan",
        "penjelasan formulasi",
        "penjelasan formulasi perhitungan",
        "alasan formulasi",
    ),
    "sumber_data": ("sumber data", "sumber", "asal data", "sumber data dan informasi", "data source"),
    "penanggung_jawab": (
        "penanggung jawab",
        "penanggungjawab",
        "pj",
        "pic",
        "penanggung jawab iku",
        "penanggung jawab data",
        "unit penanggung jawab",
        "unit kerja penanggung jawab",
        "bidang penanggung jawab",
        "penanggung jawab kinerja",
        "pengampu",
        "owner",
    ),
    "baseline": (
        "baseline",
        "base line",
        "data awal",
        "kondisi awal",
        "nilai awal",
        "capaian awal",
        "kondisi awal baseline",
        "realisasi tahun lalu",
        "capaian tahun lalu",
        "realisasi sebelumnya",
        "data dasar",
    ),
    "polaritas": ("polaritas", "polarisasi", "polarity", "arah", "arah indikator", "sifat indikator"),
}

#: Units that stand in brackets after a heading, as in "Target (%)".
UNITS = frozenset(
    {"%", "persen", "orang", "angka", "indeks", "nilai", "predikat", "poin", "skor", "rp", "rupiah", "juta"}
    | {
        "rp juta",
        "juta rupiah",
        "kali",
        "hari",
        "jam",
        "menit",
        "unit",
        "dokumen",
        "ton",
        "ha",
        "km",
        "kasus",
    }
)

NUMBERING = frozenset({"no", "nomor", "nomer", "no urut", "kode"})
_BY_HEADING = {heading: field for field, headings in HEADINGS.items() for heading in headings}
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]\s*$")
#: One column for both: what stands there is a target with its unit.
_BOTH = re.compile(r"(?:satuan\s*(?:/|dan|&)\s*target|target\s*(?:/|dan|&)\s*satuan)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:tahun|thn|th|ta)?\s*((?:19|20)\d\d)\b")


def folded(heading: str) -> str:
    """A heading as words only: lower case, without years, numbering in brackets, signs and line breaks."""
    words = re.sub(r"\(\s*\d+\s*\)", " ", heading.casefold())
    return " ".join(re.sub(r"[^\w%]+", " ", words).replace("_", " ").split())


def field_of(heading: str) -> str | None:
    """The member of FIELDS that this heading means, or None."""
    if _BOTH.fullmatch(heading.strip()):
        return "target"
    words = folded(heading)
    if words in _BY_HEADING:
        return _BY_HEADING[words]
    timeless = " ".join(_YEAR.sub(" ", words).split())
    known = _BY_HEADING.get(timeless) or _by_beginning(timeless)
    return field_of(_BRACKETS.sub("", heading)) if known is None and unit_in(heading) else known


def unit_in(heading: str) -> str:
    """The unit that a heading gives for its whole column, as "%" in "Target (%)"; "" where it gives none."""
    found = _BRACKETS.search(heading)
    unit = " ".join(found[1].split()) if found else ""
    return unit if unit.casefold() in UNITS else ""


def _by_beginning(words: str) -> str | None:
    """Long headings such as "Sumber Data (aplikasi/laporan)" are told by how they begin."""
    for field, start in (
        ("indikator", "indikator kinerja "),
        ("sasaran", "sasaran strategis "),
        ("sumber_data", "sumber data "),
        ("penanggung_jawab", "penanggung jawab "),
        ("formula", "definisi operasional "),
        ("baseline", "baseline "),
        ("baseline", "kondisi awal "),
        ("target", "target kinerja "),
        ("formula", "penjelasan formulasi "),
        ("formula", "formulasi "),
        ("formula", "rumus "),
    ):
        if words.startswith(start):
            return field
    return None


def is_year(text: str) -> bool:
    """Whether a cell under a heading only names a year, as in "2026" or "Tahun 2026"."""
    return re.fullmatch(r"(?:target|tahun|thn|th\.?)?\s*(?:19|20)\d\d", text.strip().casefold()) is not None
