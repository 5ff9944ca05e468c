"""With English chosen, every page that a link leads to speaks English; Indonesian content says that it is."""

import io
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from flask import Flask
from flask.testing import FlaskClient

from workbench import create_app, db, formats
from workbench.certificates import criteria, issue
from workbench.cohorts.models import Cohort
from workbench.config import Settings
from workbench.demo import telling
from workbench.exercises.models import Attempt, Objection
from workbench.people.models import User
from workbench.web.language import pick

CATALOGUE = Path(__file__).parents[1] / "workbench" / "translations" / "en" / "LC_MESSAGES" / "messages.po"

#: Words of the Indonesian interface that no name of the demo contains.
INDONESIAN = re.compile(
    r"\b(yang|belum|sudah|tidak|Anda|untuk|atau|dari|lagi|orang|menit|baris|temuan|pukul|lulus|macet|"
    r"kirim|simpan|periksa|masuk|keluar|kelas|latihan|percobaan|peserta|fasilitator|penyelenggara|sertifikat|"
    r"kehadiran|pengaturan|aturan|skor|draf|lanjutkan|mulai|selesai|cari|ubah|hapus|unduh|tambah|jadwal|sesi|"
    r"nama|tanggal|tempat|kembali|sandi|akun|wajib|saran|koreksi|komentar|nilai|"
    r"Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Januari|Februari|Maret|Mei|Juni|Juli|Agustus|Oktober|Desember)\b",
    re.IGNORECASE,
)
#: Attributes that are read out or shown.
SPOKEN = {"title", "aria-label", "placeholder", "alt", "label", "data-label"}
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "path", "rect", "source", "wbr"}

#: Every kind of page that must have been seen, by who sees it.
MAIN = {
    None: {
        "people.front",
        "people.sign_in",
        "people.join",
        "catalogue.index",
        "catalogue.rule",
        "certificates.verify",
    },
    "ana": {
        "people.account",
        "progress.home",
        "modules.read",
        "exercises.desk",
        "exercises.attempt",
        "certificates.shown",
        "inspection.start",
    },
    "bram": {
        "progress.home",
        "progress.matrix",
        "progress.person",
        "exercises.attempt",
        "exercises.objections",
    },
    "dewi": {
        "people.front",
        "cohorts.create",
        "progress.home",
        "progress.matrix",
        "cohorts.roster",
        "cohorts.participant",
        "cohorts.import_roster",
        "cohorts.attendance",
        "cohorts.settings",
        "cohorts.edit_session",
        "certificates.index",
        "certificates.shown",
    },
}


class Heard(HTMLParser):
    """The texts of a page outside elements that are marked as Indonesian or quote a person."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.language = ""
        self._open: list[tuple[str, bool]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = named["lang"]
        above = bool(self._open) and self._open[-1][1]
        silent = named["lang"] == "id" if "lang" in named else above
        silent = silent or tag in {"q", "title", "textarea"} or "comment-body" in named.get("class", "")
        spoken = [v for name, v in named.items() if name in SPOKEN or name.startswith("data-text-")]
        if named.get("lang", "en") == "en" and not above:
            self.texts += spoken
        if tag not in VOID:
            self._open.append((tag, silent))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and not (self._open and self._open[-1][1]):
            self.texts.append(" ".join(data.split()))


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, empty_database: Path) -> Iterator[Flask]:
    """The demo with one certificate issued; read only."""
    folder = tmp_path_factory.mktemp("english")
    (folder / "workbench.sqlite3").write_bytes(empty_database.read_bytes())
    app = create_app(Settings(instance=folder, secret_key="uji", testing=True, throttle=False))
    app.config["WTF_CSRF_ENABLED"] = False
    with app.app_context():
        list(telling.told())
        cohort = db.session().scalar(db.db.select(Cohort))
        cohort.minimum_score = cohort.minimum_attendance = 0
        cohort.modules_required = False
        organiser = db.session().scalar(db.db.select(User).where(User.username == "dewi"))
        db.session().commit()
        due = issue.overview(cohort, criteria.required())
        issue.issue(cohort, criteria.required(), organiser, due.fingerprint)
        cohort.minimum_score, cohort.minimum_attendance, cohort.modules_required = 70, 80, True
        db.session().commit()
    yield app
    with app.app_context():
        db.db.session.remove()
        db.db.engine.dispose()


@pytest.fixture(scope="module")
def typed(demo: Flask) -> list[str]:
    """What people and content put into pages as it is: names, titles, comments, the longest first."""
    with demo.app_context():
        cohort = db.session().scalar(db.db.select(Cohort))
        needed = criteria.required()
        found = {title for _slug, title in (*needed.modules, *needed.exercises)}
        found |= {item.title for item in cohort.sessions} | {member.unit for member in cohort.memberships}
        found |= {"peserta-contoh.xlsx", "Nama (name)"}  # a file and a heading of it
        found |= {cohort.title, cohort.place, cohort.body, cohort.signatory_name, cohort.signatory_title}
        for member in cohort.memberships:
            found |= {member.user.name, member.position}
        for attempt in db.session().scalars(db.db.select(Attempt)):
            found.add(attempt.correction_reason or "")
        for objection in db.session().scalars(db.db.select(Objection)):
            found |= {objection.reason, objection.answer or ""}
        return sorted(found - {""}, key=len, reverse=True)


@pytest.fixture(scope="module")
def indonesian() -> set[str]:
    """Every text of the interface that reads differently in English."""
    with CATALOGUE.open("rb") as file:
        differing = {message.id for message in read_po(file, locale="en") if message.id != message.string}
    return differing - {"", "Bimtek", "OPD", "JP"}  # names that stay, also within English texts


def _visitor(app: Flask, username: str | None) -> FlaskClient:
    client = app.test_client()
    if username:
        fields = {"masuk-username": username, "masuk-password": "bimtek-2026"}
        assert client.post("/masuk", data=fields).status_code == 302
    client.post("/bahasa", data={"language": "en"})
    return client


def _walk(app: Flask, client: FlaskClient, most: int = 3) -> Iterator[tuple[str, str, str]]:
    """Endpoint, address and HTML of every kind of page that links lead to, at most a few of a kind."""
    matcher = app.url_map.bind("localhost")
    waiting, seen, count = ["/"], {"/"}, dict[str, int]()
    while waiting:
        path = waiting.pop(0)
        endpoint, _values = matcher.match(path.partition("?")[0])
        if count.get(endpoint, 0) >= most or endpoint in {"static", "modules.proceed"}:
            continue
        answer = client.get(path, follow_redirects=True)
        assert answer.status_code == 200, path
        if answer.mimetype != "text/html":
            continue
        count[endpoint] = count.get(endpoint, 0) + 1
        yield endpoint, path, answer.text
        for link in re.findall(r'href="(/[^"#]*)', answer.text):
            address = link.replace("&amp;", "&")
            if address not in seen and not address.startswith(("/static", "/bootstrap")):
                seen.add(address)
                waiting.append(address)


def _foreign(html: str, typed: list[str], indonesian: set[str]) -> list[str]:
    """Texts outside marked content that are Indonesian."""
    found = []
    for text in Heard(html).texts:
        left = text
        for name in typed:
            left = left.replace(name, "…")
        if left in indonesian or INDONESIAN.search(left):
            found.append(text)
    return found


@pytest.mark.parametrize("username", MAIN, ids=lambda name: name or "visitor")
def test_every_page_speaks_english(demo: Flask, typed: list[str], indonesian: set[str], username: str | None):
    wrong, seen = {}, set()
    for endpoint, path, html in _walk(demo, _visitor(demo, username)):
        seen.add(endpoint)
        assert '<html lang="en">' in html, path
        if foreign := _foreign(html, typed, indonesian):
            wrong[path] = foreign
    assert wrong == {}
    assert seen >= MAIN[username]


def test_the_list_of_words_finds_what_is_not_translated(demo: Flask, indonesian: set[str]):
    """The same pages in Indonesian must fail, or the test above proves nothing."""
    client = demo.test_client()
    for path in ("/", "/masuk", "/gabung", "/aturan/", "/verifikasi/"):
        html = client.get(path).text.replace('<html lang="id">', '<html lang="en">')
        assert len(_foreign(html, [], indonesian)) > 3, path


@pytest.mark.parametrize(
    ("path", "fields", "said"),
    [
        ("/masuk", {"masuk-username": "ana", "masuk-password": "salah"}, "do not match"),
        ("/gabung", {"code": "x" * 30}, "At most 20 characters."),
        ("/verifikasi/", {}, "Please choose the PDF file"),
    ],
)
def test_a_refused_form_says_why_in_english(demo, indonesian, path, fields, said):
    answer = _visitor(demo, None).post(path, data=fields)
    assert answer.status_code == 422
    assert said in answer.text
    assert _foreign(answer.text, [], indonesian) == []


def test_what_is_wrong_with_a_file_is_announced_and_marked(demo, indonesian):
    """The readers of files know one language; a page in another says which."""
    client = _visitor(demo, "dewi")
    lists = {"file": (io.BytesIO(b"%PDF-1.7"), "peserta.pdf")}
    answer = client.post("/kelas/1/peserta/impor", data=lists)
    assert answer.status_code == 422
    assert 'The explanation is in Indonesian: <span lang="id">Isi berkas ini PDF.' in answer.text
    client.post("/bahasa", data={"language": "id"})
    lists = {"file": (io.BytesIO(b"%PDF-1.7"), "peserta.pdf")}
    assert "Penjelasannya" not in client.post("/kelas/1/peserta/impor", data=lists).text


def test_a_document_is_understood_and_reviewed_in_english(demo, typed, indonesian):
    """What stands in somebody's document and what is said of it is Indonesian, all around it is not."""
    client = _visitor(demo, "ana")
    path = Path(__file__).parent / "documents" / "material" / "pk_kepala_dinas.docx"
    upload = {"file": (io.BytesIO(path.read_bytes()), path.name), "position": "kepala-opd"}
    understood = client.post("/periksa", data=upload).text
    carried = re.search(r'name="carried" value="([^"]+)"', understood).group(1)
    whole = client.post("/periksa/ulasan", data={"carried": carried}).text
    refused = client.post("/periksa/ulasan", data={"carried": carried, "table": "1", "column-1-1": ""})
    place = {"carried": carried, "to": "1/06-iku-opd-saya"}
    question = client.post("/periksa/lanjutkan", data=place).text
    for page in (understood, whole, refused.text, question):
        assert '<html lang="en">' in page
        assert _foreign(page, typed, indonesian) == []


def test_a_page_that_is_not_there_says_so_in_english(demo, indonesian):
    answer = _visitor(demo, None).get("/tidak-ada")
    assert "Page not found" in answer.text
    assert _foreign(answer.text, [], indonesian) == []


def test_what_is_said_about_a_draft_is_marked_as_indonesian(demo):
    """Screen readers change their voice for the reviewer's sentences, the case and the modules."""
    client = _visitor(demo, "ana")
    pages = {endpoint: html for endpoint, _path, html in _walk(demo, client, most=8)}
    assert re.search(r'<div class="case-body" lang="id">', pages["exercises.desk"])
    assert re.search(r'<section class="part part-1" lang="id"', pages["modules.read"])
    assert re.search(r'<p class="verdict-line" lang="id">', pages["exercises.attempt"])
    assert re.search(r'<h1 lang="id">', pages["catalogue.rule"])


def test_a_count_of_one_is_not_a_plural(demo):
    from flask_babel import ngettext

    with demo.test_request_context():
        pick("en")
        said = [ngettext("%(num)s orang", "%(num)s orang", number) for number in (1, 2)]
    assert said == ["1 person", "2 people"]


def test_numbers_and_dates_are_english(demo: Flask):
    moment = datetime(2026, 8, 21, 3, 42, tzinfo=UTC)
    with demo.test_request_context():
        pick("en")
        assert formats.number(12500) == "12,500"
        assert formats.number(85.5) == "85.5"
        assert formats.day(date(2026, 8, 21)) == "21 August 2026"
        assert formats.days(date(2026, 8, 31), date(2026, 9, 1)) == "31 August 2026 – 1 September 2026"
        assert formats.moment(moment, "Asia/Jakarta") == "21 August 2026, 10:42 WIB"
        assert formats.short_moment(moment, "Asia/Jakarta") == "21 Aug 10:42"
        assert formats.weekday(moment, "Asia/Makassar") == "Friday, 21 August 2026"
        assert formats.clock(moment, "Asia/Jayapura") == "12:42 WIT"


def test_no_time_is_written_the_indonesian_way(demo: Flask):
    for _endpoint, path, html in _walk(demo, _visitor(demo, "dewi"), most=1):
        times = re.findall(r"\b\d{1,2}\.\d{2} WI[BT]", " ".join(Heard(html).texts))
        assert times == [], path


def test_the_choice_stays_with_the_account(demo: Flask):
    """Chosen once, English is there again after signing in from another device."""
    _visitor(demo, "bram")
    again = demo.test_client()
    again.post("/masuk", data={"masuk-username": "bram", "masuk-password": "bimtek-2026"})
    assert '<html lang="en">' in again.get("/akun").text
    again.post("/bahasa", data={"language": "id"})
    assert '<html lang="id">' in again.get("/akun").text
