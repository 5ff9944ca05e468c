"""Papers as Word files: an A4 page in Indonesian with our styles, and tables that behave over page breaks."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Cm, Pt
from docx.table import _Cell, _Row

if TYPE_CHECKING:
    from docx.document import Document as Paper
    from docx.section import Section
    from docx.table import Table
    from docx.text.paragraph import Paragraph

CENTER, RIGHT, LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.LEFT

#: Width between the margins of a sheet, in cm.
TEXT_WIDTH = 16.0

_STYLES = Path(__file__).with_name("word_styles.xml")
_UNUSED = ("stylesWithEffects", "customXml", RELATIONSHIP_TYPE.NUMBERING, RELATIONSHIP_TYPE.WEB_SETTINGS)


def new_paper(title: str) -> "Paper":
    """An empty A4 document in Indonesian, with a wider left margin for binding."""
    paper = Document()
    styles = paper.styles.element
    for child in list(styles):
        styles.remove(child)
    styles.extend(list(parse_xml(_STYLES.read_bytes())))
    for rels in (paper.part.rels, paper.part.package.rels):
        for key in [k for k, rel in rels.items() if rel.reltype.endswith((*_UNUSED, "thumbnail"))]:
            rels.pop(key)
    settings = paper.settings.element
    for mode in settings.iter(qn("w:compatSetting")):
        if mode.get(qn("w:name")) == "compatibilityMode":
            mode.set(qn("w:val"), "15")
    for language in settings.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), "id-ID")
    _describe(paper, title)
    _lay_out(paper.sections[0])
    return paper


def saved(paper: "Paper") -> bytes:
    """The bytes of the file."""
    buffer = io.BytesIO()
    paper.save(buffer)
    return buffer.getvalue()


def _describe(paper: "Paper", title: str) -> None:
    properties = paper.core_properties
    properties.title, properties.language = title, "id-ID"
    properties.author = properties.last_modified_by = "Bimtek Workbench"
    properties.comments = properties.keywords = properties.subject = ""
    properties.created = properties.modified = datetime(2000, 1, 1, tzinfo=UTC)


def _lay_out(section: "Section") -> None:
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)
    section.header_distance = section.footer_distance = Cm(1.1)


def footer(paper: "Paper", text: str) -> None:
    """A line at the foot of every page but the first: the text at left, the page number at right."""
    section = paper.sections[0]
    section.different_first_page_header_footer = True
    line = section.footer.paragraphs[0]
    line.style = "footer"
    line.add_run(f"{text}\tHalaman ")
    for code, between in (("PAGE", " dari "), ("NUMPAGES", "")):
        line._p.append(
            parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{code}"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
        )
        line.add_run(between)


def ruled_table(paper: "Paper", widths: Sequence[float], heads: Sequence[str], about: str) -> "Table":
    """A table with rules, its heading row repeated on every page; `widths` in cm, `about` is read aloud."""
    table = plain_table(paper, widths)
    table.style = "Table Grid"
    properties = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    for key, value in {"firstRow": "1", "lastRow": "0", "firstColumn": "0", "lastColumn": "0"}.items():
        look.set(qn(f"w:{key}"), value)
    for name in ("tblCaption", "tblDescription"):
        element = parse_xml(f"<w:{name} {nsdecls('w')}/>")
        element.set(qn("w:val"), about)
        properties.append(element)
    row = add_row(table, heads, style="Kepala Tabel")
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    for cell in row._tr.tc_lst:
        cell.get_or_add_tcPr().append(
            parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="E9EDED"/>')
        )
    return table


def plain_table(paper: "Paper", widths: Sequence[float]) -> "Table":
    """A table without rules or rows, its columns fixed to `widths` in cm."""
    table: Table = paper.add_table(0, len(widths))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    return table


def add_row(
    table: "Table",
    texts: Sequence[str],
    aligned: Sequence[WD_ALIGN_PARAGRAPH | None] = (),
    *,
    style: str = "Isi Tabel",
    with_next: bool = False,
) -> _Row:
    """A row that no page break cuts; `with_next` keeps it on the page of the row that follows."""
    row = _Row(table._tbl.add_tr(), table)
    for column in table._tbl.tblGrid.gridCol_lst:
        row._tr.add_tc().width = column.w or Cm(1)
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
    for index, (cell, text) in enumerate(zip(cells_of(row), texts, strict=True)):
        paragraph = cell.paragraphs[0]
        paragraph.style = style
        paragraph.add_run(text)
        if index < len(aligned):
            paragraph.alignment = aligned[index]
        if with_next:
            paragraph.paragraph_format.keep_with_next = True
    return row


def cells_of(row: _Row) -> list[_Cell]:
    """The cells of a row that nothing spans yet; python-docx's own look is quadratic in the rows."""
    return [_Cell(tc, row.table) for tc in row._tr.tc_lst]


def merge_down(rows: Sequence[_Row], columns: Sequence[int]) -> None:
    """Make one cell of each of the columns over these rows; the text is that of the first row."""
    if len(rows) < 2:
        return
    for number, row in enumerate(rows):
        for column in columns:
            row._tr.tc_lst[column].vMerge = "continue" if number else "restart"


def placeholder(paragraph: "Paragraph", text: str, about: str) -> None:
    """A control that shows a pale text until something is put in its place; one click selects it whole."""
    control = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:alias/><w:temporary/><w:showingPlcHdr/></w:sdtPr>"
        "<w:sdtContent><w:r><w:rPr><w:rStyle w:val='TempatIsian'/></w:rPr><w:t/></w:r></w:sdtContent></w:sdt>"
    )
    next(control.iter(qn("w:alias"))).set(qn("w:val"), about)
    next(control.iter(qn("w:t"))).text = text
    paragraph._p.append(control)


def small_gap(paper: "Paper", points: float, *, with_next: bool = False) -> "Paragraph":
    """An empty paragraph of a height, to part two tables."""
    paragraph = paper.add_paragraph()
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.paragraph_format.line_spacing = Pt(points)
    paragraph.paragraph_format.keep_with_next = with_next
    return paragraph
