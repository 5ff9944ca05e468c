"""The catalogue: every rule has a page that anybody can read, find and link to."""

import dataclasses
import html

import pytest

from workbench.catalogue.examples import bad_examples
from workbench.catalogue.views import without_holes
from workbench.reviewer import rules

NAMES = rules.names()


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_has_a_page_without_an_account(visitor, name):
    page = visitor.get(f"/aturan/{name}")
    assert page.status_code == 200
    for heading in ("Mengapa", "Kurang tepat", "Lebih baik", "Kapan boleh diabaikan", "Rujukan"):
        assert f"<h2>{heading}</h2>" in page.text
    assert "yaml" not in page.text
    assert "- sasaran:" not in page.text
    assert "{" not in page.text.split("<main")[1].split("</main")[0]


def test_examples_are_reviewed_with_the_words_marked(visitor):
    page = visitor.get("/aturan/not-a-measure").text
    assert "<mark>Meningkatnya</mark>" in page
    assert bad_examples("not-a-measure")[0].finding["message"] in html.unescape(page)


@pytest.mark.parametrize("name", ["signed-late", "condition-copied", "target-differs"])
def test_examples_of_documents_say_only_what_matters_and_what_is_read(visitor, name):
    page = html.unescape(visitor.get(f"/aturan/{name}").text)
    example = bad_examples(name)[0]
    assert example.finding is not None
    assert example.finding["message"] in page
    assert all(f'<th scope="row">{label}</th>' in page for label, _ in example.rows)


def test_the_index_lists_every_rule_under_its_principle(visitor):
    page = visitor.get("/aturan/").text
    assert all(f'href="/aturan/{name}"' in page for name in NAMES)
    assert f"{len(NAMES)} dari {len(NAMES)} aturan" in page


def test_it_finds_rules_by_words_principle_and_severity(visitor):
    found = visitor.get("/aturan/?cari=bukan+UKURAN&asas=terukur&tingkat=error").text
    assert 'href="/aturan/not-a-measure"' in found
    assert 'href="/aturan/source-missing"' not in found
    assert 'value="bukan UKURAN"' in found


def test_finding_nothing_says_what_to_do(visitor):
    page = visitor.get("/aturan/?cari=%3Cscript%3Exyzzy").text
    assert "Tidak ada aturan yang cocok" in page
    assert "<script>xyzzy" not in page
    assert 'href="/aturan/"' in page


def test_a_filter_that_does_not_exist_hides_nothing(visitor):
    assert f"{len(NAMES)} dari" in visitor.get("/aturan/?asas=khayalan&tingkat=khayalan").text


def test_a_rule_that_does_not_exist_is_not_found(visitor):
    assert visitor.get("/aturan/tidak-ada").status_code == 404


def test_a_former_name_leads_to_the_page(visitor, monkeypatch):
    page = rules.page("not-a-measure")
    renamed = dataclasses.replace(page, formerly=("bukan-ukuran",))
    real = rules.page
    monkeypatch.setattr(rules, "page", lambda name: renamed if name == "bukan-ukuran" else real(name))
    answer = visitor.get("/aturan/bukan-ukuran")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/aturan/not-a-measure")


def test_sentences_of_a_page_show_an_ellipsis_where_words_will_stand():
    assert without_holes("“{words}” belum apa yang dihitung: {why}.") == "… belum apa yang dihitung: …."
