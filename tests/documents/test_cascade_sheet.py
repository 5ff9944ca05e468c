"""A pohon kinerja as a sheet: out, filled in, read back, and every slip told by its cell."""

import io
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from workbench.documents import cascade_xlsx
from workbench.documents.cascade_filled import filled
from workbench.documents.cascade_reading import Tree, trees
from workbench.documents.cascade_records import read_cascade
from workbench.documents.cascade_words import LABELS, ORDER, holder_in, position_in
from workbench.documents.cascade_xlsx import CascadeSheet
from workbench.documents.parts import parts_of
from workbench.documents.task import FILLED, Task
from workbench.documents.unreadable import Unreadable
from workbench.reviewer.document import Box, Cascade, Position
from workbench.reviewer.rules.examples import good_cascade

GOOD = good_cascade()
LEVELS = ORDER[1:]
SHEET = CascadeSheet(
    Task("Latihan 9: Pohon", ("Kasus.",), ("Isilah.",)), GOOD.boxes, frozenset({"K1"}), most=12
)


def changed(change: Callable[[Workbook], None], sheet: CascadeSheet = SHEET) -> bytes:
    """The worksheet after somebody's hands."""
    book = load_workbook(io.BytesIO(cascade_xlsx.write_xlsx(sheet)))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(data: bytes, most: int = 12, levels: Sequence[Position] = LEVELS) -> Tree:
    return filled(parts_of("pohon.xlsx", data), levels, most)


def typed(**cells: str) -> Callable[[Workbook], None]:
    """Types into cells of the first sheet."""

    def change(book: Workbook) -> None:
        for name, text in cells.items():
            book[FILLED][name] = text

    return change


def refusal(data: bytes, **arguments) -> str:
    with pytest.raises(Unreadable) as refused:
        read(data, **arguments)
    return refused.value.message


def test_the_sheet_reads_back_as_it_was_written():
    assert read(cascade_xlsx.write_xlsx(SHEET)).cascade.boxes == GOOD.boxes


texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=30).filter(
    lambda text: "\ufffe" not in text and "\uffff" not in text
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(texts, texts, texts, texts, texts), min_size=1, max_size=5))
def test_whatever_is_typed_in_a_box_comes_back(cells):
    boxes = tuple(
        Box(f"K{number}", "" if number == 1 else "K1", LEVELS[min(number - 1, 2)], *row)
        for number, row in enumerate(cells, start=1)
    )
    data = cascade_xlsx.write_xlsx(replace(SHEET, boxes=boxes, locked=frozenset()))
    assert read(data).cascade.boxes == boxes


def test_free_rows_have_keys_to_choose_as_parents_and_count_only_when_filled():
    data = changed(
        typed(B11="K3", C11="Setara eselon IV atau ketua tim", E11="Meningkatnya kelengkapan akta")
    )
    *before, last = read(data).cascade.boxes
    assert tuple(before) == GOOD.boxes
    assert last == Box("K8", "K3", Position.ECHELON_4, "", "Meningkatnya kelengkapan akta")


def test_positions_and_parents_are_chosen_from_lists_in_the_cells():
    page = load_workbook(io.BytesIO(cascade_xlsx.write_xlsx(SHEET)))[FILLED]
    lists = {str(one.sqref): one.formula1 for one in page.data_validations.dataValidation}
    assert lists["C4:C15"] == '"Kepala OPD,Setara eselon III,Setara eselon IV atau ketua tim"'
    assert lists["B4:B15"] == "$A$4:$A$15"
    assert [page.cell(3, column).value for column in range(1, 9)] == list(LABELS.values())


def test_a_position_left_empty_is_the_one_under_the_parent():
    boxes = read(changed(typed(C5=None, C7=None))).cascade.boxes
    assert (boxes[1].position, boxes[3].position) == (Position.ECHELON_3, Position.ECHELON_4)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (typed(B5="K99"), "Sel B5 menunjuk kotak induk “K99”"),
        (typed(B4="K4"), "Sel B4 membuat kotak berputar (K1 → K4 → K2 → K1)"),
        (typed(B6="K3"), "Sel B6 membuat kotak berputar (K3 → K3)"),
        (typed(A6="K2"), "Sel A6 dan sel A5 sama-sama memuat kotak “K2”"),
        (typed(C6="Juru bayar"), "Sel C6: jabatan “Juru bayar” tidak dikenal. Pilih “Kepala OPD”"),
        (typed(C6="Kepala daerah"), "Sel C6: jabatan Kepala daerah tidak ada di latihan ini"),
        (typed(A6="K-SANGAT-PANJANG"), "Sel A6: kotak paling banyak 8 huruf"),
        (typed(E6="x" * 2001), "Sel E6: kondisi paling banyak 2000 huruf"),
        (typed(B3="Kotak"), "Judul kolom “Kotak” berdiri dua kali, di sel A3 dan sel B3"),
        (lambda book: book[FILLED].merge_cells("A3:B3"), "Judul kolom “Kotak” berdiri dua kali, di sel A3"),
        (typed(E3="Catatan"), "Baris judul yang dimulai di sel A3 tidak memuat kolom “Kondisi”"),
        (lambda book: book[FILLED].delete_rows(1, 30), "tidak memuat tabel pohon kinerja"),
        (lambda book: book[FILLED].delete_rows(4, 30), "Tidak ada kotak di bawah judul kolom (sel A3)"),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_what_cannot_be_taken_over_is_told_by_its_cell(change, said: str):
    assert said in refusal(changed(change))


def test_too_many_rows_are_told_by_the_first_that_is_over():
    message = refusal(changed(typed()), most=5)
    assert "memuat 7 kotak; latihan ini menerima paling banyak 5" in message
    assert "mulai sel E9" in message


def test_many_slips_are_told_together_but_not_all():
    message = refusal(changed(typed(B5="X1", B6="X2", B7="X3", B8="X4", B9="X5")))
    assert message.count("menunjuk kotak induk") == 3
    assert "Masih ada 2 hal lain" in message


def test_a_formula_is_read_by_its_value_and_told_with_its_cell():
    tree = read(changed(typed(H5="=40+45")))
    assert tree.cascade.boxes[1].target == ""
    assert any("Sel H5" in note and "rumus tanpa nilai" in note for note in tree.cascade.notes)


def test_the_tree_is_found_among_other_tables_and_signatures_are_left_out():
    book = Workbook()
    book.active.append(["Daftar rapat", "Tanggal"])
    page = book.create_sheet("Pohon")
    rows = [
        ["POHON KINERJA DINAS"],
        [],
        ["No", "Induk", "Pemegang", "Sasaran", "Indikator Kinerja", "Target 2026", "Satuan"],
        [1, None, "Kepala Dinas", "Meningkatnya mutu layanan", "Indeks kepuasan", 86.5, "nilai"],
        [2, 1, "Bidang Pencatatan", "Meningkatnya ketepatan waktu", "Persentase tepat waktu", 0.9, None],
        [3, 2, "Ketua Tim Akta", "Berkurangnya berkas kembali", "Persentase berkas kembali", 8, "%"],
        [],
        [None, None, None, None, None, "Kota Arunika, 5 Januari 2026"],
    ]
    for row in rows:
        page.append(row)
    page["F5"].number_format = "0%"
    out = io.BytesIO()
    book.save(out)
    (tree,) = trees(parts_of("pohon.xlsx", out.getvalue()), "pohon.xlsx")
    assert [box.position for box in tree.cascade.boxes] == list(LEVELS)
    assert [box.target for box in tree.cascade.boxes] == ["86,5", "90%", "8"]
    assert [box.parent for box in tree.cascade.boxes] == ["", "1", "2"]
    assert "Bagian di bawah tabel (misalnya tanda tangan) tidak dibaca." in tree.cascade.notes


def test_a_position_nobody_knows_is_told_and_taken_from_the_place_in_the_tree():
    data = changed(typed(C7="Juru bayar"))
    (tree,) = trees(parts_of("pohon.xlsx", data))
    assert tree.cascade.boxes[3].position is Position.ECHELON_4
    assert any("Sel C7 berisi jabatan “Juru bayar”" in note for note in tree.cascade.notes)


def test_an_indicator_table_is_no_tree():
    book = Workbook()
    for row in (["No", "Sasaran", "Indikator", "Target"], [1, "Meningkatnya mutu", "Indeks", 86]):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    assert trees(parts_of("iku.xlsx", out.getvalue())) == []


def test_a_tree_to_take_home_reads_back():
    (tree,) = trees(parts_of("pohon.xlsx", cascade_xlsx.write(GOOD)))
    assert tree.cascade == Cascade(GOOD.boxes)


@pytest.mark.parametrize(
    ("office", "position", "holder"),
    [
        ("JF", Position.ECHELON_4, ""),
        ("Pejabat fungsional", Position.ECHELON_4, ""),
        ("Setara eselon IV atau ketua tim", Position.ECHELON_4, ""),
        ("Eselon III", Position.ECHELON_3, ""),
        ("Kepala Bidang Bina Marga", Position.ECHELON_3, "Kepala Bidang Bina Marga"),
        ("Ketua  Tim Gizi", Position.ECHELON_4, "Ketua Tim Gizi"),
        ("Surveyor Pemetaan Ahli Muda", Position.ECHELON_4, "Surveyor Pemetaan Ahli Muda"),
        ("belum ditentukan", None, ""),
        ("", None, ""),
    ],
)
def test_an_office_tells_the_rung_and_who_answers_for_the_box(office, position, holder):
    assert position_in(office) is position
    assert holder_in(office) == holder


def test_the_office_of_a_box_without_a_unit_is_its_holder():
    data = (
        b"kotak:\n"
        b"- {kotak: A, jabatan: Kepala OPD, unit: Dinas Sosial, kondisi: Menurunnya kemiskinan}\n"
        b"- {kotak: B, induk: A, jabatan: Kepala Bidang Bansos, kondisi: Meningkatnya ketepatan bansos}\n"
        b"- {kotak: C, induk: B, jabatan: JF, kondisi: Terdatanya keluarga miskin}\n"
    )
    tree = read_cascade(data, "yaml")
    assert tree is not None
    assert [box.unit for box in tree.boxes] == ["Dinas Sosial", "Kepala Bidang Bansos", ""]
