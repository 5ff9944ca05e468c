"""Measures to be placed: a sheet with lists in its cells, read by the texts of the measures."""

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from openpyxl import Workbook, load_workbook

from workbench.documents import choices_xlsx
from workbench.documents.choices_xlsx import ChoiceSheet
from workbench.documents.parts import parts_of
from workbench.documents.task import FILLED, Task
from workbench.documents.unreadable import Unreadable

ITEMS = ("Jumlah rapat", "Dokumen terbit & sah", "= 1 <b>")
LEVELS = ("activity", "output", "outcome")
SHEET = ChoiceSheet(Task("Latihan 1: Tingkat"), ITEMS, LEVELS)


def after(change: Callable[[Workbook], None]) -> bytes:
    book = load_workbook(io.BytesIO(choices_xlsx.write_xlsx(SHEET)))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def typed(**cells: str) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        for name, text in cells.items():
            book[FILLED][name] = text

    return change


def chosen(data: bytes) -> tuple[str, ...]:
    return choices_xlsx.read(parts_of("isi.xlsx", data), ITEMS, LEVELS).choices


def test_what_is_chosen_comes_back():
    sheet = replace(SHEET, chosen=("activity", "", "outcome"))
    assert chosen(choices_xlsx.write_xlsx(sheet)) == ("activity", "", "outcome")


def test_the_cells_offer_the_levels_of_the_exercise():
    (choice,) = load_workbook(io.BytesIO(choices_xlsx.write_xlsx(SHEET)))[
        FILLED
    ].data_validations.dataValidation
    assert (str(choice.sqref), choice.formula1) == ("C4:C6", '"Kegiatan,Keluaran,Hasil"')


def test_rows_may_change_places():
    data = after(typed(B4=ITEMS[1], C4="keluaran", B5=ITEMS[0], C5="HASIL"))
    assert chosen(data) == ("outcome", "output", "")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (typed(C5="Sedang"), "Sel C5: tingkat “Sedang” tidak dikenal. Pilih Kegiatan, Keluaran, Hasil."),
        (typed(C5="Dampak"), "Sel C5: tingkat “Dampak” tidak dikenal."),
        (typed(B5="Ukuran lain", C5="Hasil"), "Sel B5 bukan ukuran dari latihan ini"),
        (typed(C4="Hasil", B5=ITEMS[0], C5="Kegiatan"), "Sel C5: ukuran ini sudah ditempatkan"),
        (typed(C3="Jawaban"), "tidak ada kolom “Ukuran” dan “Tingkat”"),
    ],
)
def test_what_cannot_be_taken_over_is_told_by_its_cell(change, said: str):
    with pytest.raises(Unreadable) as refused:
        chosen(after(change))
    assert said in refused.value.message


def test_on_paper_every_level_has_a_column_to_tick():
    assert choices_xlsx.draw_pdf(SHEET).startswith(b"%PDF")
