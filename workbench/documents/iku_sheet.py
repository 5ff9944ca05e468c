"""What stands on an IKU table and on its metadata sheet: columns, labels, merged cells, for every format."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from ..reviewer.document import Row, Table
from .cells import legal
from .grid import CONTINUED

#: The heading of every field as OPDs write it, in the order of the printed table.
LABELS: Mapping[str, str] = {
    "sasaran": "Sasaran Strategis",
    "indikator": "Indikator Kinerja Utama",
    "formula": "Definisi Operasional/Formula",
    "satuan": "Satuan",
    "baseline": "Baseline",
    "target": "Target",
    "polaritas": "Polaritas",
    "sumber_data": "Sumber Data",
    "penanggung_jawab": "Penanggung Jawab",
}

#: How wide a column is beside the others.
WIDTHS: Mapping[str, float] = {
    "sasaran": 30,
    "indikator": 34,
    "formula": 38,
    "satuan": 11,
    "baseline": 13,
    "target": 13,
    "polaritas": 15,
    "sumber_data": 22,
    "penanggung_jawab": 20,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the metadata sheet. `field` names the cell of the row that fills it, if one does."""

    key: str
    label: str
    required: bool = False
    field: str = ""
    hint: str = ""


#: The metadata sheet of one indicator (PermenPAN 20/2008 sheet, with what AKIP evaluation asks for).
METADATA: tuple[Entry, ...] = (
    Entry("sasaran", "Sasaran/kinerja utama", True, "sasaran"),
    Entry("indikator", "Nama indikator", True, "indikator"),
    Entry("alasan", "Alasan pemilihan", hint="Mengapa ukuran ini menunjukkan sasaran tercapai"),
    Entry("definisi", "Definisi operasional", True, hint="Pembilang, penyebut, apa yang dihitung dan tidak"),
    Entry("formula", "Formula", True, "formula"),
    Entry("satuan", "Satuan", True, "satuan"),
    Entry(
        "polaritas",
        "Polaritas",
        True,
        "polaritas",
        "Makin besar makin baik, makin kecil makin baik, atau tetap",
    ),
    Entry(
        "jenis", "Jenis indikator", hint="Langsung, pendekatan (proksi), atau kegiatan; hasil atau keluaran"
    ),
    Entry("sumber_data", "Sumber data", True, "sumber_data"),
    Entry("metode", "Metode pengumpulan", hint="Survei, catatan layanan, aplikasi, laporan"),
    Entry("penanggung_jawab", "Penanggung jawab", True, "penanggung_jawab"),
    Entry("frekuensi", "Frekuensi pengukuran", True, hint="Bulanan, triwulanan, semesteran, tahunan"),
    Entry("konsolidasi", "Konsolidasi periode", hint="Dijumlah, dirata-rata, atau angka terakhir"),
    Entry("baseline", "Baseline dan tahunnya", True, "baseline"),
    Entry("target", "Target tahunan", True, "target"),
    Entry("target_akhir", "Target akhir periode", True),
    Entry("nilai_maksimum", "Nilai terbesar yang mungkin"),
    Entry("bukti", "Tautan bukti"),
    Entry("pendukung", "Unit pendukung", hint="Bidang atau OPD lain yang ikut menentukan"),
    Entry("keterbatasan", "Catatan keterbatasan"),
    Entry("versi", "Tanggal dan versi"),
)

#: Most indicators that get a metadata sheet each.
MOST_CARDS = 100

REQUIRED = "* wajib diisi agar indikator dapat diukur orang lain dengan hasil yang sama."


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over a table: whose it is and for which year; empty where not known."""

    unit: str = ""
    year: str = ""
    title: str = "Indikator Kinerja Utama"

    @property
    def lines(self) -> tuple[str, ...]:
        """The filled lines, from the title down."""
        year = f"Tahun {self.year}" if self.year else ""
        return tuple(line for line in (self.title, self.unit, year) if line)


UNNAMED = Heading()


@dataclass(frozen=True, slots=True)
class Card:
    """The metadata sheet of one indicator: label, hint, whether it is required, and what was filled in."""

    number: int
    title: str
    lines: tuple[tuple[Entry, str], ...] = field(default=())


def columns_of(table: Table) -> tuple[str, ...]:
    """The fields that are printed: those the table has, always with sasaran and indikator."""
    return tuple(name for name in LABELS if name in table.columns | {"sasaran", "indikator"})


def groups(rows: Iterable[Row]) -> list[list[Row]]:
    """Rows in a row that share their sasaran share its cell; an empty sasaran is never shared."""
    keyed = groupby(enumerate(rows), key=lambda item: item[1].sasaran if item[1].sasaran.strip() else item[0])
    return [[row for _, row in members] for _, members in keyed]


def shared(sasaran: str, spans: Sequence[int], rows: Sequence[Row]) -> list[tuple[str, Sequence[Row]]]:
    """The rows of one sasaran in parts of so many rows, each with the words of its cell."""
    parts: list[tuple[str, Sequence[Row]]] = []
    done = 0
    for span in spans:
        text = f"{sasaran} {CONTINUED}" if done else sasaran
        parts.append((text, rows[done : done + span]))
        done += span
    return parts


def cards(table: Table, details: Sequence[Mapping[str, str]] = ()) -> tuple[Card, ...]:
    """A metadata sheet for each indicator; `details[i]` is what row i says beyond its cells, by entry key.

    None for a table of more than `MOST_CARDS` rows: nobody fills in so many forms.
    """
    if len(table.rows) > MOST_CARDS:
        return ()
    return tuple(
        _card(row, details[index] if index < len(details) else {}) for index, row in enumerate(table.rows)
    )


def _card(row: Row, known: Mapping[str, str]) -> Card:
    lines = tuple(
        (entry, legal(known.get(entry.key, "") or (row.cell(entry.field) if entry.field else "")))
        for entry in METADATA
    )
    return Card(row.number, legal(row.indikator), lines)
