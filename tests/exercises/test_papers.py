"""Files out of a desk and back into it: the worksheet, the IKU table, the review, before and after."""

import io

import openpyxl
import pytest
from flask import Flask

from tests.exercises.conftest import CLASSIFY, REPAIR, TABLE
from workbench.documents import tables
from workbench.exercises import attempts, drafts


@pytest.fixture
def two_attempts(app: Flask, cast, library, weak, better):
    """A weak attempt of Ana's and a better one."""
    with app.app_context():
        table = library.get(TABLE)
        for answer in (weak, better):
            attempts.submit(cast.ana_membership, table, table.parse(answer))


def send(person, desk: str, data: bytes, name: str, version: int = 0, **fields: str):
    """Upload a file with the form of the desk."""
    form = {"versi": str(version), **fields, "berkas": (io.BytesIO(data), name)}
    return person.post(f"{desk}/unggah", form, content_type="multipart/form-data")


def _answer(app: Flask, cast, slug: str = TABLE) -> dict:
    with app.app_context():
        return drafts.find(cast.ana_membership, slug).answer


def test_a_worksheet_filled_in_elsewhere_fills_the_draft(app, ana, cast, desk):
    sheet = ana.get(f"{desk}/lembar-kerja.xlsx")
    assert sheet.headers["Content-Disposition"] == 'attachment; filename="lembar-kerja-latihan-05.xlsx"'
    book = openpyxl.load_workbook(io.BytesIO(sheet.data))
    page = book["Lembar kerja"]
    line = next(cells[0].row for cells in page.iter_rows() if cells[0].value == "1")
    typed = ("Meningkatnya mutu & kecepatan", "Indeks < 5", "indeks", "≥ 4", "Survei", "Sekretariat")
    for column, text in enumerate(typed, start=2):
        page.cell(line, column, text)
    out = io.BytesIO()
    book.save(out)
    sent = send(ana, desk, out.getvalue(), "lembar-kerja.xlsx")
    assert sent.status_code == 303
    (row,) = _answer(app, cast)["rows"]
    assert tuple(row[name] for name in ("sasaran", "indikator", "satuan")) == typed[:3]
    assert "1 baris menggantikan draf" in ana.get(desk).text


def test_what_was_typed_before_an_upload_stays_as_a_copy(app, ana, cast, desk, weak, fields):
    ana.post(desk, fields(weak, aksi="simpan", versi="0"))
    csv = b"sasaran;indikator;target\nMeningkatnya mutu;Indeks mutu;85\n"
    changed = {**fields(weak), "rows.0.target": "baru diketik"}
    assert send(ana, desk, csv, "isi.csv", 1, **changed).status_code == 303
    with app.app_context():
        draft = drafts.find(cast.ana_membership, TABLE)
        kept = [copy.answer["rows"][0]["target"] for copy in drafts.copies(draft)]
        assert "baru diketik" in kept
        assert draft.answer["rows"][0]["indikator"] == "Indeks mutu"


def test_an_upload_over_a_later_version_overwrites_nothing(app, ana, cast, desk, weak, better, fields):
    ana.post(desk, fields(weak, aksi="simpan", versi="0"))
    ana.post(desk, fields(better, aksi="simpan", versi="1"))
    csv = b"sasaran;indikator;target\nMeningkatnya mutu;Indeks mutu;85\n"
    refused = send(ana, desk, csv, "isi.csv", 1, **fields(weak))
    assert refused.status_code == 409
    assert _answer(app, cast) == better


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "", "Pilih dahulu berkasnya"),
        (b"", "isi.xlsx", "kosong"),
        (b"PK\x03\x04 bukan buku", "isi.xlsx", "isinya bukan buku kerja"),
        (b"%PDF-1.7", "isi.pdf", "PDF"),
        (b"halo\ndunia\n", "isi.csv", ""),
        (b"\x89PNG\r\n", "isi.xlsx", "gambar"),
        (b"x;y\n1;2\n", "../../etc/passwd", "tidak dibaca"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(
    app, ana, cast, desk, weak, fields, data, name, said
):
    refused = send(ana, desk, data, name, **fields(weak))
    assert refused.status_code == 422
    assert said in refused.text
    assert "Isian Anda masih ada." in refused.text
    assert _answer(app, cast) == weak
    assert ana.get(f"{desk}/unggah").status_code == 303, "loading that page again leads to the desk"


def test_locked_cells_stay_as_given_whatever_a_file_holds(app, ana, cast, room, library):
    exercise = library.get(REPAIR)
    csv = "sasaran;indikator\n" + "Diganti;Indeks mutu\n" * len(exercise.given)
    sent = send(ana, f"{room}/latihan/{REPAIR}", csv.encode(), "isi.csv")
    assert sent.status_code == 303
    rows = _answer(app, cast, REPAIR)["rows"]
    assert {cells["indikator"] for cells in rows} == {"Indeks mutu"}
    assert "Diganti" not in {cells["sasaran"] for cells in rows} or "sasaran" not in exercise.locked


def test_the_iku_table_comes_out_and_reads_back_as_typed(ana, desk, better, fields):
    better["rows"][0]["sumber_data"] = "=cmd|' /C calc'!A0"
    ana.post(desk, fields(better, aksi="simpan", versi="0"))
    book = ana.get(f"{desk}/draf.xlsx").data
    rows = tables.read_bytes("draf.xlsx", book).rows
    assert [row.indikator for row in rows] == [cells["indikator"] for cells in better["rows"]]
    assert "calc" in rows[0].sumber_data
    assert ana.get(f"{desk}/draf.pdf").data.startswith(b"%PDF")
    assert ana.get(f"{desk}/draf.docx").status_code == 404


def test_choices_are_no_paper_to_take_home(ana, room):
    desk = f"{room}/latihan/{CLASSIFY}"
    assert "draf.xlsx" not in ana.get(desk).text
    for name in ("draf.xlsx", "draf.pdf", "draf.docx"):
        assert ana.get(f"{desk}/{name}").status_code == 404


def test_before_and_after_shows_words_findings_and_scores(ana, desk, two_attempts):
    page = ana.get(f"{desk}/perubahan").text
    assert "<del>Terlaksananya pelayanan &lt;b&gt;prima&lt;/b&gt;</del>" in page
    assert "temuan selesai" in page
    assert "Percobaan 1" in page
    assert "Percobaan 2" in page
    paper = ana.get(f"{desk}/perubahan.pdf")
    assert paper.data.startswith(b"%PDF")
    assert paper.headers["Content-Disposition"] == 'inline; filename="perubahan-latihan-05.pdf"'
    assert "Sebelum dan sesudah" in ana.get(desk).text


def test_the_first_draft_that_could_have_been_sent_is_the_first_side(app, ana, desk, weak, better, fields):
    ana.post(desk, fields({"rows": weak["rows"][:1]}, aksi="simpan", versi="0"))
    ana.post(desk, fields(weak, aksi="simpan", versi="1"))
    ana.post(desk, fields({"rows": []}, aksi="simpan", versi="2"))  # so much deleted: what stood is kept
    ana.post(desk, fields(better, aksi="kirim", versi="3"))
    page = ana.get(f"{desk}/perubahan").text
    assert "draf yang tersimpan" in page
    assert "Terlaksananya" in page
    assert ana.get(f"{desk}/perubahan.pdf").status_code == 200


def test_with_nothing_to_compare_it_says_what_to_do(ana, desk):
    assert "Belum ada yang dapat dibandingkan" in ana.get(f"{desk}/perubahan").text
    assert ana.get(f"{desk}/perubahan.pdf").status_code == 303


def test_choices_are_compared_too_also_on_paper(app, ana, cast, library, room):
    exercise = library.get(CLASSIFY)
    right = exercise.samples[0].answer
    wrong = {"choices": [*right["choices"][1:], right["choices"][0]]}
    with app.app_context():
        for answer in (wrong, right):
            attempts.submit(cast.ana_membership, exercise, exercise.parse(answer))
    address = f"{room}/latihan/{CLASSIFY}/perubahan"
    assert "lebih tepat" in ana.get(address).text
    assert ana.get(f"{address}.pdf").data.startswith(b"%PDF")


def test_staff_see_the_change_of_their_participant_and_nobody_else_does(
    ana, bram, carla, eko, cast, desk, two_attempts
):
    address = f"{desk}/perubahan?peserta={cast.ana_membership}"
    assert "Ana" in bram.get(address).text
    assert bram.get(address.replace("perubahan", "perubahan.pdf")).status_code == 200
    assert carla.get(address).status_code == eko.get(address).status_code == 404
    assert ana.get(f"{desk}/perubahan?peserta={cast.ana_membership + 1}").status_code == 404


def test_papers_of_an_attempt_are_for_its_author_and_the_staff(
    ana, bram, carla, eko, room, app, cast, two_attempts
):
    with app.app_context():
        last = attempts.last(cast.ana_membership, TABLE).id
    for name in ("isi.xlsx", "isi.pdf", "ulasan.pdf"):
        address = f"{room}/percobaan/{last}/{name}"
        assert ana.get(address).status_code == bram.get(address).status_code == 200
        assert carla.get(address).status_code == eko.get(address).status_code == 404
