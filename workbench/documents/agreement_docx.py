"""A perjanjian kinerja as a Word file in the practice form, ready to be edited and signed."""

from typing import TYPE_CHECKING

from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Cm

from ..reviewer.document import Agreement
from .agreement_form import Form, Objective, form_of
from .word import (
    CENTER,
    LEFT,
    RIGHT,
    TEXT_WIDTH,
    add_row,
    cells_of,
    footer,
    merge_down,
    new_paper,
    plain_table,
    ruled_table,
    saved,
    small_gap,
)

if TYPE_CHECKING:
    from docx.document import Document as Paper
    from docx.table import Table

#: Up to so many lines the second table stays on one page with the signatures under it.
TOGETHER = 12
#: Up to so many indicators of one sasaran stay on one page.
GROUP = 5


def write(agreement: Agreement) -> bytes:
    """Statement page and annex as DOCX. What was not typed is a dotted line; all text is text, never markup.

    The unit of a target has the character style Satuan, by which reading tells it from the target.
    """
    form = form_of(agreement)
    paper = new_paper(form.title)
    _statement(paper, form)
    _annex(paper, form)
    footer(paper, form.annex_title)
    return saved(paper)


def _statement(paper: "Paper", form: Form) -> None:
    paper.add_paragraph(form.title, "Title")
    paper.add_paragraph(form.unit, "Subtitle")
    paper.add_paragraph(form.opening, "Body Text").paragraph_format.keep_with_next = True
    for identity in form.identities:
        paper.add_paragraph(f"Nama\t: {identity.name}", "Identitas")
        paper.add_paragraph(f"Jabatan\t: {identity.office}", "Identitas")
        if identity.called:
            paper.add_paragraph(identity.called, "Body Text")
    for paragraph in form.paragraphs:
        paper.add_paragraph(paragraph, "Body Text")
    _signatures(paper, form)


def _annex(paper: "Paper", form: Form) -> None:
    paper.add_paragraph("Lampiran", "Lampiran")
    paper.add_paragraph(form.annex_title, "heading 1")
    paper.add_paragraph(form.unit, "Subtitle")
    for label, value in form.holder:
        paper.add_paragraph(f"{label}\t: {value}", "Pejabat")
    if form.holder:
        small_gap(paper, 8, with_next=True)
    heads = ("No", form.objective_heading, "Indikator Kinerja", "Target")
    table = ruled_table(paper, (1.0, 5.4, 6.2, 3.4), heads, "Sasaran, indikator kinerja, dan target")
    for objective in form.objectives:
        _objective(table, objective)
    if form.spending:
        small_gap(paper, 12)
        _spending(paper, form)
    _signatures(paper, form)


def _objective(table: "Table", objective: Objective) -> None:
    """One sasaran: its cell spans the rows of its indicators."""
    rows = []
    for index, measure in enumerate(objective.measures, start=1):
        texts = ("", "", measure.indicator, measure.target)
        if index == 1:
            texts = (objective.number, objective.text, measure.indicator, measure.target)
        stays = index < len(objective.measures) <= GROUP
        row = add_row(table, texts, (CENTER, LEFT, LEFT, CENTER), with_next=stays)
        if measure.unit:
            cells_of(row)[3].paragraphs[0].add_run(measure.unit, "Satuan")
        rows.append(row)
    merge_down(rows, (0, 1))


def _spending(paper: "Paper", form: Form) -> None:
    heads = ("No", form.budget_heading, "Anggaran (Rp)", "Keterangan")
    table = ruled_table(paper, (1.0, 7.4, 4.2, 3.4), heads, "Program atau kegiatan dan anggarannya")
    together = len(form.spending) <= TOGETHER
    for line in form.spending:
        texts = (line.number, line.name, line.budget, line.note)
        add_row(table, texts, (CENTER, LEFT, RIGHT, LEFT), with_next=together)
    row = add_row(table, ("", "", form.total, ""), (CENTER, CENTER, RIGHT, LEFT), with_next=together)
    row.cells[2].paragraphs[0].runs[0].bold = True
    label = row.cells[0].merge(row.cells[1]).paragraphs[0]
    label.add_run("Jumlah").bold = True
    for spare in row.cells[0].paragraphs[1:]:
        spare._p.getparent().remove(spare._p)


def _signatures(paper: "Paper", form: Form) -> None:
    """Place and date at right, then the signatures beside each other, in one piece."""
    small_gap(paper, 20, with_next=True)
    table = plain_table(paper, (TEXT_WIDTH / 2, TEXT_WIDTH / 2))
    signing = (None, *form.signatures)[-2:]
    add_row(table, ("", form.place_and_date), style="Tanda Tangan")
    offices = [
        "" if one is None else f"{one.role},\n{one.office}" if one.role else f"{one.office},"
        for one in signing
    ]
    add_row(table, offices, style="Tanda Tangan").cells[1].paragraphs[0].paragraph_format.space_before = Cm(
        0.4
    )
    table.rows[1].cells[0].paragraphs[0].paragraph_format.space_before = Cm(0.4)
    space = add_row(table, ("", ""), style="Tanda Tangan")
    space.height, space.height_rule = Cm(2.1), WD_ROW_HEIGHT_RULE.EXACTLY
    names = add_row(table, ("", ""), style="Tanda Tangan")
    for cell, one in zip(names.cells, signing, strict=True):
        if one is None:
            continue
        name = cell.paragraphs[0].add_run(one.name)
        name.bold = name.underline = True
        for line in one.under:
            cell.add_paragraph(line, "Tanda Tangan")
    small_gap(paper, 1)
