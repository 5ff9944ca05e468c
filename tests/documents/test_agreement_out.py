"""A perjanjian kinerja as Word file and PDF."""

import io
import time
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from tests.documents.sample import AGENCY, FORMS, LONG, REGENT
from tests.documents.shapes import SHAPES
from workbench.documents import agreement_docx, agreement_pdf, docx
from workbench.documents.agreement_form import BLANK, form_of, unit_after
from workbench.documents.agreement_reading import read_agreement
from workbench.documents.letterhead import EMBLEM, letterhead
from workbench.documents.parts import parts_of
from workbench.reviewer.document import Agreement, Party, Position, Row


def words_of_docx(data: bytes) -> str:
    return "\n".join(
        block if isinstance(block, str) else "\n".join("\t".join(row) for row in block.cells)
        for block in docx.read(data)
    )


def pages_of_pdf(data: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages]


@pytest.mark.parametrize("position", FORMS)
def test_what_is_written_to_word_reads_back_without_loss(position: Position):
    agreement = FORMS[position]
    assert read_agreement(parts_of("pk.docx", agreement_docx.write(agreement))) == agreement


def test_an_agreement_of_forty_indicators_and_long_names_reads_back_without_loss():
    assert read_agreement(parts_of("pk.docx", agreement_docx.write(LONG))) == LONG


def test_nothing_typed_gives_a_form_with_dotted_lines_that_reads_back_empty():
    empty = Agreement(position=Position.ECHELON_4)
    data = agreement_docx.write(empty)
    assert words_of_docx(data).count(BLANK) > 8
    assert read_agreement(parts_of("pk.docx", data)) == empty


@pytest.mark.parametrize("position", FORMS)
def test_each_position_has_its_own_form_in_both_formats(position: Position):
    agreement, form = FORMS[position], form_of(FORMS[position])
    alone = position is Position.REGIONAL_HEAD
    for text in (
        words_of_docx(agreement_docx.write(agreement)),
        " ".join(pages_of_pdf(agreement_pdf.draw(agreement))),
    ):
        assert form.objective_heading in text
        assert form.budget_heading in text
        assert ("pihak kedua" in text.casefold()) is not alone
        assert ("Nama pejabat" in text) is (position in (Position.ECHELON_3, Position.ECHELON_4))
        assert text.count(agreement.first.name) >= 3


@pytest.mark.parametrize("name", SHAPES)
def test_an_agreement_of_any_shape_reads_back_without_loss_and_is_drawn(name: str):
    agreement = SHAPES[name]
    assert read_agreement(parts_of("pk.docx", agreement_docx.write(agreement))) == agreement
    assert len(pages_of_pdf(agreement_pdf.draw(agreement))) > 1


@pytest.mark.parametrize(
    ("agreement", "lines"),
    [
        (AGENCY, ("Pemerintah Kabupaten Arunika", "Dinas Kesehatan")),
        (FORMS[Position.REGIONAL_HEAD], ()),  # the coat of arms alone
        (FORMS[Position.ECHELON_3], ()),  # whose government is not said
        (Agreement(), ()),
        (replace(AGENCY, unit=""), ()),
        (
            replace(AGENCY, unit="Dinas Tata Kota, Perumahan, dan Pertanahan Kota Arunika"),
            ("Pemerintah Kota Arunika", "Dinas Tata Kota, Perumahan, dan Pertanahan"),
        ),
        (
            replace(AGENCY, unit="Kecamatan Sukarapi", second=replace(REGENT, position="Wali Kota Arunika")),
            ("Pemerintah Kota Arunika", "Kecamatan Sukarapi"),
        ),
        (
            replace(FORMS[Position.ECHELON_4], unit="Seksi Gizi, Dinas Kesehatan Provinsi Arunika Raya"),
            ("Pemerintah Provinsi Arunika Raya", "Dinas Kesehatan"),
        ),
        (
            replace(
                FORMS[Position.ECHELON_3],
                second=Party("Larasati", "Kepala Dinas Kesehatan Kabupaten Arunika"),
            ),
            ("Pemerintah Kabupaten Arunika", "Dinas Kesehatan"),
        ),
    ],
)
def test_the_letterhead_says_what_the_agreement_knows_and_nothing_by_halves(
    agreement: Agreement, lines: tuple[str, ...]
):
    assert letterhead(agreement) == lines
    words = " ".join(pages_of_pdf(agreement_pdf.draw(agreement))[0].split())
    for shown in (words_of_docx(agreement_docx.write(agreement)), words):
        assert EMBLEM in shown
        assert all(line.upper() in shown.upper() for line in lines)


def test_the_place_for_the_coat_of_arms_is_a_control_that_a_picture_replaces():
    paper = Document(io.BytesIO(agreement_docx.write(AGENCY)))
    (control,) = paper.element.body.iter(qn("w:sdt"))
    assert control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None
    assert [text.text for text in control.iter(qn("w:t"))] == [EMBLEM]


def test_a_sasaran_over_several_pages_says_on_each_what_it_is():
    agreement = SHAPES["satu sasaran 40 indikator"]
    sasaran = agreement.rows[0].sasaran
    with_rows = [page for page in pages_of_pdf(agreement_pdf.draw(agreement)) if "Persentase warga" in page]
    assert len(with_rows) == 3
    assert [sasaran in page for page in with_rows] == [True] * 3
    assert ["(lanjutan)" in page for page in with_rows] == [False, True, True]


@pytest.mark.parametrize("name", SHAPES)
def test_signatures_never_stand_alone_on_a_page_of_the_pdf(name: str):
    form, pages = form_of(SHAPES[name]), pages_of_pdf(agreement_pdf.draw(SHAPES[name]))
    annex = next(number for number, page in enumerate(pages) if "LAMPIRAN" in page)
    end_of_text = " ".join(form.paragraphs[-1].split()[-3:])
    assert end_of_text in pages[annex - 1]
    assert form.place_and_date in pages[annex - 1]
    assert form.place_and_date in pages[-1]
    assert (
        form.objectives[-1].measures[-1].target in pages[-1] if not form.spending else "Jumlah" in pages[-1]
    )


def test_words_that_are_broken_are_found_and_copied_without_other_signs():
    text = "".join(pages_of_pdf(agreement_pdf.draw(SHAPES["kata sangat panjang"])))
    assert "\u200b" not in text
    assert "\xad" not in text
    assert "Pertanggungjawaban" in text


def test_a_word_wider_than_its_column_is_broken_inside_it():
    agreement = SHAPES["kata sangat panjang"]
    lines = [
        line
        for page in PdfReader(io.BytesIO(agreement_pdf.draw(agreement))).pages
        for line in page.extract_text().splitlines()
    ]
    assert max(map(len, lines)) < 120


def test_a_target_typed_anew_in_the_style_of_its_unit_is_a_target():
    paper = Document(io.BytesIO(agreement_docx.write(AGENCY)))
    table = next(t for t in paper.tables if len(t.columns) == 4 and t.cell(0, 3).text == "Target")
    paragraph = table.cell(3, 3).paragraphs[0]
    for run in paragraph.runs:
        run._r.getparent().remove(run._r)
    paragraph.add_run("≤ 13,5 %", "Satuan")
    saved = io.BytesIO()
    paper.save(saved)
    back = read_agreement(parts_of("pk.docx", saved.getvalue()))
    assert back is not None
    assert (back.rows[2].target, back.rows[2].satuan) == ("≤ 13,5 %", "%")
    assert back.rows[:2] == AGENCY.rows[:2]


def test_signatures_stand_second_party_left_and_first_party_right_on_statement_and_annex():
    signing = [
        block.cells
        for block in docx.read(agreement_docx.write(AGENCY))
        if not isinstance(block, str)
        if any("Pihak Kedua" in cell for row in block.cells for cell in row)
    ]
    assert len(signing) == 2
    for cells in signing:
        assert cells[0][1] == "Kota Arunika, 12 Januari 2026"
        assert [cell.split("\n")[0] for cell in cells[1]] == ["Pihak Kedua,", "Pihak Pertama,"]
        assert "NIP 197504122002122003" in cells[-1][1]
        assert "NIP" not in cells[-1][0]


def test_signs_of_markup_are_text_in_both_formats():
    for text in (
        words_of_docx(agreement_docx.write(AGENCY)),
        " ".join(pages_of_pdf(agreement_pdf.draw(AGENCY))),
    ):
        assert "kematian ibu & bayi" in text
        assert "<standar>" in text
        assert "Program Gizi <Masyarakat>" in text


@pytest.mark.parametrize(
    "nasty", ["#panic()", "[*tebal*] $x$ \\ @a", '"json": }', "{{ 7 * 7 }}", "a\x00b\x0bc\ud800"]
)
def test_text_is_never_taken_for_source(nasty: str):
    agreement = replace(AGENCY, unit=nasty, rows=(Row(1, nasty, nasty, nasty, nasty),))
    shown = nasty.replace("\x00", "").replace("\x0b", "").replace("\ud800", "")
    assert shown in words_of_docx(agreement_docx.write(agreement))
    assert agreement_pdf.draw(agreement).startswith(b"%PDF")


def test_the_word_file_is_a_proper_document():
    data = agreement_docx.write(AGENCY)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        styles = parts.read("word/styles.xml").decode()
        body = parts.read("word/document.xml").decode()
        names = parts.namelist()
    paper = Document(io.BytesIO(data))
    assert 'w:val="id-ID"' in styles
    assert paper.core_properties.title == "Perjanjian Kinerja Tahun 2026"
    assert [p.style.name for p in paper.paragraphs[1:3]] == ["Title", "Subtitle"]
    assert body.count("<w:tblHeader/>") == 2  # repeated on every page
    assert body.count("<w:cantSplit/>") == body.count("<w:tr>")
    assert body.count("<w:tblCaption") == 2
    section = paper.sections[0]
    assert (round(section.page_width.cm, 1), round(section.left_margin.cm, 1)) == (21.0, 3.0)
    assert not [name for name in names if "thumbnail" in name or "customXml" in name]


def test_equal_sasaran_share_one_cell():
    tables = Document(io.BytesIO(agreement_docx.write(AGENCY))).tables
    objectives = next(table for table in tables if table.cell(0, 1).text == "Sasaran Strategis")
    assert objectives.cell(1, 1)._tc is objectives.cell(2, 1)._tc
    assert objectives.cell(3, 1)._tc is not objectives.cell(2, 1)._tc
    assert [row.cells[0].text for row in objectives.rows] == ["No", "1", "1", "2", "3"]


def test_the_pdf_is_accessible_and_the_same_every_time():
    data = agreement_pdf.draw(AGENCY)
    assert data == agreement_pdf.draw(AGENCY)
    catalog = PdfReader(io.BytesIO(data)).trailer["/Root"]
    assert catalog["/Lang"] == "id"
    assert catalog["/MarkInfo"]["/Marked"]
    assert "pdfuaid" in catalog["/Metadata"].get_object().get_data().decode()


def test_a_sign_without_a_glyph_still_gives_a_pdf():
    assert agreement_pdf.draw(replace(AGENCY, unit="Dinas \N{GRINNING FACE}")).startswith(b"%PDF")


def test_a_table_over_several_pages_repeats_its_heading_and_ends_with_signatures():
    pages = pages_of_pdf(agreement_pdf.draw(LONG))
    assert len(pages) > 3
    assert all("Indikator Kinerja" in page for page in pages[1:-1])
    assert "Jumlah" in pages[-1]  # signatures do not stand alone
    assert "Pihak Pertama" in pages[-1]
    assert all(f"ke-{number} " in " ".join(pages) for number in range(1, 41))


@pytest.mark.parametrize(
    ("target", "unit", "added"),
    [
        ("85", "indeks", " indeks"),
        ("85", "%", "%"),
        ("85", "Persen", "%"),
        ("85%", "%", ""),
        ("85 persen", "%", ""),
        ("12 dokumen", "Dokumen", ""),
        ("BB", "predikat", " (predikat)"),
        ("Level 3", "level", ""),
        ("", "orang", "orang"),
        ("85", "", ""),
    ],
)
def test_the_target_cell_names_the_unit_once(target: str, unit: str, added: str):
    assert unit_after(target, unit) == added


@pytest.mark.parametrize("write", [agreement_docx.write, agreement_pdf.draw], ids=["docx", "pdf"])
def test_an_agreement_is_there_in_well_under_a_second(write):
    write(AGENCY)  # fonts and styles are read once
    began = time.perf_counter()
    write(LONG)
    assert time.perf_counter() - began < 1
