"""The agreement's worksheet holds the statement, both tables and the total, and gives all of it back."""

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from openpyxl import Workbook, load_workbook
from pypdf import PdfReader

from tests.documents.sample import AGENCY, FORMS, LONG
from workbench.documents import agreement_xlsx
from workbench.documents.agreement_reading import read_agreement
from workbench.documents.agreement_xlsx import BUDGET_SHEET, OBJECTIVES_SHEET, STATEMENT, AgreementSheet
from workbench.documents.parts import parts_of
from workbench.documents.task import Task
from workbench.reviewer.document import Agreement, Party, Position, Programme, Row

ODD = (
    Programme(3, "", "", "hanya keterangan"),
    Programme(4, "Program tanpa titik", "4250000", "-"),
    Programme(5, "Program dengan kata", "Rp 5 M", "=1+1"),
    Programme(6, "", "1.250.000.000", ""),
)


def sheet_of(agreement: Agreement, *locked: str) -> AgreementSheet:
    task = Task("Latihan 7: Perjanjian kinerja", ("Kasus.",), ("Isilah.",))
    return AgreementSheet(task, agreement, frozenset(locked), rows=6, lines=6)


def read(data: bytes, **arguments) -> Agreement:
    found = read_agreement(parts_of("pk.xlsx", data), **arguments)
    assert found is not None
    return found


def changed(agreement: Agreement, change: Callable[[Workbook], None]) -> bytes:
    """The worksheet after somebody's hands."""
    book = load_workbook(io.BytesIO(agreement_xlsx.write_xlsx(sheet_of(agreement))))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("position", Position)
def test_everything_that_an_agreement_says_comes_back(position: Position):
    agreement = replace(
        FORMS[position],
        budget_date="5 Januari 2026",
        annex_year="2025",
        programmes=(*AGENCY.programmes, *ODD),
    )
    if position is Position.REGIONAL_HEAD:
        agreement = replace(agreement, first=replace(agreement.first, nip=""))
    assert read(agreement_xlsx.write_xlsx(sheet_of(agreement, "unit", "programmes"))) == agreement


def test_the_objectives_of_the_plans_above_come_back_where_they_belong_to_the_paper():
    plans = replace(
        AGENCY, rpjmd=(Row(1, "Warga sehat & panjang umur"),), renstra=(Row(1, "Satu"), Row(2, "Dua"))
    )
    assert read(agreement_xlsx.write_xlsx(replace(sheet_of(plans), plans=True))) == plans
    assert read(agreement_xlsx.write_xlsx(sheet_of(plans))) == AGENCY


def test_an_empty_form_is_an_empty_agreement():
    empty = Agreement(position=Position.ECHELON_3)
    assert read(agreement_xlsx.write_xlsx(sheet_of(empty))) == empty


def test_forty_rows_and_long_names_come_back():
    assert read(agreement_xlsx.write_xlsx(sheet_of(LONG))) == LONG


def test_what_is_typed_into_the_empty_form_is_read():
    def fill(book: Workbook) -> None:
        page = book[STATEMENT]
        texts = {
            "Nama pihak pertama": "Sekar Ayu",
            "Tempat": "Kota Arunika",
            "Tanggal DPA disetujui": "5-1-2026",
        }
        for row in page.iter_rows():
            if row[0].value in texts:
                row[1].value = texts[row[0].value]
        for column, text in zip("BCDE", ("Membaiknya gizi", "Prevalensi stunting", "%", 14.2), strict=True):
            book[OBJECTIVES_SHEET][f"{column}5"] = text
        book[BUDGET_SHEET]["B5"], book[BUDGET_SHEET]["C5"] = "Program Gizi", 1750000000
        book[BUDGET_SHEET]["C11"] = 1750000000

    found = read(changed(Agreement(), fill))
    assert found.first == Party("Sekar Ayu")
    assert (found.place, found.budget_date) == ("Kota Arunika", "5-1-2026")
    assert found.rows == (Row(1, "Membaiknya gizi", "Prevalensi stunting", "%", "14,2"),)
    assert found.programmes == (Programme(1, "Program Gizi", "1.750.000.000"),)
    assert found.total == "1.750.000.000"


def test_amounts_are_numbers_with_thousands_dots_and_nip_is_text():
    book = load_workbook(io.BytesIO(agreement_xlsx.write_xlsx(sheet_of(AGENCY))))
    amount = book[BUDGET_SHEET]["C5"]
    assert (amount.value, amount.number_format) == (4250000000, "[$-421]#,##0.00")
    nip = next(row[1] for row in book[STATEMENT].iter_rows() if row[0].value == "NIP pihak pertama")
    assert (nip.value, nip.number_format) == (AGENCY.first.nip, "@")


def test_a_nip_that_lost_its_last_digits_is_told_with_its_cell():
    def damage(book: Workbook) -> None:
        cell = next(row[1] for row in book[STATEMENT].iter_rows() if row[0].value == "NIP pihak pertama")
        cell.value, cell.number_format = 197504122002122000, "General"
        damage.cell = cell.coordinate

    found = read(changed(AGENCY, damage))
    assert found.first.nip == ""
    assert any(f"Sel {damage.cell} di lembar “{STATEMENT}”" in note and "NIP" in note for note in found.notes)


def test_a_position_given_wins_over_the_sheet():
    data = agreement_xlsx.write_xlsx(sheet_of(AGENCY))
    assert read(data, position=Position.ECHELON_3).position is Position.ECHELON_3


def test_on_paper_there_is_room_for_every_part():
    text = " ".join(
        page.extract_text()
        for page in PdfReader(io.BytesIO(agreement_xlsx.draw_pdf(sheet_of(Agreement())))).pages
    )
    text = " ".join(text.split())
    for label in (
        "NIP pihak kedua:",
        "Tanggal DPA disetujui:",
        "tabel 1",
        "tabel 2",
        "Anggaran (Rp)",
        "Jumlah",
    ):
        assert label in text
