"""What can be done with a review: take it away, keep it, delete it, go on in an exercise."""

import html
import io
import re
import time

import pytest
from openpyxl import load_workbook

from tests.inspection.conftest import Bringer, book, fields_of, row
from workbench.db import session
from workbench.documents.finding import as_table, find
from workbench.exercises import drafts
from workbench.exercises.kinds.indicator_table import IndicatorTable
from workbench.exercises.library import current
from workbench.inspection import keeping, paging
from workbench.inspection.models import Inspection
from workbench.reviewer import review
from workbench.reviewer.report import arithmetic


@pytest.fixture
def slug(app) -> str:
    """An indicator-table exercise that starts empty."""
    with app.app_context():
        return next(one.slug for one in current() if isinstance(one, IndicatorTable) and not one.given)


def kept_id(answer) -> int:
    return int(re.search(r"/periksa/(\d+)$", answer.headers["Location"]).group(1))


def test_the_review_comes_as_pdf(bringer):
    answer = bringer.send(bringer.reviewed(book([row(), row(2, good=False)])), "/periksa/ulasan.pdf")
    assert answer.mimetype == "application/pdf"
    assert answer.data.startswith(b"%PDF")
    assert "attachment" in answer.headers["Content-Disposition"]


def test_the_table_comes_as_xlsx_and_can_be_brought_again(bringer):
    page = bringer.send(bringer.bring_material("pk_kepala_dinas.docx"), table="0")
    answer = bringer.send(page, "/periksa/iku.xlsx")
    assert answer.mimetype.endswith("spreadsheetml.sheet")
    assert "IKU" in load_workbook(io.BytesIO(answer.data)).sheetnames
    rows = as_table(find(answer.data, "iku.xlsx")[0]).rows
    assert rows[0].indikator == "Angka kematian ibu"


def test_a_review_is_kept_only_when_the_person_says_so_and_only_for_them(app, bringer, bram, cast):
    reviewed = bringer.reviewed(book([row(), row(2, good=False)]))
    answer = bringer.send(reviewed, "/periksa/simpan")
    assert answer.status_code == 303
    number = kept_id(answer)
    assert kept_id(bringer.send(reviewed, "/periksa/simpan")) == number  # pressed twice
    page = bringer.person.get(f"/periksa/{number}")
    assert "berkas aslinya tidak kami simpan" in page.text
    score = re.search(r'class="score">.*?</span>(\d+)', reviewed.text).group(1)
    assert re.search(r'class="score">.*?</span>(\d+)', page.text).group(1) == score
    assert "iku.xlsx" in bringer.person.get("/periksa").text
    assert "iku.xlsx" not in bram.get("/periksa").text
    assert bram.get(f"/periksa/{number}").status_code == 404
    assert bram.post(f"/periksa/{number}/hapus").status_code == 404
    assert bram.post("/periksa/ulasan.pdf", {"kept": str(number)}).status_code == 404
    with app.app_context():
        stored = session().get(Inspection, number)
        assert stored.content["rows"][0][1] == row()[1]
        assert stored.user_id == cast.ana


@pytest.mark.parametrize("name", ["iku_dinas.xlsx", "pk_kepala_dinas.docx"])
def test_what_is_kept_gives_the_same_papers(app, bringer, name):
    reviewed = bringer.send(bringer.bring_material(name))
    number = kept_id(bringer.send(reviewed, "/periksa/simpan"))
    with app.app_context():
        stored = session().get(Inspection, number)
        assert keeping.subject_of(stored).review() == stored.review
    table = as_table(find(bringer.send(reviewed, "/periksa/iku.xlsx").data, "iku.xlsx")[0])
    again = bringer.person.post("/periksa/iku.xlsx", {"kept": str(number)})
    assert as_table(find(again.data, "iku.xlsx")[0]) == table
    assert bringer.person.post("/periksa/ulasan.pdf", {"kept": str(number)}).data.startswith(b"%PDF")


def test_what_is_deleted_is_gone(app, bringer):
    number = kept_id(bringer.send(bringer.reviewed(book([row()])), "/periksa/simpan"))
    assert bringer.person.post(f"/periksa/{number}/hapus").status_code == 303
    assert bringer.person.get(f"/periksa/{number}").status_code == 404
    with app.app_context():
        assert session().get(Inspection, number) is None


def test_nobody_keeps_without_end(bringer, monkeypatch):
    monkeypatch.setattr(keeping, "MOST", 1)
    bringer.send(bringer.reviewed(book([row()])), "/periksa/simpan")
    page = bringer.send(bringer.reviewed(book([row(2)])), "/periksa/simpan")
    assert page.status_code == 422
    assert "Anda sudah menyimpan 1 ulasan" in page.text
    assert fields_of(page.text)["carried"]


def test_the_table_becomes_the_draft_of_an_untouched_exercise(app, bringer, cast, slug):
    reviewed = bringer.reviewed(book([row(), row(2)]))
    assert "(kosong)" in reviewed.text
    answer = bringer.send(reviewed, "/periksa/lanjutkan", to=f"{cast.cohort}/{slug}")
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"/kelas/{cast.cohort}/latihan/{slug}#draf"
    with app.app_context():
        draft = drafts.find(cast.ana_membership, slug)
        assert [cells["indikator"] for cells in draft.answer["rows"]] == [row()[1], row(2)[1]]
        assert draft.version == 1


def test_a_draft_is_replaced_only_when_the_person_agrees_and_stays_as_a_copy(app, bringer, cast, slug):
    with app.app_context():
        exercise = current().get(slug)
        mine = {"rows": [{**exercise.empty_row(), "indikator": "Tulisan saya"}]}
        drafts.save(cast.ana_membership, slug, {"rows": [exercise.empty_row()]}, 0)
        drafts.save(cast.ana_membership, slug, mine, 1)
    reviewed = bringer.reviewed(book([row()]))
    question = bringer.send(reviewed, "/periksa/lanjutkan", to=f"{cast.cohort}/{slug}")
    assert question.status_code == 200
    assert "Ganti draf yang ada?" in question.text
    assert "1 baris terisi" in question.text
    with app.app_context():
        assert drafts.find(cast.ana_membership, slug).answer == mine
    answer = bringer.send(question, "/periksa/lanjutkan", confirmed="2")
    assert answer.status_code == 303
    assert "tetap ada sebagai salinan" in bringer.person.get(answer.headers["Location"]).text
    with app.app_context():
        draft = drafts.find(cast.ana_membership, slug)
        assert draft.answer["rows"][0]["indikator"] == row()[1]
        assert mine in [copy.answer for copy in drafts.copies(draft)]


def test_a_draft_that_changed_in_the_meantime_is_not_replaced(app, bringer, cast, slug):
    with app.app_context():
        exercise = current().get(slug)
        for version, words in enumerate(("Pertama", "Kedua", "Ketiga")):
            answer = {"rows": [{**exercise.empty_row(), "indikator": words}]}
            drafts.save(cast.ana_membership, slug, answer, version)
    reviewed = bringer.reviewed(book([row()]))
    question = bringer.send(reviewed, "/periksa/lanjutkan", to=f"{cast.cohort}/{slug}", confirmed="2")
    assert question.status_code == 409
    assert "baru saja berubah" in question.text
    assert 'name="confirmed" value="3"' in question.text
    with app.app_context():
        assert drafts.find(cast.ana_membership, slug).answer["rows"][0]["indikator"] == "Ketiga"


def test_more_rows_than_the_exercise_holds_are_asked_about(app, bringer, cast, slug):
    with app.app_context():
        most = current().get(slug).most_rows
    reviewed = bringer.reviewed(book([row(number) for number in range(most + 2)]))
    question = bringer.send(reviewed, "/periksa/lanjutkan", to=f"{cast.cohort}/{slug}")
    assert "2 baris tidak ikut" in question.text
    bringer.send(question, "/periksa/lanjutkan", confirmed="0")
    with app.app_context():
        assert len(drafts.find(cast.ana_membership, slug).answer["rows"]) == most


def test_a_cell_too_long_for_the_exercise_is_named(bringer, cast, slug):
    long = ("Meningkatnya mutu", "Indeks mutu " + "panjang " * 400, "indeks", "80")
    page = bringer.send(
        bringer.reviewed(book([row(), long])), "/periksa/lanjutkan", to=f"{cast.cohort}/{slug}"
    )
    assert page.status_code == 422
    assert "Baris 2, kolom Indikator kinerja" in page.text


@pytest.mark.parametrize("to", ["", "x/y", "999/06", "{other}/{slug}", "{cohort}/tidak-ada", "²/06"])
def test_it_goes_on_only_in_an_exercise_of_the_own_class(bringer, cast, slug, to):
    place = to.format(other=cast.other_cohort, cohort=cast.cohort, slug=slug)
    answer = bringer.send(bringer.reviewed(book([row()])), "/periksa/lanjutkan", to=place)
    assert answer.status_code == 404


def test_a_kept_review_goes_on_too(app, bringer, cast, slug):
    number = kept_id(bringer.send(bringer.reviewed(book([row()])), "/periksa/simpan"))
    fields = {"kept": str(number), "to": f"{cast.cohort}/{slug}"}
    assert bringer.person.post("/periksa/lanjutkan", fields).status_code == 303
    question = bringer.person.post("/periksa/lanjutkan", fields)
    assert f'href="/periksa/{number}"' in question.text  # the way back


def many(count: int) -> bytes:
    return book([row(number, good=number % 3 > 0) for number in range(1, count + 1)])


def test_many_rows_come_fifty_a_page_those_that_need_work_first(bringer):
    page = bringer.reviewed(many(120))
    assert "Halaman 1 dari 3" in page.text
    assert page.text.count('class="reviewed"') == 50
    assert "Temuan menurut aturan" in page.text
    scores = [int(score) for score in re.findall(r'row-score">.*?</span>(\d+)', page.text)]
    assert scores[1:] == sorted(scores[1:])
    last = bringer.send(page, page="3")
    assert last.text.count('class="reviewed"') == 20
    assert bringer.send(page, page="99").text.count('class="reviewed"') == 20
    shown = {
        number
        for number_page in "123"
        for number in re.findall(r'id="ulasan-baris-(\d+)"', bringer.send(page, page=number_page).text)
    }
    assert shown == {str(number) for number in range(1, 121)}


def test_the_pages_of_a_kept_review_are_links(bringer):
    number = kept_id(bringer.send(bringer.reviewed(many(60)), "/periksa/simpan"))
    page = bringer.person.get(f"/periksa/{number}?page=2")
    assert page.text.count('class="reviewed"') == 10
    assert f'href="/periksa/{number}?page=1"' in html.unescape(page.text)


def test_the_arithmetic_of_many_rows_still_adds_up():
    document = review(as_table(find(many(120), "iku.xlsx")[0]))
    steps = paging.steps_of(document)
    assert sum(points for _label, points in steps) == document["score"]
    assert len(steps) < len(arithmetic(document))
    assert paging.leaf(document, 2).feedback.score == document["score"]


def test_a_pdf_of_many_rows_prints_those_that_need_work(monkeypatch):
    monkeypatch.setattr(paging, "PRINTED", 10)
    document = review(as_table(find(many(60), "iku.xlsx")[0]))
    part, count = paging.printable(document)
    assert count == len(part["rows"]) == 10
    assert max(one["score"] for one in part["rows"][1:]) <= min(one["score"] for one in document["rows"]) + 40
    assert part["score"] == document["score"]


def test_two_thousand_rows_are_read_quickly_and_told_beforehand(bringer):
    began = time.perf_counter()
    understood = bringer.bring(many(2000))
    assert "2.000" in understood.text
    assert len(fields_of(understood.text)["carried"]) < 200_000
    assert time.perf_counter() - began < 10  # the figure itself is kept by `make bench`


def test_a_class_page_and_the_menu_lead_to_it(bringer, cast):
    page = bringer.person.get(f"/kelas/{cast.cohort}/")
    assert page.text.count('href="/periksa"') == 3
    assert 'href="/periksa"' in Bringer(bringer.person).person.get("/akun").text
