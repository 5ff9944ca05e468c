"""The review of a long table is sent while it is made: how far it is, then what it says."""

import re
import zlib

import pytest

from tests.inspection.conftest import Bringer, book, fields_of, row
from workbench.reviewer import underway

#: A table that counts as long here, so that nothing has to be waited for.
COUNT = 40
LINE = re.compile(r'<p><progress max="(\d+)" value="(\d+)" aria-hidden="true"></progress> ([^<]*)</p>')


@pytest.fixture(autouse=True)
def long(monkeypatch) -> None:
    """More than thirty rows are long."""
    monkeypatch.setattr(underway, "LONG", 30)


@pytest.fixture
def understood(bringer: Bringer) -> dict[str, str]:
    """The form of a long table that was read, its sasaran the same in many rows."""
    rows = [row(number % 7, good=number % 3 > 0) for number in range(COUNT)]
    return fields_of(bringer.bring(book(rows), "panjang.xlsx").text)


def sent(person, fields, **headers: str):
    """The answer as it comes, not yet read."""
    data = {"csrf_token": person.token(), **fields}
    return person.client.post("/periksa/ulasan", data=data, headers=headers, buffered=False)


def main_of(page: str) -> str:
    """What a page says, without its token and without what tells the progress."""
    text = re.sub(r'name="csrf_token" value="[^"]*"', "", page.partition("<main")[2])
    return re.sub(r'<div class="underway".*?</div>', "", text, flags=re.DOTALL)


def test_it_tells_how_far_it_is_before_it_says_anything(ana, understood):
    pieces = [piece.decode() for piece in sent(ana, understood).response]
    assert "<h1>Ulasan dokumen</h1>" in pieces[0]
    assert "0 dari 40 baris diperiksa" in pieces[0]
    told = [LINE.search(piece).groups() for piece in pieces[:-1]]
    assert told == [("40", str(done), f"{done} dari 40 baris diperiksa") for done in range(0, 41, 4)]
    assert 'class="verdict"' in pieces[-1]
    assert not any('class="verdict"' in piece for piece in pieces[:-1])


def test_a_line_is_sent_before_the_next_rows_are_looked_at(ana, understood, monkeypatch):
    looked_at = []
    judged = underway.judged

    def watched(table):
        for one in judged(table):
            looked_at.append(one)
            yield one

    monkeypatch.setattr(underway, "judged", watched)
    pieces = iter(sent(ana, understood).response)
    next(pieces)
    assert looked_at == []
    next(pieces)
    assert len(looked_at) == 4


def test_compression_does_not_hold_it_back(ana, understood):
    answer = sent(ana, understood, **{"Accept-Encoding": "gzip, br"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["X-Accel-Buffering"] == "no"
    unpacking = zlib.decompressobj(31)
    pieces = iter(answer.response)
    assert unpacking.decompress(next(pieces)).decode().rstrip().endswith("0 dari 40 baris diperiksa</p>")
    assert unpacking.decompress(next(pieces)).decode().rstrip().endswith("4 dari 40 baris diperiksa</p>")
    rest = unpacking.decompress(b"".join(pieces)).decode()
    assert rest.rstrip().endswith("</html>")
    assert unpacking.eof


def test_it_is_the_review_that_a_page_sent_at_once_would_show(ana, understood, monkeypatch):
    streamed = ana.post("/periksa/ulasan", {**understood, "page": "2"}).text
    monkeypatch.setattr(underway, "LONG", COUNT)
    at_once = ana.post("/periksa/ulasan", {**understood, "page": "2"}).text
    assert 'class="underway"' in streamed
    assert 'class="underway"' not in at_once
    assert main_of(streamed).split() == main_of(at_once).split()


def test_a_message_is_shown_on_it_once(ana, understood):
    data = {"csrf_token": ana.token(), **understood}
    with ana.client.session_transaction() as session:
        session["_flashes"] = [("message", "Tersimpan sebentar.")]
    assert "Tersimpan sebentar." in ana.client.post("/periksa/ulasan", data=data).text
    assert "Tersimpan sebentar." not in ana.get("/periksa").text


@pytest.mark.parametrize("where", ["workbench.reviewer.underway.whole", "workbench.inspection.waiting.leaf"])
def test_a_failure_on_the_way_ends_in_a_sentence_and_the_same_form(
    ana, understood, monkeypatch, caplog, where
):
    def failing(*_arguments):
        raise RuntimeError("rusak")

    with monkeypatch.context() as broken:
        broken.setattr(where, failing)
        page = ana.post("/periksa/ulasan", understood).text
    assert "40 dari 40 baris diperiksa" in page
    assert "Pemeriksaan terhenti karena gangguan pada server." in page
    assert "rusak" not in page
    incident = re.search(r"<code>(\w{8})</code>", page).group(1)
    assert incident in caplog.text
    again = fields_of(page)
    assert again == understood
    assert 'class="verdict"' in ana.post("/periksa/ulasan", again).text


def test_a_failure_before_anything_is_sent_is_an_error_like_any_other(app, ana, understood, monkeypatch):
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    monkeypatch.setattr("workbench.inspection.views.continuing.desks", lambda _memberships: 1 / 0)
    answer = ana.post("/periksa/ulasan", understood)
    assert answer.status_code == 500
    assert "Terjadi gangguan pada server" in answer.text


def test_it_speaks_the_language_of_the_reader(ana, understood):
    ana.post("/bahasa", {"language": "en"})
    page = ana.post("/periksa/ulasan", understood).text
    assert "0 of 40 rows reviewed" in page
    assert "baris diperiksa" not in page


def test_a_table_of_the_usual_length_comes_at_once(bringer):
    page = bringer.reviewed(book([row(number) for number in range(30)]))
    assert 'class="underway"' not in page.text
    assert not page.is_streamed
