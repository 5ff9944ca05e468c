"""IKU tables, metadata sheets and worksheets as XLSX and PDF."""

import io
import random
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.documents.sample import LONG, MOTHERS, TABLE
from workbench.documents import iku_pdf, iku_xlsx, task, worksheet
from workbench.documents.iku_sheet import METADATA, Heading
from workbench.documents.tables import read_bytes
from workbench.documents.worksheet import Worksheet
from workbench.reviewer.document import FIELDS, Row, Table

HEADING = Heading("Dinas Kesehatan & <Keluarga>", "2026")


def text_of_pdf(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages)


def test_a_table_written_as_xlsx_reads_back_without_loss():
    back = read_bytes("iku.xlsx", iku_xlsx.write(TABLE, HEADING))
    assert (back.rows, back.columns) == (TABLE.rows, TABLE.columns)


@pytest.mark.parametrize(
    "columns", [("sasaran", "indikator"), FIELDS[:4], ("indikator", "target", "sumber_data")]
)
def test_only_the_columns_of_the_table_are_written(columns: tuple[str, ...]):
    kept = {"sasaran", "indikator", *columns}
    rows = tuple(replace(row, **dict.fromkeys(set(FIELDS) - kept, "")) for row in TABLE.rows)
    back = read_bytes("iku.xlsx", iku_xlsx.write(Table(rows, frozenset(columns)), HEADING))
    assert (back.rows, back.columns) == (rows, kept)


def test_any_text_survives_the_way_out_and_in():
    chance = random.Random(4)
    signs = "aZ 09=+-@'\"<>&;,.%≥≤–…\n\té()[]{}|/\\"
    for _ in range(30):
        texts = ["x" + "".join(chance.choices(signs, k=12)) for _ in FIELDS]
        texts[2:] = [text[1:] + "y" for text in texts[2:]]
        table = Table((Row(1, **dict(zip(FIELDS, texts, strict=True))),))
        assert read_bytes("iku.xlsx", iku_xlsx.write(table)).rows == table.rows


def test_no_cell_is_a_formula_or_a_number():
    book = load_workbook(io.BytesIO(iku_xlsx.write(TABLE, HEADING)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not [cell.value for cell in cells if str(cell.value).lstrip().startswith(("=", "@"))]


def test_the_sheet_prints_on_a4_with_its_heading_in_sight_and_merged_sasaran():
    sheet = load_workbook(io.BytesIO(iku_xlsx.write(TABLE, HEADING)))["IKU"]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A6", "$5:$5")
    assert "B6:B7" in {str(merged) for merged in sheet.merged_cells.ranges}
    assert sheet["B6"].value == MOTHERS
    assert sheet["B6"].alignment.wrap_text


def test_the_metadata_sheet_has_every_field_filled_from_the_row_or_from_what_is_known():
    data = iku_xlsx.write(TABLE, HEADING, [{"frekuensi": "Tahunan", "definisi": "Ibu & bayi"}])
    sheet = load_workbook(io.BytesIO(data))["Metadata"]
    cells = [(str(row[0].value), row[1].value) for row in sheet.iter_rows() if row[0].value]
    first = dict(cells[: len(METADATA) + 5])
    assert {entry.label + (" *" if entry.required else "") for entry in METADATA} <= first.keys()
    assert first["Frekuensi pengukuran *"] == "Tahunan"
    assert first["Satuan *"] == "per 100.000 KH"


def test_the_pdf_shows_table_and_metadata_and_is_the_same_every_time():
    data = iku_pdf.draw(TABLE, HEADING, [{"frekuensi": "Tahunan"}])
    assert data == iku_pdf.draw(TABLE, HEADING, [{"frekuensi": "Tahunan"}])
    text = text_of_pdf(data)
    assert "DINAS KESEHATAN & <KELUARGA>" in text
    assert "Frekuensi pengukuran * Tahunan" in text
    assert len(PdfReader(io.BytesIO(data)).pages) == 1 + len(TABLE.rows)


def test_a_table_of_forty_rows_goes_over_pages_with_its_heading():
    table = Table(LONG.rows, frozenset(FIELDS[:4]))
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(iku_pdf.draw(table, HEADING))).pages]
    body = [page for page in pages if "ke-1 " in page or "ke-40 " in page][:2]
    assert all("Indikator Kinerja Utama" in page for page in body)


SHARED = Table(tuple(replace(row, sasaran=MOTHERS) for row in LONG.rows), frozenset(FIELDS[:4]))


def test_a_sasaran_of_forty_indicators_is_said_on_every_page_of_the_pdf():
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(iku_pdf.draw(SHARED, HEADING))).pages]
    table = [page for page in pages if "Sasaran Strategis" in page]
    assert len(table) > 2
    assert all(MOTHERS in " ".join(page.split()) for page in table)
    assert sum("(lanjutan)" in page for page in table) == len(table) - 1


def test_a_sasaran_of_forty_indicators_begins_anew_on_every_printed_page_of_the_sheet():
    data = iku_xlsx.write(SHARED, HEADING)
    sheet = load_workbook(io.BytesIO(data))["IKU"]
    said = [row for row in range(6, 46) if sheet.cell(row, 2).value]
    breaks = [page.id + 1 for page in sheet.row_breaks.brk]
    assert len(breaks) > 2
    assert said == [6, *breaks]
    assert sheet.cell(breaks[0], 2).value == f"{MOTHERS} (lanjutan)"
    assert read_bytes("iku.xlsx", data).rows == SHARED.rows


def test_a_low_group_is_not_parted_by_the_end_of_a_printed_page():
    sheet = load_workbook(io.BytesIO(iku_xlsx.write(Table(LONG.rows, SHARED.columns), HEADING)))["IKU"]
    merged = [area for area in sheet.merged_cells.ranges if area.min_col == area.max_col == 2]
    assert sheet.row_breaks.brk
    assert not [
        area for area in merged for page in sheet.row_breaks.brk if area.min_row <= page.id < area.max_row
    ]


def test_a_metadata_form_is_not_parted_by_the_end_of_a_printed_page():
    sheet = load_workbook(io.BytesIO(iku_xlsx.write(TABLE, HEADING, [{"definisi": "Warga " * 150}])))[
        "Metadata"
    ]
    breaks = [page.id + 1 for page in sheet.row_breaks.brk]
    assert breaks
    assert all(str(sheet.cell(row, 1).value).split(".")[0].isdecimal() for row in breaks)


def test_a_row_of_endless_words_stays_in_its_columns_and_on_its_pages():
    endless = Table((Row(1, "Naik" * 60, "Angka" * 90, "satuan" * 9, "8" * 60, "Definisi panjang " * 200),))
    lines = [
        line
        for page in PdfReader(io.BytesIO(iku_pdf.draw(endless, HEADING))).pages
        for line in page.extract_text().splitlines()
    ]
    assert max(len(word) for line in lines for word in line.split()) < 80
    assert sum(line.count("panjang") for line in lines) == 400  # in the table and in the metadata form


def test_a_worksheet_is_filled_in_and_read_back():
    given = (Row(1, MOTHERS, "Angka kematian ibu", "per 100.000 KH", ""),)
    sheet = Worksheet("Tabel IKU", ("Kasus.",), ("Isilah.",), FIELDS[:4], given, empty=4)
    data = worksheet.write_xlsx(sheet)
    assert read_bytes("isian.xlsx", data).rows == given
    book = load_workbook(io.BytesIO(data))
    page = book["Lembar kerja"]
    page["B5"], page["C5"], page["D5"], page["E5"] = (
        "Membaiknya gizi balita",
        "Prevalensi stunting",
        "%",
        "14,2",
    )
    buffer = io.BytesIO()
    book.save(buffer)
    assert read_bytes("isian.xlsx", buffer.getvalue()).rows == (
        *given,
        Row(2, "Membaiknya gizi balita", "Prevalensi stunting", "%", "14,2"),
    )


def test_a_worksheet_prints_the_case_with_its_table_and_room_to_write():
    case = task.blocks(
        "Dinas **Kesehatan**:\n\n| Data | 2025 |\n|---|---|\n| SKM | 83,5 |\n\n- satu\n- [dua](x)"
    )
    assert case == ("Dinas Kesehatan:", (("Data", "2025"), ("SKM", "83,5")), "satu", "dua")
    text = text_of_pdf(worksheet.draw_pdf(Worksheet("Tabel IKU", case, ("Isilah & kirim.",))))
    assert all(part in text for part in ("Tabel IKU", "SKM 83,5", "Isilah & kirim.", "Nama:"))
