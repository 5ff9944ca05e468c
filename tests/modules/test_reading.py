"""Reading a module: what the page holds, what is remembered, and for whom."""

import re

import pytest
from flask import Flask

from workbench.db import session
from workbench.modules import library, reading
from workbench.modules.models import ModuleReading

FIRST, SECOND, LAST = (
    "01-hasil-bukan-kegiatan",
    "02-menyelaraskan-sasaran",
    "05-pohon-kinerja",
)


@pytest.fixture
def address(cast) -> str:
    """Where the modules of Ana's class stand."""
    return f"/kelas/{cast.cohort}/modul"


def _states(app: Flask, membership_id: int) -> dict[str, str]:
    with app.app_context():
        return {slug: state.value for slug, state in reading.states(membership_id).items()}


def test_a_module_reads_as_a_chapter_in_order(ana, address):
    page = ana.get(f"{address}/{FIRST}").text
    marks = ["Setelah membaca modul ini", *library.PARTS, "Periksa diri", "Sekarang berlatih", "Rujukan"]
    places = [page.index(f">{mark}</h2>") for mark in marks]
    assert places == sorted(places)
    assert "20 menit membaca" in page
    assert "Modul 1 dari 5" in page


def test_opening_begins_and_reaching_the_end_finishes_without_a_button(app, ana, cast, address):
    assert _states(app, cast.ana_membership) == {}
    ana.get(f"{address}/{FIRST}")
    assert _states(app, cast.ana_membership) == {FIRST: "sedang"}
    assert ana.post(f"{address}/{FIRST}/selesai").status_code == 204
    assert _states(app, cast.ana_membership) == {FIRST: "selesai"}
    assert "Sudah dibaca" in ana.get(f"{address}/{FIRST}").text


def test_the_script_finds_on_the_page_what_it_needs(ana, address):
    page = ana.get(f"{address}/{FIRST}").text
    token = re.search(r'data-token="([^"]+)"', page).group(1)
    where = re.search(r'data-finished="([^"]+)"', page).group(1)
    answer = ana.client.post(where, headers={"X-CSRFToken": token, "Accept": "application/json"})
    assert answer.status_code == 204


def test_without_javascript_going_on_finishes_and_leads_to_the_exercise(app, ana, cast, address):
    page = ana.get(f"{address}/{FIRST}").text
    link = re.search(r'href="([^"]+/lanjut\?ke=[^"]+)"', page).group(1)
    answer = ana.get(link)
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"/kelas/{cast.cohort}/latihan/01-mengenali-tingkat-hasil"
    assert _states(app, cast.ana_membership) == {FIRST: "selesai"}


def test_going_on_leads_to_the_next_module_and_from_the_last_to_the_class(ana, cast, address):
    assert ana.get(f"{address}/{FIRST}/lanjut").headers["Location"] == f"{address}/{SECOND}"
    assert ana.get(f"{address}/{LAST}/lanjut").headers["Location"] == f"/kelas/{cast.cohort}/"
    assert (
        ana.get(f"{address}/{FIRST}/lanjut?ke=//jahat.example").headers["Location"] == f"{address}/{SECOND}"
    )


def test_reading_again_keeps_the_first_time(app, ana, cast, address):
    for _time in range(3):
        ana.get(f"{address}/{FIRST}")
        ana.post(f"{address}/{FIRST}/selesai")
    with app.app_context():
        assert session().query(ModuleReading).count() == 1


def test_what_staff_reads_is_not_recorded(app, bram, cast, address):
    page = bram.get(f"{address}/{FIRST}").text
    assert "data-finished" not in page
    assert bram.post(f"{address}/{FIRST}/selesai").status_code == 204
    bram.get(f"{address}/{FIRST}/lanjut")
    with app.app_context():
        assert session().query(ModuleReading).count() == 0


@pytest.mark.parametrize("path", ["", "/lanjut"])
def test_an_unknown_module_and_another_class_do_not_exist(ana, carla, cast, address, path):
    assert ana.get(f"{address}/99-tidak-ada{path}").status_code == 404
    assert carla.get(f"{address}/{FIRST}{path}").status_code == 404
    assert ana.post(f"{address}/99-tidak-ada/selesai").status_code == 404


def test_three_checks_answer_with_their_reason_and_need_no_script(ana, address):
    page = ana.get(f"{address}/{FIRST}").text
    options = re.findall(r'<details class="option (option-\w+)">', page)
    assert options.count("option-right") == 3
    assert len(options) == 9
    assert page.count("<b>Benar.</b>") == 3
    assert page.count("<b>Belum tepat.</b>") == 6


def test_every_dotted_word_leads_to_an_explanation_on_the_page(ana, address):
    for slug in (FIRST, SECOND, LAST):
        page = ana.get(f"{address}/{slug}").text
        terms = re.findall(r'class="term"[^>]*href="#([^"]+)"|href="#([^"]+)"[^>]*class="term"', page)
        assert terms
        for names in terms:
            assert f'id="{"".join(names)}"' in page


def test_previous_and_next_stand_at_the_end(ana, address):
    page = ana.get(f"{address}/{SECOND}").text
    assert re.search(rf'rel="prev" href="{address}/{FIRST}"', page)
    assert re.search(rf'rel="next" href="{address}/{SECOND}/lanjut"', page)
    assert 'rel="prev"' not in ana.get(f"{address}/{FIRST}").text


def test_the_certainty_of_each_source_is_told_in_words(ana, address):
    page = ana.get(f"{address}/{FIRST}").text
    assert "(dibaca pada naskahnya)" in page
    assert "V1" not in page.split("Rujukan</h2>")[1]


def test_the_states_of_many_people_come_together(app, cast):
    with app.app_context():
        reading.opened(cast.ana_membership, FIRST)
        reading.finished(cast.eko_membership, SECOND)
        found = reading.states_of([cast.ana_membership, cast.eko_membership, 999])
    assert found == {
        cast.ana_membership: {FIRST: reading.State.OPENED},
        cast.eko_membership: {SECOND: reading.State.FINISHED},
    }
