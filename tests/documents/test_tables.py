"""Tables as OPDs type them, and files that are no tables."""

import contextlib
import io
import json
import random
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from workbench.documents import archive, tables
from workbench.documents.cells import displayed, neutral
from workbench.documents.tables import Unreadable, read_bytes, read_file
from workbench.reviewer.document import Position


def workbook(fill: Callable[[Worksheet], None]) -> bytes:
    """A workbook with one sheet, filled by `fill`."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    fill(sheet)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def as_typed_by_an_opd(sheet: Worksheet) -> None:
    """Title rows, a header of three rows, merged sasaran, numbers as shown, a signature underneath."""
    sheet["A1"] = "INDIKATOR KINERJA UTAMA DINAS KESEHATAN"
    sheet.merge_cells("A1:G1")
    sheet["A2"] = "KABUPATEN ARUNIKA TAHUN 2026"
    sheet.merge_cells("A2:G2")
    sheet.append([])
    sheet.append(
        ["No", "Sasaran Strategis ", "Indikator Kinerja Utama", "Satuan", "Target", None, "Keterangan"]
    )
    sheet.append([None, None, None, None, 2026, 2027, None])
    sheet.append(["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"])
    sheet.merge_cells("E4:F4")
    for column in "ABCDG":
        sheet.merge_cells(f"{column}4:{column}5")
    sheet.append(
        [1, "Meningkatnya mutu layanan  ", "Indeks kepuasan pasien puskesmas", "Indeks", "≥ 85", 86, None]
    )
    sheet.append([2, None, "Persentase puskesmas terakreditasi paripurna", "%", 0.855, None, "rutin"])
    sheet.append([3, None, "Jumlah warga yang diskrining", "orang", "12.500 orang", None, None])
    sheet.merge_cells("B7:B9")
    sheet["E8"].number_format = "0.0%"
    sheet.append([4, "Menurunnya stunting", "Prevalensi stunting balita", "%", None, None, None])
    sheet.append([])
    sheet.append([None, None, None, None, "Kota Arunika, 5 Januari 2026"])
    sheet.append([None, None, None, None, "Kepala Dinas Kesehatan"])


def test_a_table_as_opds_type_it_is_read_as_it_looks() -> None:
    table = read_bytes("iku.xlsx", workbook(as_typed_by_an_opd))
    assert [row.number for row in table.rows] == [1, 2, 3, 4]
    assert [row.sasaran.strip() for row in table.rows] == ["Meningkatnya mutu layanan"] * 3 + [
        "Menurunnya stunting"
    ]
    assert [row.target for row in table.rows] == ["≥ 85", "85,5%", "12.500 orang", ""]
    assert table.columns == {"sasaran", "indikator", "satuan", "target"}
    assert table.rows[0].sasaran.endswith("  ")  # as typed: places of findings count from the first character
    assert any("Keterangan" in note for note in table.notes)
    assert any("tanda tangan" in note for note in table.notes)


def test_the_sheet_with_the_table_is_found_among_others() -> None:
    book = Workbook()
    assert isinstance(book.active, Worksheet)
    book.active["A1"] = "Petunjuk pengisian"
    other = book.create_sheet("IKU")
    other.append(["Sasaran", "Indikator", "Target"])
    other.append(["Menurunnya stunting", "Prevalensi stunting balita", 14.8])
    buffer = io.BytesIO()
    book.save(buffer)
    table = read_bytes("iku.xlsx", buffer.getvalue())
    assert table.rows[0].target == "14,8"
    assert any("IKU" in note for note in table.notes)


def test_formulas_are_read_by_their_cached_value_and_never_run() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Sasaran", "Indikator", "Target"])
        sheet.append(["Menurunnya stunting", "Prevalensi stunting balita", "=2+2"])

    assert read_bytes("iku.xlsx", workbook(fill)).rows[0].target == ""


def test_a_title_that_runs_across_the_table_is_no_row() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Sasaran", "Indikator", "Target"])
        sheet.append(["Tujuan 1: warga sehat"])
        sheet.merge_cells("A2:C2")
        sheet.append(["Menurunnya stunting", "Prevalensi stunting balita", 14])

    table = read_bytes("iku.xlsx", workbook(fill))
    assert [row.indikator for row in table.rows] == ["Prevalensi stunting balita"]


ROWS = 'Sasaran{0}Indikator{0}Target\n"Menurunnya stunting"{0}"Prevalensi stunting balita"{0}"≤ 14,8"\n'


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_is_read_in_every_usual_form(separator: str, encoding: str) -> None:
    row = read_bytes("iku.csv", ROWS.format(separator).encode(encoding)).rows[0]
    assert (row.sasaran, row.indikator, row.target) == (
        "Menurunnya stunting",
        "Prevalensi stunting balita",
        "≤ 14,8",
    )


def test_csv_of_old_windows_is_read() -> None:
    data = "Sasaran;Indikator;Target\nMutu layanan – baik;Indeks kepuasan;85,5\n".encode("cp1252")
    assert read_bytes("iku.csv", data).rows[0].sasaran == "Mutu layanan – baik"


@pytest.mark.parametrize(
    "header",
    [
        "no,SASARAN STRATEGIS OPD,Indikator Kinerja Utama (IKU),Target Tahunan,Sumber Data,Penanggung Jawab",
        "Penanggung Jawab,Sumber Data,TARGET 2026,iku,Sasaran,no",
        "Sasaran Program,Indikator Kinerja Program,Target Tahun 2026,Sumber data (aplikasi),PIC,Definisi",
    ],
)
def test_columns_are_recognised_in_any_order_and_case(header: str) -> None:
    data = f"{header}\n1,Menurunnya stunting,Prevalensi stunting balita,14,SSGI,Bidang\n".encode()
    table = read_bytes("iku.csv", data)
    assert {"sasaran", "indikator", "target", "sumber_data", "penanggung_jawab"} <= table.columns


def test_yaml_and_json_give_rows_and_a_position() -> None:
    rows = [{"sasaran": "Menurunnya stunting", "indikator": "Prevalensi stunting balita", "target": 14.8}]
    as_json = read_bytes("iku.json", json.dumps({"position": "eselon-iii", "rows": rows}).encode())
    as_yaml = read_bytes(
        "iku.yaml",
        b"- sasaran: Menurunnya stunting\n  indikator: Prevalensi stunting balita\n  target: '14,8'\n",
    )
    assert as_json.position is Position.ECHELON_3
    assert as_json.rows[0].target == as_yaml.rows[0].target == "14,8"
    assert (
        read_bytes(
            "iku.json", json.dumps({"position": "eselon-iii", "rows": rows}).encode(), Position.ECHELON_4
        ).position
        is Position.ECHELON_4
    )


def test_an_unfilled_cell_below_a_sasaran_of_a_csv_stays_empty() -> None:
    table = read_bytes(
        "iku.csv", b"Sasaran,Indikator\nMenurunnya stunting,Prevalensi stunting\n,Prevalensi wasting\n"
    )
    assert [row.sasaran for row in table.rows] == ["Menurunnya stunting", ""]


PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 64


def zipped(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return buffer.getvalue()


BAD = [
    ("gambar.xlsx", PNG, "gambar"),
    ("gambar.csv", PNG, "gambar"),
    ("surat.csv", b"%PDF-1.7 ...", "PDF"),
    ("kosong.csv", b"", "kosong"),
    ("spasi.csv", b"  \n \n", "kosong"),
    ("lama.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ".xls"),
    ("sandi.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "kata sandi"),
    ("rusak.xlsx", b"PK\x03\x04 bukan zip", "bukan buku kerja"),
    ("teks.xlsx", b"Sasaran,Indikator\nA,B\n", "bukan buku kerja"),
    ("arsip.xlsx", zipped(**{"catatan.txt": b"halo"}), "bukan buku kerja"),
    ("setengah.xlsx", zipped(**{"xl__workbook.xml": b"<workbook"}), "rusak"),
    ("program.exe", b"MZ\x90", "Jenis berkas"),
    ("tanpa", b"Sasaran,Indikator\n", "Jenis berkas"),
    ("biner.csv", b"Sasaran\0\1\2,Indikator", "bukan teks"),
    ("resep.csv", b"Bahan,Takaran\nTepung,2 gelas\n", "kolom yang dikenal"),
    ("kalimat.txt", b"Yth. Bapak Kepala Dinas, mohon arahannya.\nTerima kasih.", "kolom yang dikenal"),
    ("salah.json", b'{"rows": [', "salah tulis"),
    ("angka.json", b"42", "bukan daftar baris"),
    ("dalam.json", b"[" * 100_000, "salah tulis"),
    ("salah.yaml", b"- sasaran: [\n", "salah tulis"),
    ("isi.yaml", b"- sasaran: {a: 1}\n  indikator: x\n", "bukan daftar baris"),
    ("bom.yaml", b"a: &a [x]\nb: *a\nrows: []\n", "rujukan"),
    ("jabatan.yaml", b"position: raja\nrows:\n- indikator: x\n", "tidak dikenal"),
]


@pytest.mark.parametrize(("name", "data", "says"), BAD, ids=[name for name, _, _ in BAD])
def test_a_file_that_is_no_table_gets_one_clear_sentence(name: str, data: bytes, says: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_bytes(name, data)
    assert says in caught.value.message
    assert "\n" not in caught.value.message
    assert 20 < len(caught.value.message) < 330


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_workbook_is_read_or_refused_and_nothing_else(seed: int) -> None:
    chance = random.Random(seed)
    whole = workbook(as_typed_by_an_opd)
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        parts = {name: bytearray(archive.read(name)) for name in archive.namelist()}
    part = parts[chance.choice(sorted(parts))]
    for _ in range(4):
        start = chance.randrange(len(part))
        part[start : start + 3] = bytes(chance.choices(b'<>"/=a1&;\0 ', k=3))
    damaged = bytearray(whole)
    damaged[chance.randrange(len(damaged))] ^= 0xFF
    for data in (zipped(**{name: bytes(part) for name, part in parts.items()}), bytes(damaged)):
        with contextlib.suppress(Unreadable):
            assert read_bytes("iku.xlsx", data).columns


def test_yaml_that_names_python_objects_makes_none() -> None:
    with pytest.raises(Unreadable):
        read_bytes("jahat.yaml", b"- sasaran: !!python/object/apply:os.getcwd [a]\n  indikator: x\n")


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "LARGEST", 1000)
    path = tmp_path / "besar.csv"
    path.write_bytes(b"Sasaran,Indikator\n" + b"a,b\n" * 400)
    with pytest.raises(Unreadable, match="10 MB"):
        read_file(path)
    with pytest.raises(Unreadable, match="tidak ditemukan"):
        read_file(tmp_path / "tidak-ada.csv")


def test_a_workbook_that_unpacks_to_far_more_is_refused_unopened() -> None:
    bomb = zipped(
        **{
            "xl__workbook.xml": b"<workbook/>",
            "xl__worksheets__sheet1.xml": b" " * (archive.UNPACKED_XML + 1),
        }
    )
    assert len(bomb) < 100_000
    with pytest.raises(Unreadable, match="terlalu besar"):
        read_bytes("bom.xlsx", bomb)


def test_a_merged_range_over_the_whole_sheet_is_refused_unopened() -> None:
    sheet = b'<worksheet><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    with pytest.raises(Unreadable, match="terlalu besar"):
        read_bytes(
            "bom.xlsx", zipped(**{"xl__workbook.xml": b"<workbook/>", "xl__worksheets__sheet1.xml": sheet})
        )


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (0.185, "0.0%", "18,5%"),
        (0.185, "0%", "19%"),
        (1, "0%", "100%"),
        (85.5, "General", "85,5"),
        (12500, "General", "12500"),
        (12500, "#,##0", "12.500"),
        (1234567.891, "#,##0.00", "1.234.567,89"),
        (85, "0.00", "85,00"),
        (7.5, "0.##", "7,5"),
        (12500, '#,##0" orang"', "12.500 orang"),
        (1250000, '"Rp"#,##0', "Rp1.250.000"),
        (1e-7, "General", "0,0000001"),
        (True, "General", "YA"),
        (None, "General", ""),
        ("≥ 85", "General", "≥ 85"),
    ],
)
def test_a_cell_is_read_as_displayed(value: Any, number_format: str, shown: str) -> None:
    assert displayed(value, number_format) == shown


@pytest.mark.parametrize(
    "risky", ['=HYPERLINK("http://x")', "+62812x", "@SUM(A1)", "-1+cmd|' /C calc'!A0", "\t=1", "  =1+1"]
)
def test_text_that_a_spreadsheet_would_run_is_neutralised(risky: str) -> None:
    assert neutral(risky) == "'" + risky


@pytest.mark.parametrize("harmless", ["Indeks kepuasan", "-2,5", "+3", "≥ 85", 12, 8.5, None, ""])
def test_harmless_values_stay_as_they_are(harmless: Any) -> None:
    assert neutral(harmless) == harmless
