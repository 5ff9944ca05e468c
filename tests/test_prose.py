"""Markdown becomes HTML that is safe, has one outline, and explains its terms once."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.prose import HEADINGS, anchor, glossary, plain, raw_html, render, sections

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[klik](javascript:alert(1))",
    "![gambar](https://jahat.example/x.png)",
    '<a href="x" onclick="alert(1)">klik</a>',
    "<style>body{display:none}</style>",
    '<iframe src="//jahat.example"></iframe>',
    "[klik](data:text/html;base64,PHNjcmlwdD4=)",
    "| a |\n|---|\n| <svg onload=alert(1)> |",
    "> <form action=//jahat.example><input></form>",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_typed_html_is_shown_and_never_obeyed(attack: str):
    html = render(attack, {"klik": '"><script>alert(1)</script>'})
    for live in (
        "<script",
        "<img",
        "<style",
        "<iframe",
        "<svg",
        "<form",
        "<input",
        "javascript:",
        "data:text",
    ):
        assert live not in html
    assert 'onclick="' not in html


@given(st.text(alphabet="<>/\"'`#*[]()|-_~&;!: \n\taبx1", max_size=120))
def test_whatever_is_typed_only_known_tags_come_out(text: str):
    tags = {tag.lower() for tag in re.findall(r"</?([a-zA-Z][a-zA-Z0-9]*)", render(text))}
    known = {
        *HEADINGS,
        "p",
        "em",
        "strong",
        "code",
        "pre",
        "ul",
        "ol",
        "li",
        "a",
        "blockquote",
        "hr",
        "br",
        "del",
    }
    assert tags <= known | {"div", "table", "thead", "tbody", "tr", "th", "td"}


def test_the_largest_heading_takes_the_given_level_and_smaller_ones_follow():
    html = render("## Satu\n\nisi\n\n#### Dua", top=3)
    assert '<h3 id="satu">' in html
    assert '<h5 id="dua">' in html
    assert '<h1 id="satu">' not in render("# Satu")


def test_a_table_scrolls_in_its_own_box_and_says_what_its_headings_are():
    html = render("| Indikator | Target |\n|---|--:|\n| IKM | 85 |")
    assert html.startswith('<div class="table-scroll" role="group" aria-label="Tabel" tabindex="0">')
    assert '<th scope="col">Indikator</th>' in html
    assert '<td align="right">85</td>' in html
    assert "style=" not in html


def test_a_term_is_marked_once_and_leads_to_its_explanation():
    terms = {"outcome": "Perubahan yang dirasakan warga.", "IKU": "Indikator kinerja utama."}
    html = render("Sebuah Outcome, bukan outcomes. IKU dan iku. Sekali lagi outcome dan IKU.", terms)
    assert html.count('class="term"') == 2
    assert ">Outcome</a>" in html
    assert ">IKU</a> dan iku" in html
    for term in terms:
        assert f'href="#{anchor(term)}"' in html
        assert f'id="{anchor(term)}"' in glossary(terms)


def test_terms_are_left_alone_in_headings_links_and_code_and_the_longest_wins():
    terms = {"sasaran": "S", "sasaran strategis": "SS"}
    html = render("## sasaran\n\n`sasaran` [sasaran](/x) lalu *sasaran strategis* dan sasaran.", terms)
    assert html.count('class="term"') == 2
    assert '">sasaran strategis</a>' in html
    assert '<code>sasaran</code> <a href="/x">sasaran</a>' in html


def test_a_term_inside_emphasis_and_several_in_one_paragraph_keep_their_order():
    html = render("a b **c** d", {"a": "1", "b": "2", "c": "3", "d": "4"})
    assert plain("a b **c** d") == "a b c d"
    assert [html.index(f">{letter}</a>") for letter in "abcd"] == sorted(
        html.index(f">{x}</a>") for x in "abcd"
    )


def test_a_number_stays_with_its_percent_sign():
    assert "85\N{NO-BREAK SPACE}%" in str(render("85 %").unescape())


def test_sections_are_cut_at_their_headings():
    first, second = sections("awal\n\n## A & B\n\nsatu\n\n### kecil\n\n## C\n\ndua")
    assert (first.title, second.title) == ("A & B", "C")
    assert '<h3 id="kecil">' in first.html
    assert "dua" not in first.html


def test_html_in_a_text_is_told_with_its_line_and_code_is_not():
    text = "a < b\n`<b>`\n<b>tebal</b>\n<https://contoh.go.id>\n<!-- catatan -->"
    assert list(raw_html(text)) == [(3, "<b>"), (3, "</b>"), (5, "<!--")]
