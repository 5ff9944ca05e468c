"""Files made to do harm: archives that lie about their size, entities, senseless YAML and JSON."""

import io
import json
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document
from openpyxl import Workbook

from workbench.documents import grid
from workbench.documents.finding import as_table, find
from workbench.documents.unreadable import Unreadable

BILLION = b"<!DOCTYPE x [<!ENTITY a 'ha'>" + b"".join(
    b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(8)
)
ENTITIES = {"miliar": BILLION + b"]>", "luar": b'<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">]>'}


def xlsx() -> bytes:
    book = Workbook()
    book.worksheets[0].append(["Sasaran", "Indikator"])
    book.worksheets[0].append(["Gizi balita membaik", "Prevalensi stunting"])
    return _saved(book)


def docx() -> bytes:
    paper = Document()
    table = paper.add_table(2, 2)
    for cell, text in zip(
        [cell for row in table.rows for cell in row.cells],
        ("Sasaran", "Indikator", "Gizi balita membaik", "Prevalensi stunting"),
        strict=True,
    ):
        cell.text = text
    return _saved(paper)


def _saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def changed(
    data: bytes, name: str, change: Callable[[bytes], bytes], compression: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """The archive with one part changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", compression) as new:
        for part in old.infolist():
            text = old.read(part)
            new.writestr(part.filename, change(text) if part.filename == name else text)
    return buffer.getvalue()


def understated(data: bytes, name: str) -> bytes:
    """The archive whose directory says that a part unpacks to a thousand bytes."""
    place = data.rfind(b"PK\x01\x02", 0, data.rfind(name.encode()))
    return data[: place + 24] + struct.pack("<I", 1000) + data[place + 28 :]


PARTS = [("iku.xlsx", xlsx, "xl/worksheets/sheet1.xml"), ("iku.docx", docx, "word/document.xml")]


@pytest.mark.parametrize(("name", "make", "part"), PARTS, ids=["xlsx", "docx"])
def test_an_archive_that_understates_its_size_is_unpacked_no_further(
    name: str, make: Callable[[], bytes], part: str
) -> None:
    huge = changed(make(), part, lambda text: text + b" " * 80_000_000)
    bomb = understated(huge, part)
    assert len(bomb) < 200_000
    tracemalloc.start()
    with pytest.raises(Unreadable):
        find(bomb, name)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 10_000_000


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@pytest.mark.parametrize(("name", "make", "part"), PARTS, ids=["xlsx", "docx"])
def test_a_compression_that_office_programs_do_not_use_is_refused(
    name: str, make: Callable[[], bytes], part: str, compression: int
) -> None:
    with pytest.raises(Unreadable):
        find(changed(make(), part, lambda text: text, compression), name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("kind", ENTITIES)
@pytest.mark.parametrize(("name", "make", "part"), PARTS, ids=["xlsx", "docx"])
def test_entities_are_refused_wherever_they_are_declared(
    name: str, make: Callable[[], bytes], part: str, kind: str, encoding: str
) -> None:
    """Also behind thousands of blanks, where only the beginning would be looked at."""

    def with_entities(text: bytes) -> bytes:
        body = text[text.index(b"?>") + 2 :] if text.startswith(b"<?xml") else text
        body = body.replace(b"Prevalensi stunting", b"&i;")
        return (b"<!-- " + b"-  " * 1500 + b" -->" + ENTITIES[kind] + body).decode().encode(encoding)

    with pytest.raises(Unreadable):
        find(changed(make(), part, with_entities), name)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("angka.json", b'[{"sasaran": "a", "indikator": ' + b"9" * 5000 + b"}, 1]"),
        ("takhingga.json", b'[{"sasaran": "a", "indikator": "b", "target": 1e999}]'),
        ("bukan.json", b'[{"sasaran": "a", "indikator": "b", "target": NaN}]'),
        ("dalam.yaml", b"- " * 400 + b"x"),
        ("dalam2.yaml", b"[" * 500_000),
        ("banyak.yaml", b"- sasaran: a\n" * 60_000),
        ("rujukan.yaml", b"- &x\n  sasaran: a\n- <<: *x\n"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_senseless_records_get_one_sentence_soon(name: str, data: bytes) -> None:
    began = time.perf_counter()
    with pytest.raises(Unreadable) as caught:
        find(data, name)
    assert 20 < len(caught.value.message) < 330
    assert time.perf_counter() - began < 3


def test_numbers_in_json_stay_as_they_are_written() -> None:
    """A NIP has more digits than a float keeps, and 96.50 promises two decimals."""
    data = (
        b'[{"sasaran": "a", "indikator": "b", "target": 96.50, "penanggung jawab": 199003172015031004},'
        b' {"sasaran": "a", "indikator": "c", "target": 1e-7}, {"sasaran": "a", "target": 2.5e3}]'
    )
    rows = as_table(find(data, "iku.json")[0]).rows
    assert [row.target for row in rows] == ["96,50", "0,0000001", "2500"]
    assert rows[0].penanggung_jawab == "199003172015031004"


def test_half_a_sign_and_control_signs_do_not_get_into_a_page() -> None:
    rows = as_table(find(b'[{"sasaran": "A \\ud800 b\\u0000", "indikator": "x"}]', "iku.json")[0]).rows
    assert rows[0].sasaran == "A  b"


@pytest.mark.parametrize("kind", ["json", "yaml", "csv"])
def test_more_rows_than_are_read_are_cut_with_a_remark(kind: str) -> None:
    rows = [{"sasaran": "a", "indikator": f"b{number}"} for number in range(grid.ROWS + 500)]
    text = json.dumps(rows)
    if kind == "yaml":
        text = "".join(f"- sasaran: a\n  indikator: {row['indikator']}\n" for row in rows)
    if kind == "csv":
        text = "sasaran,indikator\n" + "".join(f"a,{row['indikator']}\n" for row in rows)
    began = time.perf_counter()
    (found,) = find(text.encode(), f"iku.{kind}")
    assert found.count in (grid.ROWS, grid.ROWS - 1)
    assert any("5.000 baris pertama" in note for note in found.notes)
    assert time.perf_counter() - began < 3


def test_a_quotation_mark_that_is_never_closed_swallows_no_rows_unsaid() -> None:
    data = b'No,Sasaran,Indikator\r\n1,"A baik",x\r\n2,"B baik,y\r\n3,C baik,z\r\n'
    with pytest.raises(Unreadable, match=r"baris 3 tidak ditutup"):
        find(data, "iku.csv")


def test_a_quotation_mark_inside_a_cell_does_no_harm() -> None:
    rows = as_table(find(b'Sasaran,Indikator\nA baik,Indeks "x" warga\n"B" baik,y\n', "iku.csv")[0]).rows
    assert [row.indikator for row in rows] == ['Indeks "x" warga', "y"]


def test_a_title_with_commas_does_not_hide_the_separator() -> None:
    data = (
        b"IKU, DINAS KESEHATAN, KABUPATEN ARUNIKA, TAHUN 2026,,,\r\nSasaran|Indikator|Target\r\nA|b, c|5\r\n"
    )
    for mark in (b"|", b";", b"\t"):
        (found,) = find(data.replace(b"|", mark), "iku.csv")
        assert as_table(found).rows[0].indikator == "b, c"


@pytest.mark.parametrize("data", [b'[{"a": 1}]', b'[{"": ""}]'])
def test_records_of_something_else_are_told_and_not_found_empty(data: bytes) -> None:
    with pytest.raises(Unreadable, match="Tidak ada tabel indikator"):
        find(data, "catatan.json")


def test_known_columns_are_read_wherever_they_stand_among_many() -> None:
    row = {f"k{number}": 1 for number in range(500)} | {"sasaran": "a", "indikator": "b"}
    (found,) = find(json.dumps([row]).encode(), "iku.json")
    assert as_table(found).rows[0].indikator == "b"
    assert len(found.columns) == grid.COLUMNS
