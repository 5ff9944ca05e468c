"""From a file to its review: what was understood is shown, can be corrected, and is kept nowhere."""

import html
import io
import re
import zipfile

import pytest

from tests.inspection.conftest import HEADER, MATERIAL, Bringer, book, fields_of, row
from workbench.db import db, session
from workbench.inspection.models import Inspection
from workbench.people import accounts

DOCX_TYPES = "[Content_Types].xml"


def alert(page: str) -> str:
    """The sentence that a refused page says."""
    found = re.search(r'(?:class="field-error"[^>]*|role="alert"[^>]*)>(.*?)</(?:div|p)>', page, re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", "", found.group(1))).strip() if found else ""


def test_what_was_understood_is_shown_before_anything_is_reviewed(bringer):
    page = bringer.bring_material("iku_dinas.xlsx")
    assert page.status_code == 200
    text = html.unescape(page.text)
    assert "Tabel indikator" in text
    assert "lembar “IKU”" in text
    assert "3 baris" in text
    assert "<q>Target 2027</q>" in text
    assert "Ada 2 kolom target; yang dibaca “Target 2026”" in text
    assert fields_of(page.text)["column-0-4"] == "target"
    assert fields_of(page.text)["column-0-5"] == ""
    assert 'class="score"' not in page.text
    assert "Kota Arunika, 5 Januari" not in text  # the signature is no row


def test_the_review_looks_like_that_of_an_attempt(bringer):
    page = bringer.send(bringer.bring(book([row(), row(2, good=False)])))
    assert page.status_code == 200
    assert 'class="verdict"' in page.text
    assert "Perbaiki ini dulu" in page.text
    assert "Baris demi baris" in page.text
    assert "Terlaksananya" in page.text
    assert "Bagaimana skor ini dihitung" in page.text
    assert "Perbaiki draf" not in page.text  # there is no draft yet


def test_the_person_corrects_which_column_is_which(bringer):
    understood = bringer.bring_material("iku_dinas.xlsx")
    page = bringer.send(understood, **{"column-0-4": "", "column-0-5": "target"})
    assert "115" in page.text
    again = bringer.send(page, step="columns")
    assert fields_of(again.text)["column-0-5"] == "target"
    assert fields_of(again.text)["column-0-4"] == ""


def test_a_table_without_headings_can_be_reviewed_once_the_person_says_what_is_what(bringer):
    understood = bringer.bring_material("tanpa_judul.xlsx")
    refused = bringer.send(understood)
    assert refused.status_code == 422
    assert alert(refused.text).startswith("Pilih sedikitnya kolom mana")
    page = bringer.send(refused, **{"column-0-0": "sasaran", "column-0-1": "indikator"})
    assert page.status_code == 200
    assert "Angka kematian ibu" in page.text


def test_two_columns_cannot_be_the_same(bringer):
    refused = bringer.send(bringer.bring_material("iku_dinas.xlsx"), **{"column-0-5": "target"})
    assert refused.status_code == 422
    assert "“Target 2026” dan “Target 2027” sama-sama dipilih sebagai Target" in alert(refused.text)
    assert fields_of(refused.text)["column-0-5"] == "target"


def test_one_of_several_tables_is_chosen(bringer):
    understood = bringer.bring_material("dua_tabel_satu_lembar.xlsx")
    assert understood.text.count('type="radio"') == 2
    page = bringer.send(understood, table="1")
    assert "tabel ke-2" in page.text
    assert "1 baris" in page.text


def test_an_agreement_is_reviewed_as_one_or_only_its_table(bringer):
    understood = bringer.bring_material("pk_kepala_dinas.docx")
    assert "Ratna Kusumadewi, Bupati Arunika" in understood.text
    assert "6.000.000.000,00" in understood.text
    whole = bringer.send(understood)
    assert "Perjanjian ini" in whole.text
    assert "Tabel ini" in bringer.send(understood, table="1").text


def test_the_agreement_of_somebody_else_is_asked_about(bringer):
    understood = bringer.bring_material("pk_bupati.docx")
    assert "dokumen ini milik: Kepala daerah" in understood.text
    assert "dokumen ini milik" not in bringer.bring_material("pk_bupati.docx", position="kepala-daerah").text


@pytest.mark.parametrize(
    "name", sorted(path.name for path in MATERIAL.iterdir() if path.suffix != ".py" and path.is_file())
)
def test_every_document_of_the_material_comes_to_a_review(bringer, name):
    understood = bringer.bring_material(name, position="eselon-iii")
    assert understood.status_code == 200
    assert fields_of(understood.text)["position"] == "eselon-iii"
    chosen = {"column-0-0": "sasaran", "column-0-1": "indikator"} if name == "tanpa_judul.xlsx" else {}
    page = bringer.send(understood, **chosen)
    assert page.status_code == 200
    assert "Setara eselon III" in page.text


def test_nothing_is_kept_on_the_way(app, bringer):
    with app.app_context():
        before = {
            table.name: session().execute(db.select(db.func.count()).select_from(table)).scalar()
            for table in db.metadata.sorted_tables
        }
    bringer.send(bringer.bring_material("pk_kepala_dinas.docx"))
    with app.app_context():
        after = {
            table.name: session().execute(db.select(db.func.count()).select_from(table)).scalar()
            for table in db.metadata.sorted_tables
        }
    assert after == before
    assert session


def test_somebody_without_a_class_may_check_a_document_too(app, visitor):
    with app.app_context():
        accounts.create("Sari Utami", "kopi-pagi-7", username="sari")
        session().commit()
    visitor.sign_in("sari")
    assert "Periksa dokumen saya" in visitor.get("/").text
    page = Bringer(visitor).reviewed(book([row()]))
    assert page.status_code == 200
    assert "Gabung dengan kode kelas" in page.text


def test_what_was_typed_in_a_cell_is_never_markup(bringer):
    evil = "<script>alert(1)</script> & “kutip”"
    page = bringer.reviewed(book([(evil, f"Persentase {evil}", "persen", "85")]))
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;" in page.text


@pytest.mark.parametrize("change", ["x", "", "e30.abc"])
def test_a_document_that_does_not_come_back_whole_is_asked_for_again(bringer, change):
    understood = bringer.bring(book([row()]))
    fields = fields_of(understood.text)
    broken = change if len(change) != 1 else fields["carried"][:-5] + "xxxxx"
    page = bringer.send(understood, carried=broken, position="eselon-iv")
    assert page.status_code == 422
    assert "Pilih berkasnya sekali lagi" in alert(page.text)
    assert fields_of(page.text)["position"] == "eselon-iv"


def test_a_document_does_not_pass_to_another_account(bringer, bram):
    """On a shared machine a page may be sent on by whoever signs in next."""
    understood = bringer.bring(book([row()]))
    page = Bringer(bram).send(understood)
    assert page.status_code == 422
    assert "kepuasan pengguna" not in page.text


def test_the_review_of_nonsense_choices_is_that_of_what_was_recognised(bringer):
    understood = bringer.bring(book([row()]))
    page = bringer.send(understood, table="999", position="raja", **{"column-0-99": "target"})
    assert page.status_code == 200
    assert "Kepala OPD" in page.text
    assert bringer.send(understood, **{"column-0-3": "kata_sandi"}).status_code == 200


def test_a_review_that_was_left_open_leads_to_the_beginning(ana):
    assert ana.get("/periksa/ulasan").headers["Location"] == "/periksa"


def nested() -> bytes:
    """A workbook's name around an archive in an archive."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("lagi.zip", b"PK\x03\x04" + b"0" * 100)
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w") as archive:
        archive.writestr("dalam.zip", inner.getvalue())
    return outer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("iku.xlsx", bytes.fromhex("d0cf11e0a1b11ae1") + b"0" * 600, "kata sandi"),
        ("pk.docx", bytes.fromhex("d0cf11e0a1b11ae1") + b"0" * 600, "kata sandi"),
        ("iku.xlsx", b"PK\x03\x04rusak", "Simpan Sebagai"),
        ("pk.docx", b"PK\x03\x04rusak", "simpan ulang"),
        ("iku.xlsm", b"PK\x03\x04", "makro"),
        ("iku.xls", b"lama", ".xls"),
        ("iku.zip", nested(), "arsip"),
        ("iku.xlsx", nested(), ""),
        ("iku.pdf", b"%PDF-1.7", "PDF"),
        ("foto.xlsx", b"\x89PNG....", "gambar"),
        ("iku.csv", b"", "kosong"),
        ("iku.csv", b"halo", "Tidak ada tabel"),
        ("iku.xlsx", book([], header=("Nama", "Alamat")), ""),
        ("rusak.yaml", b"a: [", ""),
        ("iku", b"x", "tidak dibaca"),
    ],
)
def test_a_bad_file_gets_one_sentence_and_nothing_chosen_is_lost(bringer, name, data, said):
    page = bringer.bring(data, name, position="eselon-iv")
    assert page.status_code == 422
    assert alert(page.text).endswith(".")
    assert said in alert(page.text)
    assert fields_of(page.text)["position"] == "eselon-iv"


def test_no_file_is_said_too(ana):
    page = ana.post("/periksa", {"position": "eselon-iii"})
    assert page.status_code == 422
    assert alert(page.text) == "Pilih berkasnya lebih dulu."
    assert fields_of(page.text)["position"] == "eselon-iii"


def test_a_header_without_rows_says_what_to_fill(bringer):
    page = bringer.send(bringer.bring(book([])))
    assert page.status_code == 422
    assert "Isi tabelnya lebih dulu" in alert(page.text)


def test_a_file_beyond_what_a_request_may_hold_gets_the_same_page(ana):
    """It is refused by its length, before anything in it is looked at."""
    kind = "multipart/form-data; boundary=batas"
    page = ana.client.post("/periksa", data=b"0" * 7_000_000, content_type=kind)
    assert page.status_code == 413
    assert "lebih dari 5 MB" in alert(page.text)
    assert "Baca berkas" in page.text


def test_too_much_to_travel_is_refused_before_it_is_lost(bringer, monkeypatch):
    monkeypatch.setattr("workbench.inspection.carrying.LARGEST", 200)
    page = bringer.bring(book([row(number) for number in range(50)]))
    assert page.status_code == 422
    assert "terlalu banyak isi" in alert(page.text)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("rumus.xlsx", "Sel E3 berisi rumus tanpa nilai"),
        ("target_kata.xlsx", "berisi kata tanpa angka di E3"),
        ("iku_lembar_tersembunyi.xlsx", "Lembar tersembunyi tidak dibaca"),
        ("tanpa_judul.xlsx", "tidak punya baris judul kolom"),
    ],
)
def test_what_is_odd_in_a_document_is_named_by_its_cell(bringer, name, said):
    assert said in html.unescape(bringer.bring_material(name).text)


def test_lost_digits_of_a_nip_are_named(bringer):
    nip = 198501012010012000
    page = bringer.bring(book([(*row(), nip)], header=(*HEADER, "NIP")))
    assert "Sel E2" in page.text
    assert "hilang" in page.text


def test_the_remarks_of_a_document_are_announced_on_an_english_page(bringer):
    bringer.person.post("/bahasa", {"language": "en"})
    page = bringer.bring_material("rumus.xlsx")
    assert "The explanation is in Indonesian:" in page.text
    assert '<ul class="found-notes" lang="id">' in page.text
    refused = bringer.bring(b"%PDF-1.7", "iku.pdf")
    assert 'The explanation is in Indonesian: <span lang="id">Isi berkas ini PDF.' in refused.text


@pytest.mark.throttled
def test_one_account_may_bring_twenty_documents_a_minute(bringer, bram):
    codes = [bringer.bring(b"%PDF-1.7", "iku.pdf").status_code for _time in range(21)]
    assert codes == [422] * 20 + [429]
    assert Bringer(bram).bring(b"%PDF-1.7", "iku.pdf").status_code == 422


def test_a_form_without_its_token_is_not_read(ana):
    answer = ana.client.post("/periksa", data={"file": (io.BytesIO(b"x"), "iku.csv")})
    assert answer.status_code == 400


def test_there_is_no_review_without_a_person(visitor, app):
    with app.app_context():
        assert session().scalar(db.select(db.func.count(Inspection.id))) == 0
    assert visitor.get("/periksa").headers["Location"].startswith("/masuk")
