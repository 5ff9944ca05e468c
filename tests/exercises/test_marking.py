"""Marks stand on the words at fault, whatever the places, and nothing typed becomes HTML."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from workbench.web.marking import marked


def test_words_are_marked_and_numbered():
    text = "Terlaksananya rapat koordinasi"
    assert (
        marked(text, [(0, 13, 1), (14, 19, 2)])
        == '<mark>Terlaksananya</mark><sup class="mark-no">1</sup> <mark>rapat</mark>'
        '<sup class="mark-no">2</sup> koordinasi'
    )


def test_overlapping_places_each_show_their_number_once():
    found = marked("abcdef", [(0, 4, 1), (2, 6, 2)], "temuan-3")
    assert found == (
        '<mark>ab</mark><mark>cd</mark><a class="mark-no" href="#temuan-3-1">1</a>'
        '<mark>ef</mark><a class="mark-no" href="#temuan-3-2">2</a>'
    )


def test_an_empty_cell_still_shows_the_number():
    assert marked("", [(0, 0, 1)]) == '<sup class="mark-no">1</sup>'


def test_what_was_typed_is_escaped_inside_and_outside_marks():
    found = marked('<b>x</b> & "y"', [(0, 3, 1)])
    assert found.startswith("<mark>&lt;b&gt;</mark>")
    assert "&lt;/b&gt; &amp; &#34;y&#34;" in found


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(-5, 50), st.integers(-5, 50)), max_size=6),
)
def test_the_text_is_never_changed_and_every_number_appears_once(text: str, places: list[tuple[int, int]]):
    numbered = [(start, end, number) for number, (start, end) in enumerate(places, start=1)]
    found = str(marked(text, numbered))
    plain = re.sub(r'<sup class="mark-no">\d+</sup>|</?mark>', "", found)
    assert html.unescape(plain) == text
    assert "<" not in plain
    shown = sorted(int(number) for number in re.findall(r'<sup class="mark-no">(\d+)</sup>', found))
    assert shown == list(range(1, len(places) + 1))
