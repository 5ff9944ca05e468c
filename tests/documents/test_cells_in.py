"""Cells that are not what they look like: errors, dates, hidden columns, formats that cut a number short."""

import io
from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from workbench.documents import sheets
from workbench.documents.cells import displayed
from workbench.documents.finding import as_table, find
from workbench.documents.tables import read_bytes
from workbench.documents.unreadable import Unreadable
from workbench.reviewer.document import Table

HEADER = ("No", "Sasaran", "Indikator", "Satuan", "Target 2025", "Target 2026")


def table(change: Callable[[Worksheet], None]) -> Table:
    """A table of three rows as it is read after a change of its sheet."""
    (found,) = find(book(change), "iku.xlsx")
    return as_table(found)


def book(change: Callable[[Worksheet], None]) -> bytes:
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.title = "IKU"
    sheet.append(HEADER)
    for number in (1, 2, 3):
        sheet.append((number, f"Sasaran {number}", f"Indikator {number}", "orang", 70 + number, 80 + number))
    change(sheet)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (0.5, "# ?/?", "0,5"),
        (1500000, "#,##0,", "1500000"),
        (97.49999999999999, "General", "97,5"),
        (0.1 + 0.2, "General", "0,3"),
        (0.0000123, "General", "0,0000123"),
        (1234567.25, "General", "1234567,25"),
        (time(7, 30), "hh:mm", "07:30"),
        (timedelta(hours=26, minutes=5), "[h]:mm", "26:05"),
        ("satu_x000D_\nbaris", "General", "satu\nbaris"),
    ],
)
def test_what_is_shown_is_never_another_number(value: Any, number_format: str, shown: str) -> None:
    assert displayed(value, number_format) == shown


def test_a_failed_formula_is_empty_and_its_cell_is_named() -> None:
    def change(sheet: Worksheet) -> None:
        sheet["E2"], sheet["B3"], sheet["E4"] = "#DIV/0!", "#N/A", "#REF!"

    read = table(change)
    assert [(row.sasaran, row.target) for row in read.rows] == [
        ("Sasaran 1", ""),
        ("", "72"),
        ("Sasaran 3", ""),
    ]
    told = [note for note in read.notes if "galat" in note]
    assert told == [
        "Sel E2, B3, E4 di lembar “IKU” berisi galat rumus (#DIV/0!), jadi dibaca kosong. Perbaiki rumusnya "
        "atau ketik nilainya, lalu kirim lagi."
    ]
    assert not any("kata tanpa angka" in note for note in read.notes)


def test_a_failed_formula_in_a_csv_is_told_too() -> None:
    read = read_bytes("iku.csv", b"Sasaran;Indikator;Target\nA;B;#DIV/0!\n")
    assert read.rows[0].target == ""
    assert any("Sel C2 berisi galat" in note for note in read.notes)


def test_a_hidden_target_or_row_is_not_read_and_told() -> None:
    def change(sheet: Worksheet) -> None:
        sheet.column_dimensions["E"].hidden = True
        sheet.row_dimensions[3].hidden = True

    read = table(change)
    assert [(row.sasaran, row.target) for row in read.rows] == [("Sasaran 1", "81"), ("Sasaran 3", "83")]
    assert any("kolom E dan baris 3" in note for note in read.notes)


def test_a_list_of_people_asks_for_hidden_rows_too() -> None:
    def change(sheet: Worksheet) -> None:
        sheet.row_dimensions[3].hidden = True

    assert sheets.read(book(change), hidden=True).cells[2][1] == "Sasaran 2"


def test_hidden_columns_where_nothing_stands_are_nobodys_concern() -> None:
    def change(sheet: Worksheet) -> None:
        sheet.column_dimensions.group("G", "XFD", hidden=True)
        sheet.row_dimensions[4000].hidden = True

    assert not any("tersembunyi" in note for note in table(change).notes)


def test_a_target_that_became_a_date_is_told_unless_a_date_is_wanted() -> None:
    def change(sheet: Worksheet) -> None:
        sheet["E2"] = date(2026, 2, 1)
        sheet["E3"], sheet["D3"] = date(2025, 11, 30), "tanggal"

    (told,) = [note for note in table(change).notes if "tanggal" in note]
    assert told.startswith("Target di E2 berisi tanggal (01/02/2026).")


def test_a_table_beyond_the_last_column_that_is_read_says_where_to_move_it() -> None:
    def change(sheet: Worksheet) -> None:
        sheet.move_range("A1:F4", cols=70)

    with pytest.raises(Unreadable, match="Pindahkan tabelnya ke kolom A"):
        find(book(change), "iku.xlsx")


def test_columns_that_are_cut_off_are_told() -> None:
    def change(sheet: Worksheet) -> None:
        sheet["CA1"] = "Catatan"

    assert any("60 kolom pertama" in note for note in table(change).notes)
