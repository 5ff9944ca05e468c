"""What is found in the files that offices send: the material is made by `material/build.py`."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.documents.material.build import FILES, name_of
from workbench.documents import finding
from workbench.documents.finding import (
    AGREEMENT,
    CASCADE,
    IKU_TABLE,
    NO_HEADER,
    RENSTRA_TABLE,
    Found,
    as_table,
    find,
)
from workbench.documents.tables import read_file
from workbench.documents.unreadable import Unreadable
from workbench.reviewer.document import Agreement, Position

MATERIAL = Path(__file__).parent / "material"
INDICATORS = (
    "Angka kematian ibu",
    "Persentase persalinan di fasilitas kesehatan",
    "Prevalensi stunting balita",
)


def only(name: str) -> Found:
    found = find(MATERIAL / name)
    assert len(found) == 1
    return found[0]


def agreement_in(name: str) -> Agreement:
    first = find(MATERIAL / name)[0]
    assert first.kind == AGREEMENT
    assert first.agreement is not None
    return first.agreement


def test_every_file_of_the_material_can_be_made_again():
    files = {path.name for path in MATERIAL.iterdir() if path.is_file()}
    assert files == {name_of(make) for make in FILES} | {"build.py"}
    for make in FILES:
        assert make.__doc__
        kinds = [(found.kind, found.where, found.count) for found in find(make(), name_of(make))]
        assert kinds == [(found.kind, found.where, found.count) for found in find(MATERIAL / name_of(make))]


def test_every_file_of_the_material_is_understood_and_can_be_reviewed():
    for path in sorted(MATERIAL.iterdir()):
        if path.suffix in (".xlsx", ".csv", ".docx", ".yaml", ".json") and path.stem != "tanpa_judul":
            for found in find(path):
                assert as_table(found).rows, path.name
                assert found.count == len(as_table(found).rows)


def test_the_table_under_titles_and_over_a_signature_is_found_with_its_header_row():
    found = only("iku_dinas.xlsx")
    assert (found.kind, found.where, found.header_row, found.count) == (IKU_TABLE, "lembar “IKU”", 5, 3)
    assert found.mapping == {1: "sasaran", 2: "indikator", 3: "satuan", 4: "target"}
    assert [column.heading for column in found.ignored] == ["Target 2027"]
    rows = as_table(found).rows
    assert tuple(row.indikator for row in rows) == INDICATORS
    assert [row.target for row in rows] == ["120", "96,5%", "14,2"]
    assert rows[0].sasaran == rows[1].sasaran == "Menurunnya kematian ibu melahirkan"


def test_the_person_may_say_which_column_is_which():
    found = only("iku_dinas.xlsx")
    other_year = as_table(found, {1: "sasaran", 2: "indikator", 5: "target"}, Position.ECHELON_3)
    assert [row.target for row in other_year.rows] == ["115", "0,97", "13"]
    assert (other_year.columns, other_year.position) == (
        {"sasaran", "indikator", "target"},
        Position.ECHELON_3,
    )
    with pytest.raises(Unreadable, match="Pilih sedikitnya"):
        as_table(found, {3: "satuan"})
    with pytest.raises(Unreadable, match="Pilih sedikitnya"):
        as_table(found, {1: "kata_sandi"})


def test_a_hidden_sheet_is_left_alone_and_said_to_be():
    found = only("iku_lembar_tersembunyi.xlsx")
    assert found.where == "lembar “IKU 2026”"
    assert any("“IKU 2025”" in note for note in found.notes)
    assert any("“IKU 2025”" in note for note in read_file(MATERIAL / "iku_lembar_tersembunyi.xlsx").notes)


def test_two_tables_on_one_sheet_are_two():
    first, second = find(MATERIAL / "dua_tabel_satu_lembar.xlsx")
    assert (first.where, first.count) == ("lembar “Kinerja”, tabel ke-1", 3)
    assert (second.where, second.count, second.header_row) == ("lembar “Kinerja”, tabel ke-2", 1, 9)
    assert as_table(second).rows[0].penanggung_jawab == "Bidang Kesmas"


def test_a_renstra_table_is_told_by_its_years_and_says_which_one_is_read():
    found = only("renstra.xlsx")
    assert found.kind == RENSTRA_TABLE
    assert any("5 kolom target" in note and "Target Tahun 2025" in note for note in found.notes)
    assert as_table(found).rows[1].sasaran == "Menurunnya kematian ibu melahirkan"
    assert as_table(found).rows[0].baseline == "130"


def test_a_table_without_header_waits_for_the_person():
    found = only("tanpa_judul.xlsx")
    assert (found.header_row, found.mapping, found.notes) == (0, {}, (NO_HEADER,))
    table = as_table(found, {0: "sasaran", 1: "indikator", 2: "satuan", 3: "target"})
    assert tuple(row.indikator for row in table.rows) == INDICATORS
    assert NO_HEADER not in table.notes
    with pytest.raises(Unreadable, match="Beri judul kolom"):
        read_file(MATERIAL / "tanpa_judul.xlsx")


def test_formulas_are_read_by_what_was_saved_with_them_and_named():
    found = only("rumus.xlsx")
    assert [row.target for row in as_table(found).rows] == ["120", "", "14,2"]
    assert any("E2, E3" in note and "tidak dijalankan" in note for note in found.notes)
    assert any("Sel E3 berisi rumus tanpa nilai" in note for note in found.notes)


def test_words_in_the_target_column_are_named_but_grades_are_not():
    notes = only("target_kata.xlsx").notes
    assert len(notes) == 1
    assert "di E3." in notes[0]


def test_a_long_number_without_its_last_digits_is_named_by_its_cell():
    assert any("Sel D15 di lembar “Pernyataan”" in note for note in find(MATERIAL / "pk_excel.xlsx")[0].notes)
    assert any("Sel B2" in note for note in only("kolom_terbalik.csv").notes)
    assert agreement_in("pk_excel.xlsx").first.nip == ""


def test_an_agreement_over_two_sheets_is_one():
    agreement = agreement_in("pk_excel.xlsx")
    assert (agreement.unit, agreement.year, agreement.annex_year) == ("DINAS KESEHATAN", "2026", "2025")
    assert (agreement.place, agreement.date) == ("Kota Arunika", "12 Januari 2026")
    assert (agreement.first.name, agreement.first.position) == (
        "dr. Larasati Wulandari, M.Kes.",
        "Kepala Dinas Kesehatan",
    )
    assert (agreement.second.name, agreement.second.position) == ("Ratna Kusumadewi", "Bupati Arunika")
    assert tuple(row.indikator for row in agreement.rows) == INDICATORS
    assert [line.budget for line in agreement.programmes] == ["4.250.000.000,00", "1.750.000.000,00"]
    assert agreement.total == "6.100.000.000,00"


def test_an_agreement_laid_out_with_tabs_and_tables_is_recognised():
    agreement = agreement_in("pk_kepala_dinas.docx")
    assert agreement.position is Position.AGENCY_HEAD
    assert agreement.first.nip == "19750412 200212 2 003"
    assert agreement.first.rank == "Pembina Utama Muda"
    assert agreement.second.nip == ""
    assert agreement.year == agreement.annex_year == "2026"
    assert agreement.rows[1].sasaran == "Menurunnya kematian ibu melahirkan"
    assert agreement.rows[1].target == "96,5 %"
    assert agreement.programmes[0].name == "Program Kesehatan Ibu & Anak"
    assert (len(agreement.programmes), agreement.total) == (2, "6.000.000.000,00")


def test_an_agreement_of_a_division_is_told_by_its_office():
    agreement = agreement_in("pk_kabid.docx")
    assert (agreement.position, agreement.unit) == (Position.ECHELON_3, "Bidang Kesehatan Masyarakat")
    assert (agreement.place, agreement.date) == ("Kota Arunika", "14 Januari 2026")
    assert [line.name for line in agreement.programmes] == [
        "Pelayanan kesehatan ibu",
        "Pelayanan kesehatan bayi",
    ]
    assert agreement.total == "500.000.000"
    chosen = find(MATERIAL / "pk_kabid.docx", position=Position.ECHELON_4)[0].agreement
    assert chosen is not None
    assert chosen.position is Position.ECHELON_4


def test_a_kepala_daerah_has_no_second_party():
    agreement = agreement_in("pk_bupati.docx")
    assert (agreement.position, agreement.second.name) == (Position.REGIONAL_HEAD, "")


def test_the_table_of_an_agreement_may_be_reviewed_alone():
    agreement, table = find(MATERIAL / "pk_kabid.docx")
    assert as_table(agreement).position is Position.ECHELON_3
    assert (table.kind, table.where) == (IKU_TABLE, "tabel ke-1")


def test_agreements_in_yaml_and_json_are_read_under_usual_names():
    of_yaml, of_json = agreement_in("pk.yaml"), agreement_in("pk.json")
    assert (of_yaml.position, of_yaml.budget_date) == (Position.ECHELON_3, "2 Januari 2026")
    assert of_yaml.second.position == "Kepala Dinas Kesehatan"
    assert [row.indikator for row in of_yaml.iku] == [of_yaml.rows[0].indikator]
    assert of_yaml.programmes[0].budget == of_yaml.total == "500.000.000"
    assert (of_json.position, of_json.rows[0].target) == (Position.REGIONAL_HEAD, "8,4")
    assert of_json.superior is None


def test_a_table_in_word_is_found_among_others_without_titles_and_repeated_headers():
    found = only("dua_tabel.docx")
    assert found.where == "tabel ke-2"
    assert tuple(row.indikator for row in as_table(found).rows) == INDICATORS
    assert tuple(row.indikator for row in read_file(MATERIAL / "dua_tabel.docx").rows) == INDICATORS


def test_tracked_changes_content_controls_and_nested_tables_are_read_as_they_stand():
    rows = as_table(only("lacak_perubahan.docx")).rows
    assert [row.indikator for row in rows] == ["Prevalensi stunting", "Cakupan imunisasi dasar lengkap"]


def test_bytes_need_a_name_and_a_path_does_not():
    data = (MATERIAL / "iku_dinas.xlsx").read_bytes()
    assert find(data, "kiriman.XLSX")[0].name == "kiriman.XLSX"
    with pytest.raises(Unreadable, match="Jenis berkas"):
        find(data)
    with pytest.raises(Unreadable, match="tidak dapat dibuka"):
        find(MATERIAL / "tidak-ada.xlsx")


def test_a_document_with_nothing_to_review_says_what_to_send():
    with pytest.raises(Unreadable) as caught:
        find(b"Undangan rapat\nKami mengundang Bapak dan Ibu\n", "surat.csv")
    assert caught.value.message == finding.NOTHING


def test_an_empty_table_says_so():
    with pytest.raises(Unreadable, match="Tidak ada baris berisi"):
        as_table(find(b"Sasaran,Indikator\n", "iku.csv")[0])


def test_a_pohon_kinerja_is_found_as_one_and_not_as_a_table_too():
    found = only("pohon.xlsx")
    assert (found.kind, found.where, found.header_row, found.count) == (
        CASCADE,
        "lembar “Pohon Kinerja”",
        4,
        4,
    )
    boxes = found.cascade.boxes
    assert [(box.key, box.parent) for box in boxes] == [
        ("1", ""),
        ("1.1", "1"),
        ("1.1.1", "1.1"),
        ("1.2", "1"),
    ]
    assert [box.position for box in boxes] == [
        Position.AGENCY_HEAD,
        Position.ECHELON_3,
        Position.ECHELON_4,
        Position.ECHELON_3,
    ]
    assert boxes[1].target == "96,5%"
    assert any("Sel C8 berisi jabatan “Penanggung jawab rujukan”" in note for note in found.notes)
    assert any("tanda tangan" in note for note in found.notes)


def test_a_pohon_kinerja_under_indonesian_names_is_the_same_as_under_ours():
    (found,) = find(MATERIAL / "pohon.yaml")
    assert (found.kind, found.count) == (CASCADE, 3)
    boxes = found.cascade.boxes
    assert [box.position for box in boxes] == [Position.AGENCY_HEAD, Position.ECHELON_3, Position.ECHELON_4]
    assert (boxes[1].condition, boxes[1].target) == ("Meningkatnya persalinan di fasilitas", "96.5")
    assert find(cascade_json(boxes), "pohon.json")[0].cascade.boxes == boxes


def cascade_json(boxes) -> bytes:
    """The boxes as a bare list under the English names."""
    return json.dumps([{**asdict(box), "position": str(box.position)} for box in boxes]).encode()
