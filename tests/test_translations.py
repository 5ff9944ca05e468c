"""The English interface is complete: no text untranslated, none left over, the compiled file up to date."""

import io
import re
import subprocess
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
CATALOGUE = ROOT / "workbench" / "translations" / "en" / "LC_MESSAGES" / "messages.po"


def catalogue():
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="en")


def test_every_text_of_the_interface_is_in_the_catalogue(tmp_path: Path):
    """`make messages` collects them; forgetting it fails here."""
    template = tmp_path / "messages.pot"
    extract = [
        sys.executable,
        "-m",
        "babel.messages.frontend",
        "-q",
        "extract",
        "-F",
        "babel.cfg",
        "-k",
        "lazy_gettext",
    ]
    subprocess.run([*extract, "-o", str(template), "."], cwd=ROOT, check=True, capture_output=True)
    with template.open("rb") as file:
        wanted = {message.id for message in read_po(file) if message.id}
    known = {message.id for message in catalogue() if message.id}
    assert sorted(map(str, wanted - known)) == []
    assert sorted(map(str, known - wanted)) == []


def test_every_text_has_an_english_one():
    empty = [
        message.id
        for message in catalogue()
        if message.id and not all(message.string if isinstance(message.string, tuple) else [message.string])
    ]
    assert empty == []


def test_a_translation_keeps_the_names_that_are_filled_in():
    for message in catalogue():
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        names = {name for text in ids for name in re.findall(r"%\((\w+)\)[sd]", text)}
        for text in strings:
            assert set(re.findall(r"%\((\w+)\)[sd]", text)) <= names, message.id
        assert {name for text in strings for name in re.findall(r"%\((\w+)\)[sd]", text)} == names, message.id


def test_the_compiled_catalogue_is_that_of_the_text():
    buffer = io.BytesIO()
    write_mo(buffer, catalogue())
    assert CATALOGUE.with_suffix(".mo").read_bytes() == buffer.getvalue()
