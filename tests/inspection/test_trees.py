"""A pohon kinerja of one's own: what was understood as a tree, its review, kept, taken, gone on with."""

import io
import re

import pytest
from openpyxl import load_workbook

from workbench.db import session
from workbench.documents.finding import find
from workbench.exercises import drafts
from workbench.exercises.library import current
from workbench.inspection import keeping
from workbench.inspection.models import Inspection

CASCADE = "09-pohon-kinerja-disdukcapil"


@pytest.fixture
def understood(bringer):
    return bringer.bring_material("pohon.xlsx")


@pytest.fixture
def reviewed(bringer, understood):
    answer = bringer.send(understood)
    assert answer.status_code == 200
    return answer


def test_what_was_understood_is_shown_as_a_tree_with_its_remarks(understood):
    assert understood.status_code == 200
    page = understood.text
    assert "Pohon kinerja" in page
    assert "4 kotak" in page
    assert page.count('class="node-head"') == 4
    assert "Setara eselon IV atau ketua tim" in page
    assert "Sel C8 berisi jabatan “Penanggung jawab rujukan”" in page
    assert 'select class="form-select" id="position"' not in page, "every box says its own position"


def test_the_review_says_what_it_says_of_every_box(reviewed):
    assert reviewed.text.count('class="node-said"') == 4
    assert "Kotak 1.1" in reviewed.text
    assert "Sel C8 berisi" in reviewed.text
    assert "Unduh pohon kinerja (XLSX)" in reviewed.text


def test_a_tree_in_yaml_is_understood_too(bringer):
    page = bringer.bring_material("pohon.yaml")
    assert page.text.count('class="node-head"') == 3
    assert bringer.send(page).status_code == 200


def test_a_parent_nobody_is_becomes_a_finding(bringer):
    csv = (
        "kotak;induk;kondisi;indikator\nA;;Meningkatnya mutu;Indeks\nB;X;Menurunnya keluhan;Jumlah keluhan\n"
    )
    page = bringer.bring(csv.encode(), "pohon.csv")
    assert "belum tersambung" in page.text
    assert "/aturan/parent-unknown" in bringer.send(page).text


def test_it_is_taken_as_pdf_and_as_boxes_that_read_back(bringer, reviewed):
    assert bringer.send(reviewed, "/periksa/ulasan.pdf").data.startswith(b"%PDF")
    taken = bringer.send(reviewed, "/periksa/iku.xlsx")
    assert taken.headers["Content-Disposition"].endswith("pohon-kinerja.xlsx")
    assert load_workbook(io.BytesIO(taken.data)).sheetnames == ["Pohon kinerja"]
    (found,) = find(taken.data, "pohon-kinerja.xlsx")
    assert [box.key for box in found.cascade.boxes] == ["1", "1.1", "1.1.1", "1.2"]


def test_what_is_kept_gives_the_same_review(app, bringer, reviewed):
    answer = bringer.send(reviewed, "/periksa/simpan")
    assert answer.status_code == 303
    number = int(re.search(r"/periksa/(\d+)$", answer.headers["Location"]).group(1))
    page = bringer.person.get(f"/periksa/{number}").text
    assert page.count('class="node-said"') == 4
    assert "pohon.xlsx" in bringer.person.get("/periksa").text
    with app.app_context():
        stored = session().get(Inspection, number)
        assert (stored.kind, stored.position) == ("cascade", "kepala-opd")
        assert keeping.subject_of(stored).review() == stored.review
    assert bringer.person.post("/periksa/ulasan.pdf", {"kept": str(number)}).data.startswith(b"%PDF")


def test_it_goes_on_under_the_locked_top_of_the_exercise(app, bringer, cast, reviewed):
    assert CASCADE in reviewed.text
    assert "06-iku-opd-saya" not in reviewed.text, "a tree is no indicator table"
    answer = bringer.send(reviewed, "/periksa/lanjutkan", to=f"{cast.cohort}/{CASCADE}")
    assert answer.status_code == 303
    with app.app_context():
        exercise = current().get(CASCADE)
        boxes = drafts.find(cast.ana_membership, CASCADE).answer["boxes"]
        assert boxes[0]["condition"] == exercise.given[0]["condition"]
        assert {(box["key"], box["parent"]) for box in boxes} == {
            ("K1", ""),
            ("1.1", "K1"),
            ("1.2", "K1"),
            ("1.1.1", "1.1"),
        }
    page = bringer.person.get(answer.headers["Location"].partition("#")[0]).text
    assert "4 kotak dari dokumen Anda sudah menjadi draf." in page
    assert "Kotak K1 terkunci di latihan ini" in page


def test_a_draft_that_lies_there_is_asked_about_and_stays_as_a_copy(app, bringer, cast, reviewed):
    with app.app_context():
        exercise = current().get(CASCADE)
        mine = exercise.accept(exercise.samples[0].answer)
        drafts.save(cast.ana_membership, CASCADE, mine, 0)
    question = bringer.send(reviewed, "/periksa/lanjutkan", to=f"{cast.cohort}/{CASCADE}")
    assert question.status_code == 200
    assert "6 kotak terisi" in question.text
    answer = bringer.send(question, "/periksa/lanjutkan", confirmed="1")
    assert answer.status_code == 303
    with app.app_context():
        draft = drafts.find(cast.ana_membership, CASCADE)
        assert mine in [copy.answer for copy in drafts.copies(draft)]


def test_boxes_beyond_the_desk_are_told_before_they_stay_behind(app, bringer, cast):
    lines = ["kotak;induk;jabatan;kondisi", "P;;Kepala daerah;Warga sehat", "Q;P;Kepala OPD;Layanan bermutu"]
    lines += [f"nomor-panjang-{n};Q;Eselon III;Meningkatnya mutu {n}" for n in range(25)]
    reviewed = bringer.send(bringer.bring("\n".join(lines).encode(), "pohon.csv"))
    question = bringer.send(reviewed, "/periksa/lanjutkan", to=f"{cast.cohort}/{CASCADE}")
    assert "7 kotak tidak ikut" in question.text
    answer = bringer.send(question, "/periksa/lanjutkan", confirmed="0")
    assert answer.status_code == 303
    with app.app_context():
        boxes = drafts.find(cast.ana_membership, CASCADE).answer["boxes"]
        assert len(boxes) == 20
        assert {box["parent"] for box in boxes[1:]} == {"K1"}
        assert len({box["key"] for box in boxes}) == 20


def test_a_table_is_not_laid_on_the_desk_of_a_tree(bringer, cast, reviewed):
    table = bringer.send(bringer.bring_material("iku_dinas.xlsx"))
    assert CASCADE not in table.text
    assert bringer.send(table, "/periksa/lanjutkan", to=f"{cast.cohort}/{CASCADE}").status_code == 404
    tree = bringer.send(reviewed, "/periksa/lanjutkan", to=f"{cast.cohort}/06-iku-opd-saya")
    assert tree.status_code == 404


def test_no_unit_stands_twice_behind_a_target(bringer):
    csv = "kotak;induk;kondisi;indikator;target;satuan\nA;;Meningkatnya mutu;Indeks mutu;85%;%\n"
    page = bringer.send(bringer.bring(csv.encode(), "pohon.csv"))
    assert "<b>85%</b></p>" in page.text
