"""Word files that are hostile, broken, or not what they say."""

import io
import time
import zipfile
from contextlib import suppress

import pytest
from docx import Document

from tests.documents.sample import AGENCY
from workbench.documents import agreement_docx, docx, grid, sheets
from workbench.documents import archive as archive_of
from workbench.documents.finding import find
from workbench.documents.grid import Grid
from workbench.documents.tables import read_bytes
from workbench.documents.unreadable import Unreadable

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def archive(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return buffer.getvalue()


def word(body: str, **others: bytes) -> bytes:
    text = f"<w:document {W}><w:body>{body}</w:body></w:document>".encode()
    return archive(**{"word__document.xml": text}, **others)


def encrypted(data: bytes) -> bytes:
    """The same archive with its first entry marked as encrypted."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert parts.infolist()
    return data.replace(b"PK\x03\x04\x14\x00\x00\x00", b"PK\x03\x04\x14\x00\x01\x00").replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"
    )


CELL = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
TABLE = (
    "<w:tbl>"
    + "".join(
        "<w:tr>" + "".join(CELL.format(text) for text in row) + "</w:tr>"
        for row in (("Sasaran", "Indikator"), ("Gizi balita membaik", "Prevalensi stunting"))
    )
    + "</w:tbl>"
)
MACRO = {"word__vbaProject.bin": b"\xd0\xcf"}

BAD = [
    ("sandi.docx", OLE, "kata sandi"),
    ("sandi2.docx", encrypted(word(TABLE)), "kata sandi"),
    ("lama.doc", OLE, ".doc"),
    ("makro.docm", word(TABLE, **MACRO), "makro"),
    ("makro.docx", word(TABLE, **MACRO), "makro"),
    ("makro.xlsm", archive(xl__workbook=b"x"), "makro"),
    ("makro.xlsx", archive(**{"xl__workbook.xml": b"<w/>", "xl__vbaProject.bin": b"x"}), "makro"),
    ("arsip.zip", archive(**{"iku.xlsx": b"x"}), "arsip"),
    ("bungkus.docx", archive(**{"dalam.docx": word(TABLE)}), "bukan dokumen Word"),
    ("teks.docx", b"Sasaran,Indikator\n", "bukan dokumen Word"),
    ("potong.docx", word(TABLE)[:300], "rusak"),
    ("xml.docx", archive(**{"word__document.xml": b"<w:document"}), "rusak"),
    ("kosong.docx", word("<w:p/>"), "kosong"),
    ("surat.docx", word("<w:p><w:r><w:t>Yth. Kepala Dinas</w:t></w:r></w:p>"), "tidak memuat tabel"),
    ("gambar.docx", b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "gambar"),
    (
        "entitas.docx",
        archive(**{"word__document.xml": b'<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'}),
        "bukan dokumen",
    ),
    ("dalam.docx", word("<w:sdt>" * 5000), "rusak"),
]


@pytest.mark.parametrize(("name", "data", "says"), BAD, ids=[name for name, _, _ in BAD])
def test_a_word_file_that_cannot_be_read_gets_one_clear_sentence(name: str, data: bytes, says: str):
    for read in (lambda: read_bytes(name, data), lambda: find(data, name)):
        with pytest.raises(Unreadable) as caught:
            read()
        assert "\n" not in caught.value.message
        assert 20 < len(caught.value.message) < 330
    with pytest.raises(Unreadable, match=says):
        read_bytes(name, data)


def test_a_document_that_unpacks_to_far_more_is_refused_unopened():
    bomb = archive(**{"word__document.xml": b" " * (archive_of.UNPACKED_XML + 1)})
    assert len(bomb) < 100_000
    with pytest.raises(Unreadable, match="terlalu besar"):
        read_bytes("bom.docx", bomb)


def test_an_archive_inside_is_never_opened():
    inside = archive(**{"bom.xml": b" " * 5_000_000})
    table = read_bytes("lampiran.docx", word(TABLE, **{"word__embeddings__oleObject1.bin": inside}))
    assert [row.indikator for row in table.rows] == ["Prevalensi stunting"]


def test_nothing_outside_the_file_is_read(monkeypatch: pytest.MonkeyPatch):
    """External relationships point anywhere; only the text part of the file is ever opened."""
    opened: list[str] = []
    unpack = zipfile.ZipFile.open

    def watched(self: zipfile.ZipFile, name: object, mode: str = "r", *more: object):
        if mode == "r":
            opened.append(getattr(name, "filename", str(name)))
        return unpack(self, name, mode, *more)

    monkeypatch.setattr(zipfile.ZipFile, "open", watched)
    link = b'<Relationships><Relationship Id="r1" TargetMode="External" Target="file:///etc/passwd"/></Relationships>'
    assert read_bytes("tautan.docx", word(TABLE, **{"word___rels__document.xml.rels": link})).rows
    assert set(opened) == {"word/document.xml"}


def test_spans_and_merges_hold_their_text_in_every_cell_they_cover():
    paper = Document()
    table = paper.add_table(3, 4)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = str(number)
    table.cell(0, 0).merge(table.cell(0, 3)).text = "judul"
    table.cell(1, 1).merge(table.cell(2, 2)).text = "bersama"
    buffer = io.BytesIO()
    paper.save(buffer)
    (table,) = [block for block in docx.read(buffer.getvalue()) if isinstance(block, Grid)]
    assert table.cells == (
        ("judul",) * 4,
        ("4", "bersama", "bersama", "7"),
        ("8", "bersama", "bersama", "11"),
    )


@pytest.mark.parametrize("span", ["0", "-4", "99999999", "banyak", ""])
def test_a_senseless_span_does_no_harm(span: str):
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>'
    (table,) = docx.read(word(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"))
    assert isinstance(table, Grid)
    assert 1 <= len(table.cells[0]) <= grid.COLUMNS


def test_a_table_of_very_many_rows_is_cut_in_good_time():
    row = "<w:tr>" + CELL.format("a") * 3 + "</w:tr>"
    began = time.perf_counter()
    (table,) = docx.read(word("<w:tbl>" + row * 8000 + "</w:tbl>"))
    assert isinstance(table, Grid)
    assert len(table.cells) == grid.ROWS
    assert time.perf_counter() - began < 5


def test_a_cut_or_changed_byte_never_gets_past_the_sentence():
    data = agreement_docx.write(AGENCY)
    for place in range(0, len(data), 211):
        broken = data[:place] + bytes([data[place] ^ 0x5A]) + data[place + 1 :]
        with suppress(Unreadable):
            find(broken, "pk.docx")


def test_a_workbook_whose_sheets_are_all_hidden_says_so():
    from openpyxl import Workbook

    book = Workbook()
    book.create_sheet("IKU").append(["Sasaran", "Indikator"])
    book["IKU"].sheet_state = "hidden"
    buffer = io.BytesIO()
    book.save(buffer)
    with pytest.raises(Unreadable, match="tersembunyi"):
        sheets.read(buffer.getvalue())
