"""Documents that people bring, and what their pages carry."""

import html
import io
import re
from pathlib import Path

import pytest
from openpyxl import Workbook
from werkzeug.test import TestResponse

MATERIAL = Path(__file__).parents[1] / "documents" / "material"
HEADER = ("Sasaran", "Indikator Kinerja", "Satuan", "Target")


def book(rows: list[tuple], header: tuple = HEADER) -> bytes:
    """A workbook with one sheet."""
    workbook = Workbook()
    for row in (header, *rows):
        workbook.active.append(row)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def row(number: int = 1, *, good: bool = True) -> tuple:
    """A row that the reviewer likes, or one it does not."""
    if good:
        return (
            f"Meningkatnya kepuasan pengguna layanan {number}",
            f"Indeks kepuasan masyarakat layanan {number}",
            "indeks",
            "85",
        )
    return ("Terlaksananya kegiatan", f"Terlaksananya rapat koordinasi {number}", "kegiatan", "12")


def fields_of(page: str) -> dict[str, str]:
    """What the form of a page would send as it stands: hidden fields, chosen radios and options."""
    form = page.partition("<main")[2]
    found = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))
    found |= dict(re.findall(r'type="radio" name="(table)" value="(\d+)"[^>]* checked', form))
    for name, options in re.findall(r'<select[^>]*\bname="([^"]+)"[^>]*>(.*?)</select>', form, re.DOTALL):
        tags = re.findall(r"<option[^>]*>", options)
        chosen = next((tag for tag in tags if re.search(r"\bselected\b", tag)), tags[0])
        found[name] = re.search(r'value="([^"]*)"', chosen).group(1)
    return {name: html.unescape(value) for name, value in found.items() if name != "csrf_token"}


class Bringer:
    """Somebody with a document."""

    def __init__(self, person) -> None:
        self.person = person

    def bring(self, data: bytes, name: str = "iku.xlsx", **fields: str) -> TestResponse:
        """Send a file."""
        return self.person.post("/periksa", {"file": (io.BytesIO(data), name), **fields})

    def bring_material(self, name: str, **fields: str) -> TestResponse:
        """Send a file of the material."""
        return self.bring((MATERIAL / name).read_bytes(), name, **fields)

    def send(self, page: TestResponse, where: str = "/periksa/ulasan", /, **fields: str) -> TestResponse:
        """Send the form of a page, with other values where given."""
        return self.person.post(where, {**fields_of(page.text), **fields})

    def reviewed(self, data: bytes) -> TestResponse:
        """The review of a workbook, with everything as recognised."""
        return self.send(self.bring(data))


@pytest.fixture
def bringer(ana) -> Bringer:
    """Ana with a document."""
    return Bringer(ana)
