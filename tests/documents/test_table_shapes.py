"""Tables as offices lay them out: headings over headings, tables beside each other, words for "the same"."""

import io

import pytest
from openpyxl import Workbook

from workbench.documents.finding import Found, as_table, find
from workbench.documents.headings import field_of, unit_in
from workbench.documents.tables import read_bytes

MOTHERS, CHILDREN = "Menurunnya kematian ibu", "Membaiknya gizi balita"
HEADER = ("No", "Sasaran", "Indikator", "Satuan", "Target")


def sheet(*rows: tuple[object, ...], merged: str = "") -> bytes:
    """A workbook with these rows and merged ranges."""
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    for area in merged.split():
        book.worksheets[0].merge_cells(area)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def only(data: bytes) -> Found:
    (found,) = find(data, "iku.xlsx")
    return found


def cells(data: bytes, *names: str) -> list[tuple[str, ...]]:
    """The cells as the page reads them, which the command reads in the same way."""
    rows = as_table(only(data)).rows
    assert read_bytes("iku.xlsx", data).rows == rows
    return [tuple(row.cell(name) for name in names) for row in rows]


def test_three_header_rows_are_one_header_and_no_rows() -> None:
    data = sheet(
        ("NO", "SASARAN", "INDIKATOR KINERJA", None, "TARGET", None, None),
        (None, None, "URAIAN", "SATUAN", "TAHUN", None, None),
        (None, None, None, None, 2025, 2026, 2027),
        (1, MOTHERS, "Angka kematian ibu", "angka", 130, 120, 110),
        merged="A1:A3 B1:B3 C1:D1 C2:C3 D2:D3 E1:G1 E2:G2",
    )
    assert only(data).columns[4].heading == "TARGET TAHUN 2025"
    assert cells(data, "sasaran", "indikator", "satuan", "target") == [
        (MOTHERS, "Angka kematian ibu", "angka", "130")
    ]


def test_quarters_under_a_target_are_not_the_target_of_the_year() -> None:
    data = sheet(
        ("No", "Sasaran", "Indikator", "Target", None, None),
        (None, None, None, "TW I", "TW II", "Tahunan"),
        (1, MOTHERS, "Angka kematian ibu", 130, 125, 120),
        merged="D1:F1",
    )
    assert cells(data, "indikator", "target") == [("Angka kematian ibu", "120")]


def test_what_a_target_is_parted_into_is_read_where_no_part_is_a_target() -> None:
    data = sheet(
        ("Sasaran", "Indikator", "Target", None),
        (None, None, "K", "Rp"),
        ("A", "B", 90, 5000),
        merged="C1:D1",
    )
    assert cells(data, "target") == [("90",)]


def test_the_unit_in_the_heading_of_the_target_is_the_unit() -> None:
    data = sheet(("Sasaran", "Indikator", "Target (%)"), (MOTHERS, "Persentase persalinan", 96.5), ("A", "B"))
    assert cells(data, "satuan", "target") == [("%", "96,5"), ("", "")]
    assert any("Satuan “%” diambil" in note for note in as_table(only(data)).notes)
    assert unit_in("Target (2026)") == unit_in("Indikator (IKU)") == unit_in("Target") == ""


@pytest.mark.parametrize(
    "heading", ["Satuan/Target", "TARGET / SATUAN", "Target dan Satuan", "Target (orang)"]
)
def test_a_column_for_target_and_unit_is_the_target(heading: str) -> None:
    assert field_of(heading) == "target"


def test_tables_beside_each_other_are_two_and_share_nothing() -> None:
    data = sheet(
        ("No", "Sasaran", "Indikator", "Target", None, None, "No", "Sasaran Program", "Indikator", "Satuan"),
        (1, MOTHERS, "Angka kematian ibu", 120, None, None, 1, CHILDREN, "Persentase balita", "%"),
        (2, CHILDREN, "Prevalensi stunting", 14),
    )
    left, right = (as_table(found) for found in find(data, "iku.xlsx"))
    assert left.columns == {"sasaran", "indikator", "target"}
    assert [(row.indikator, row.satuan, row.target) for row in left.rows] == [
        ("Angka kematian ibu", "", "120"),
        ("Prevalensi stunting", "", "14"),
    ]
    assert [(row.sasaran, row.satuan) for row in right.rows] == [(CHILDREN, "%")]
    one = read_bytes("iku.xlsx", data)
    assert one.rows == left.rows
    assert any("Ada 2 tabel" in note for note in one.notes)


def test_tujuan_and_sasaran_in_one_table_are_not_two_tables() -> None:
    data = sheet(
        ("No", "Tujuan", "Indikator Tujuan", "Target", "Sasaran", "Indikator Sasaran", "Target"),
        (1, "Warga sehat", "Usia harapan hidup", 72, MOTHERS, "Angka kematian ibu", 120),
    )
    assert only(data).count == 1


@pytest.mark.parametrize("same", ["idem", "Sda", "s.d.a.", '"', '-"-', "''", "sama dengan di atas"])
def test_a_word_for_the_same_is_the_cell_above(same: str) -> None:
    data = sheet(HEADER, (1, CHILDREN, "Stunting", "%", 14), (2, same, "Balita ditimbang", same, 85))
    assert cells(data, "sasaran", "satuan")[1] == (CHILDREN, "%")
    assert any("sel di atasnya" in note for note in as_table(only(data)).notes)


def test_totals_sections_and_repeated_numbers_are_no_indicators() -> None:
    data = sheet(
        HEADER,
        ("I", "SEKRETARIAT"),
        (1, MOTHERS, "Angka kematian ibu", "angka", 120),
        HEADER,
        (1, 2, 3, 4, 5),
        ("II", "BIDANG KESEHATAN MASYARAKAT"),
        (1, CHILDREN, "Stunting", "%", 14),
        (None, None, "JUMLAH", None, 134),
    )
    assert cells(data, "sasaran", "target") == [(MOTHERS, "120"), (CHILDREN, "14")]
    told = " ".join(as_table(only(data)).notes)
    assert "“BIDANG KESEHATAN MASYARAKAT”" in told
    assert "Baris jumlah" in told


def test_a_sasaran_on_a_line_of_its_own_belongs_to_its_first_indicator() -> None:
    data = sheet(HEADER, (1, MOTHERS), (None, None, "a. Angka kematian ibu", "angka", 120), (2, CHILDREN))
    assert cells(data, "sasaran", "indikator") == [(MOTHERS, "a. Angka kematian ibu"), (CHILDREN, "")]
