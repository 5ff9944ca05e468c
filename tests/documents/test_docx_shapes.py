"""Word files as offices make them: text boxes, signs of the font Symbol, tables cut at a page, scans."""

import pytest

from tests.documents.test_docx_in import CELL, word
from workbench.documents.agreement_people import Line, people
from workbench.documents.finding import AGREEMENT, as_table, find
from workbench.documents.unreadable import Unreadable
from workbench.reviewer.document import Row

M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
HEADER = ("No", "Sasaran", "Indikator", "Target")


def row(*cells: str) -> str:
    """A row of a table; what begins with a sign of markup goes in as it is."""
    return "<w:tr>" + "".join(_cell(text) for text in cells) + "</w:tr>"


def _cell(text: str) -> str:
    return f"<w:tc>{text}</w:tc>" if text.startswith("<") else CELL.format(text)


def table(*rows: tuple[str, ...]) -> str:
    return "<w:tbl>" + "".join(row(*cells) for cells in rows) + "</w:tbl>"


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def boxed(inside: str) -> str:
    """A text box as Word keeps it: once for itself and once for old programs."""
    box = f"<w:txbxContent>{inside}</w:txbxContent>"
    return (
        f"<w:p><w:r><mc:AlternateContent {MC}><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def rows(body: str) -> tuple[Row, ...]:
    (found,) = find(word(body), "iku.docx")
    return as_table(found).rows


def test_an_agreement_in_text_boxes_is_one_and_nothing_is_read_twice() -> None:
    body = (
        boxed(paragraph("PERJANJIAN KINERJA TAHUN 2026"))
        + boxed(paragraph("Nama : Larasati Wulandari") + paragraph("Jabatan : Kepala Dinas Kesehatan"))
        + boxed(table(HEADER, ("1", "Gizi membaik", "Prevalensi stunting", "14")))
    )
    agreement, annex = find(word(body), "pk.docx")
    assert agreement.kind == AGREEMENT
    assert agreement.agreement is not None
    assert agreement.agreement.first.name == "Larasati Wulandari"
    assert (agreement.count, annex.count) == (1, 1)


def test_signs_and_fractions_keep_their_meaning() -> None:
    sign = '<w:p><w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 90</w:t></w:r></w:p>'
    part = "<m:r><m:t>{}</m:t></m:r>"
    fraction = (
        f"<w:p><m:oMath {M}><m:f><m:num>{part.format('ibu selamat')}</m:num><m:den>{part.format('ibu')}"
        f"</m:den></m:f>{part.format(' x 100')}</m:oMath></w:p>"
    )
    (read,) = rows(table(("Sasaran", "Indikator", "Target", "Formula"), ("A", "B", sign, fraction)))
    assert (read.target, read.formula) == ("≥ 90", "(ibu selamat)/ibu x 100")


@pytest.mark.parametrize("again", [True, False], ids=["headed again", "not headed"])
def test_a_table_cut_at_a_page_is_read_whole(again: bool) -> None:
    below = table(*([HEADER] if again else []), ("2", "C", "D", "6"), ("", "", "E", "7"))
    read = rows(table(HEADER, ("1", "A", "B", "5")) + paragraph("") + paragraph(" ") + below)
    assert [one.indikator for one in read] == ["B", "D", "E"]


def test_another_table_or_a_signature_does_not_go_on_with_the_one_above() -> None:
    above = table(HEADER, ("1", "A", "B", "5"))
    assert len(rows(above + paragraph("") + table(("Pihak Kedua", "", "", "Pihak Pertama")))) == 1
    assert len(rows(above + paragraph("Catatan") + table(("2", "C", "D", "6")))) == 1


def test_a_list_laid_out_as_a_small_table_is_what_its_cell_says() -> None:
    (read,) = rows(table(HEADER, ("1", "A", table(("Angka kematian ibu",)) + "<w:p/>", "120")))
    assert read.indikator.strip() == "Angka kematian ibu"


def test_a_scan_is_told_from_an_empty_document() -> None:
    with pytest.raises(Unreadable, match="hanya memuat gambar"):
        find(word("<w:p><w:r><w:drawing/></w:r></w:p>"), "pindaian.docx")


def test_place_and_date_above_the_signature_do_not_hide_who_signs() -> None:
    signed = (
        "PIHAK KEDUA,\n\nSiti\nNIP 19750412 200212 2 003",
        "Arunika, 12 Januari 2026\nPIHAK PERTAMA,\n\nBima\nPembina, IV/a\nNIP. '198003122005011004",
    )
    first, second = people([Line.of_row(signed)], [])
    assert (first.name, first.rank, first.nip) == ("Bima", "Pembina, IV/a", "198003122005011004")
    assert second.nip == "19750412 200212 2 003"
