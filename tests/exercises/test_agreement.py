"""A perjanjian kinerja on the desk: its form by position, where it starts from, what a file brings back."""

import io
import re

import pytest
from flask import Flask

from tests.exercises.conftest import TABLE
from workbench.db import session
from workbench.documents import agreement_docx, tables
from workbench.exercises import attempts, drafts
from workbench.exercises.kinds.agreement import Agreement
from workbench.exercises.kinds.base import Unreadable
from workbench.exercises.models import Attempt
from workbench.reviewer.document import Position

HEAD = "07-perjanjian-kepala-dinas"
DIVISION = "08-perjanjian-kepala-bidang"


@pytest.fixture
def exercise(library) -> Agreement:
    """The agreement of a head of agency."""
    return library.get(HEAD)


@pytest.fixture
def good(exercise) -> dict:
    """A sound agreement, as a draft."""
    return exercise.accept(exercise.samples[0].answer)


@pytest.fixture
def page(room) -> str:
    """The desk of the head's agreement."""
    return f"{room}/latihan/{HEAD}"


def spelled(answer: dict, **more: str) -> dict[str, str]:
    """An agreement as the fields of its form."""
    fields = {name: text for name, text in answer.items() if isinstance(text, str)}
    for group in ("first", "second"):
        fields |= {f"{group}.{name}": text for name, text in answer[group].items()}
    for part in ("rows", "programmes"):
        for index, cells in enumerate(answer[part]):
            fields |= {f"{part}.{index}.{name}": text for name, text in cells.items()}
    return {**fields, **{f"iku.{index}": name for index, name in enumerate(answer["iku"])}, **more}


def test_the_form_and_a_program_send_the_same_draft(app: Flask, ana, cast, page, good):
    assert ana.post(page, spelled(good, aksi="simpan", versi="0")).status_code == 303
    with app.app_context():
        assert drafts.find(cast.ana_membership, HEAD).answer == good
    saved = ana.client.put(
        f"{page}/draf", json={"version": 1, "answer": good}, headers={"X-CSRFToken": ana.token()}
    )
    assert saved.json["version"] == 1, "saving the same again changes nothing"


def test_what_is_locked_stands_as_given_whatever_is_sent(exercise, good):
    sent = {**good, "unit": "Dinas Lain", "budget_date": "1 Desember 2026"}
    accepted = exercise.accept(sent)
    assert (accepted["unit"], accepted["budget_date"]) == (good["unit"], "5 Januari 2026")


def test_a_head_of_region_signs_alone(exercise, good):
    alone = exercise.model_copy(update={"position": Position.REGIONAL_HEAD})
    accepted = alone.accept(good)
    assert not any(accepted["second"].values())
    rules = {
        finding["rule"] for finding in alone.review(alone.complete(accepted, submitting=True))["findings"]
    }
    assert not rules & {"party-missing", "parties-equal"}


def test_the_form_follows_the_position(ana, room):
    head, division = (ana.get(f"{room}/latihan/{slug}").text for slug in (HEAD, DIVISION))
    assert "Sasaran strategis" in head
    assert "Sasaran program" in division
    assert "Program/kegiatan" in division
    assert re.search(r'name="second.name"[^>]*value="Darmawan Tirtayasa"[^>]*readonly', division)


@pytest.mark.parametrize(
    "wrong",
    [
        {"first": "Darmawan"},
        {"first": {"name": 5}},
        {"programmes": "banyak"},
        {"programmes": [1]},
        {"programmes": [{"name": None}]},
        {"programmes": [{}] * 99},
        {"year": 2026},
        {"year": "2" * 3000},
        {"iku": "satu"},
        {"iku": [["satu"]]},
        {"iku": [{"indikator": 3}]},
    ],
    ids=str,
)
def test_parts_of_another_shape_are_told_and_never_an_error(exercise, good, wrong):
    assert isinstance(exercise.accept({**good, **wrong}), Unreadable)


def test_missing_parties_are_for_the_reviewer_to_tell(exercise, good):
    ready = exercise.parse({**good, "first": {}, "second": {}})
    assert not isinstance(ready, Unreadable)
    assert "party-missing" in {finding["rule"] for finding in exercise.review(ready)["findings"]}


def test_it_asks_for_rows_and_programmes_before_it_is_sent(exercise, good):
    few = exercise.parse({**good, "rows": good["rows"][:1]})
    assert isinstance(few, Unreadable)
    assert list(few.fields) == ["rows.1.sasaran"]
    none = exercise.parse({**good, "programmes": []})
    assert isinstance(none, Unreadable)
    assert list(none.fields) == ["programmes.0.name"]
    assert not isinstance(exercise.parse({**good, "programmes": []}, submitting=False), Unreadable)


def test_both_tables_grow_and_shrink_without_javascript(app, ana, cast, page, good):
    ana.post(page, spelled(good, aksi="tambah-program", versi="0"))
    answer = _draft(app, cast)
    assert len(answer["programmes"]) == 5
    added = ana.post(page, spelled(answer, aksi="tambah-baris", versi="1"))
    assert added.headers["Location"].endswith("#baris-5")
    ana.post(page, spelled(_draft(app, cast), aksi="hapus-program:0", versi="2"))
    ana.post(page, spelled(_draft(app, cast), aksi="hapus-baris:0", versi="3"))
    answer = _draft(app, cast)
    assert answer["programmes"][0]["name"] == "Program Pendaftaran Penduduk"
    assert answer["rows"][0] == good["rows"][1]


def test_it_starts_from_the_own_iku_table(app, ana, cast, library, page, better):
    assert "Ambil dari tabel IKU saya" not in ana.get(page).text
    with app.app_context():
        table = library.get(TABLE)
        attempts.submit(cast.ana_membership, table, table.parse(better))
    text = ana.get(page).text
    assert "berasal dari tabel IKU Anda sendiri" in text
    for cells in better["rows"]:
        assert cells["indikator"] in text


def test_own_indicators_are_then_the_list_they_are_compared_with(exercise, good, better):
    started = exercise.started(better["rows"])
    answer = exercise.parse({**good, "rows": started["rows"], "iku": started["iku"]})
    rules = {f["rule"] for row in exercise.review(answer)["rows"] for f in row["findings"]}
    assert "indicator-outside-iku" not in rules
    others = exercise.parse({**good, "rows": started["rows"]})
    assert "iku-left-out" in {finding["rule"] for finding in exercise.review(others)["findings"]}


def test_the_table_can_be_fetched_again_and_the_old_rows_stay_as_a_copy(
    app, ana, cast, library, page, good, better
):
    ana.post(page, spelled(good, aksi="simpan", versi="0"))
    with app.app_context():
        table = library.get(TABLE)
        attempts.submit(cast.ana_membership, table, table.parse(better))
    ana.post(page, spelled(good, aksi="ambil-iku", versi="1"))
    answer = _draft(app, cast)
    assert answer["rows"][0]["indikator"] == better["rows"][0]["indikator"]
    assert answer["programmes"] == good["programmes"]
    with app.app_context():
        draft = drafts.find(cast.ana_membership, HEAD)
        assert good in [copy.answer for copy in drafts.copies(draft)]


def test_findings_about_the_whole_name_their_place_and_lead_there(app, ana, page, good):
    bad = {**good, "annex_year": "2025", "total": "1.000.000"}
    sent = ana.post(page, spelled(bad, aksi="kirim", versi="0"))
    text = ana.get(sent.headers["Location"]).text
    assert "Perjanjian secara keseluruhan" in text
    assert f'href="{page}#isian-annex_year"' in text
    assert f'href="{page}#isian-total"' in text
    assert "Program Pendaftaran Penduduk" in text
    assert 'id="isian-annex_year"' in ana.get(page).text


def test_copying_the_superior_is_not_passed_whatever_the_score(library):
    exercise = library.get(DIVISION)
    copied = next(sample for sample in exercise.samples if sample.name == "menyalin atasan")
    document = exercise.review(exercise.parse(copied.answer))
    assert document["score"] >= exercise.pass_score
    assert not exercise.passed(document)


def test_the_draft_is_taken_home_and_brought_back_without_loss(app, ana, cast, page, good):
    good["first"]["name"] = "Darmawan & <Tirtayasa>"
    ana.post(page, spelled(good, aksi="simpan", versi="0"))
    paper = ana.get(f"{page}/draf.docx")
    assert paper.headers["Content-Disposition"] == (
        'attachment; filename="perjanjian-kinerja-latihan-07.docx"'
    )
    emptied = {**good, "rows": [], "programmes": [], "place": "", "date": ""}
    sent = ana.post(
        f"{page}/unggah",
        {**spelled(emptied, versi="1"), "berkas": (io.BytesIO(paper.data), "perjanjian.docx")},
        content_type="multipart/form-data",
    )
    assert sent.status_code == 303
    answer = _draft(app, cast)
    for part in ("first", "second", "rows", "programmes", "place", "date", "year", "annex_year", "total"):
        assert answer[part] == good[part], part


def test_an_agreement_of_somebody_else_fills_what_is_free_and_leaves_what_is_locked(
    app, ana, cast, page, good
):
    exercise: Agreement = app.extensions["exercises"].get(HEAD)
    other = exercise.model_copy(update={"locked": []})
    paper = other.paper({**good, "unit": "Dinas Lingkungan Hidup"})
    data = {**spelled(good, versi="0"), "berkas": (io.BytesIO(agreement_docx.write(paper)), "a.docx")}
    assert ana.post(f"{page}/unggah", data, content_type="multipart/form-data").status_code == 303
    assert _draft(app, cast)["unit"] == good["unit"]


def test_an_attempt_comes_out_as_document_and_review(app, ana, page, good):
    sent = ana.post(page, spelled(good, aksi="kirim", versi="0"))
    address = sent.headers["Location"]
    text = ana.get(address).text
    for name in ("isi.docx", "isi.pdf", "isi.xlsx", "ulasan.pdf"):
        assert f"{address}/{name}" in text
        assert ana.get(f"{address}/{name}").status_code == 200
    table = tables.read_bytes("a.docx", ana.get(f"{address}/isi.docx").data)
    assert [row.indikator for row in table.rows] == [cells["indikator"] for cells in good["rows"]]
    with app.app_context():
        assert session().query(Attempt).count() == 1


def _draft(app: Flask, cast) -> dict:
    with app.app_context():
        session().expire_all()
        return drafts.find(cast.ana_membership, HEAD).answer
