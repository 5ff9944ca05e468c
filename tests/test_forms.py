"""Every complaint of every form is in the language of the page, also what only a tampered page can send."""

import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import wtforms
from babel.messages.pofile import read_po
from flask_babel import force_locale
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict

import workbench
from workbench.certificates.forms import FileForm
from workbench.web.forms import Form

ROOT = Path(workbench.__file__).parent
for path in ROOT.glob("*/forms.py"):
    importlib.import_module(f"workbench.{path.parent.name}.forms")

FORMS = [form for form in Form.__subclasses__() if form.__module__.startswith("workbench.")]
BAD = (
    "",
    " ",
    "x",
    "tidak-ada",
    "-1",
    "0",
    "1e3",
    "99999999999999999999",
    "2026-13-40",
    "25:99",
    "x@",
    "x" * 5000,
)

#: Every sentence that WTForms and Flask-WTF can say, as it stands in their source.
THEIRS = {
    found
    for package in (Path(wtforms.__file__).parent, Path(importlib.import_module("flask_wtf").__file__).parent)
    for file in package.rglob("*.py")
    for found in re.findall(r'gettext\(\s*"([^"]+)"', file.read_text(encoding="utf-8"))
}


def complaints(app, form: type[Form], language: str) -> Iterator[tuple[str, str, str]]:
    """Field, value and every sentence that a form says to one bad value in all of its fields."""
    for value in BAD:
        names = [name for name, _field in form(meta={"csrf": False}, formdata=None)._fields.items()]
        with app.test_request_context("/"), force_locale(language):
            filled = form(MultiDict(dict.fromkeys(names, value)), meta={"csrf": False})
            filled.validate()
            for name, said in filled.errors.items():
                for sentence in said:
                    yield name, value[:20], str(sentence)


def _pattern(sentence: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"%\\?\([a-z_]+\\?\)[sd]", ".*", re.escape(sentence)))


@pytest.fixture(scope="module")
def indonesian() -> set[str]:
    """Every text that reads differently in English."""
    catalogue = ROOT / "translations" / "en" / "LC_MESSAGES" / "messages.po"
    with catalogue.open("rb") as file:
        return {str(message.id) for message in read_po(file, locale="en") if message.id != message.string}


def test_every_form_is_one_of_ours():
    for path in ROOT.glob("*/forms.py"):
        assert "FlaskForm" not in path.read_text(encoding="utf-8").replace("class Form(FlaskForm)", "") or (
            path.parent.name == "web"
        ), f"{path.parent.name}: take workbench.web.forms.Form"
    assert {form for form in FlaskForm.__subclasses__() if form.__module__.startswith("workbench.")} == {Form}


def test_their_sentences_are_found_in_their_source():
    assert {"Not a valid choice.", "This field is required.", "Not a valid integer value."} <= THEIRS


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_no_form_speaks_english_on_an_indonesian_page(app, form):
    theirs = [_pattern(sentence) for sentence in THEIRS]
    with app.test_request_context("/"):
        said = list(complaints(app, form, "id"))
    assert said or form is FileForm, "some of it is refused"
    wrong = [one for one in said if any(pattern.fullmatch(one[2]) for pattern in theirs)]
    assert wrong == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_no_form_speaks_indonesian_on_an_english_page(app, form, indonesian):
    patterns = [_pattern(sentence) for sentence in indonesian if len(sentence) > 6]
    with app.test_request_context("/"):
        said = list(complaints(app, form, "en"))
    wrong = [one for one in said if any(pattern.fullmatch(one[2]) for pattern in patterns)]
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "complaint"),
    [("id", "Pilih salah satu dari daftar."), ("en", "Choose one from the list.")],
)
def test_a_tampered_zone_is_told_beside_its_field(dewi, language, complaint):
    dewi.post("/bahasa", {"language": language})
    answer = dewi.post("/kelas/baru", {"zone": "Mars/Olympus"})
    assert answer.status_code == 422
    assert f'id="zone-error">{complaint}' in answer.text
