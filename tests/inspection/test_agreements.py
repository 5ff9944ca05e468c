"""An agreement that somebody brings goes on as the draft of an agreement."""

import pytest

from tests.inspection.conftest import fields_of
from workbench.exercises import drafts
from workbench.exercises.library import current

OWN, CASE = "10-perjanjian-opd-saya", "07-perjanjian-kepala-dinas"


@pytest.fixture
def reviewed(bringer):
    """The review of the agreement of a head of agency."""
    return bringer.send(bringer.bring_material("pk_kepala_dinas.docx"))


def draft_of(app, cast, slug: str) -> dict:
    with app.app_context():
        return drafts.find(cast.ana_membership, slug).answer


def test_one_s_own_agreement_is_offered_first(reviewed, cast):
    assert fields_of(reviewed.text)["to"] == f"{cast.cohort}/{OWN}"
    assert "08-perjanjian-kepala-bidang" not in reviewed.text, "which is the form of another position"


def test_parties_both_tables_and_the_total_become_the_draft(app, cast, bringer, reviewed):
    answer = bringer.send(reviewed, "/periksa/lanjutkan", to=f"{cast.cohort}/{OWN}")
    assert answer.status_code == 303
    draft = draft_of(app, cast, OWN)
    assert draft["first"]["name"]
    assert draft["second"]["position"]
    assert draft["rows"][0]["indikator"] == "Angka kematian ibu"
    assert draft["programmes"][0]["budget"]
    assert draft["total"]
    assert "baris dari dokumen Anda" in bringer.person.get(answer.headers["Location"]).text


def test_what_an_exercise_locks_stays_as_given(app, cast, bringer, reviewed):
    bringer.send(reviewed, "/periksa/lanjutkan", to=f"{cast.cohort}/{CASE}")
    with app.app_context():
        given = current().get(CASE).blank()
    draft = draft_of(app, cast, CASE)
    assert (draft["unit"], draft["renstra"]) == (given["unit"], given["renstra"])
    assert draft["rows"][0]["indikator"] == "Angka kematian ibu"


def test_a_draft_that_lies_there_is_asked_about_and_stays_as_a_copy(app, cast, bringer, reviewed):
    to = f"{cast.cohort}/{OWN}"
    bringer.send(reviewed, "/periksa/lanjutkan", to=to)
    question = bringer.send(reviewed, "/periksa/lanjutkan", to=to)
    assert question.status_code == 200
    assert "Ganti draf yang ada?" in question.text
    assert bringer.send(question, "/periksa/lanjutkan", confirmed="1").status_code == 303


def test_a_table_is_not_offered_an_agreement(bringer, cast):
    page = bringer.send(bringer.bring_material("iku_dinas.xlsx"))
    assert OWN not in page.text
    assert bringer.send(page, "/periksa/lanjutkan", to=f"{cast.cohort}/{OWN}").status_code == 404


def test_a_part_that_is_too_long_is_named(bringer, cast):
    content = (
        "first: {name: Maya Larasati, position: Kepala Dinas Kesehatan}\n"
        "rows: [{sasaran: Menurunnya kematian ibu, indikator: Angka kematian ibu, target: '138'}]\n"
        f"programmes: [{{name: Program Kesehatan, budget: '1.000', note: {'x' * 2100}}}]\n"
    )
    page = bringer.send(bringer.bring(content.encode(), "pk.yaml"))
    refused = bringer.send(page, "/periksa/lanjutkan", to=f"{cast.cohort}/{OWN}")
    assert refused.status_code == 422
    assert "Program 1" in refused.text
