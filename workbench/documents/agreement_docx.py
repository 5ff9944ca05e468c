"""A perjanjian kinerja as a Word file in the practice form, ready to be edited and signed."""

from typing import TYPE_CHECKING

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.shared import Cm, Pt

from ..reviewer.document import Agreement
from .agreement_form import BUDGET_WIDTHS, OBJECTIVE_WIDTHS, Form, Objective, form_of
from .letterhead import EMBLEM
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
    placeholder,
    plain_table,
    ruled_table,
    saved,
    small_gap,
)

if TYPE_CHECKING:
    from docx.document import Document as Paper
    from docx.table import Table

#: Width and height of the place for the coat of arms, in cm.
EMBLEM_SIZE = (2.4, 2.3)


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


def _letterhead(paper: "Paper", form: Form) -> None:
    """The place for the coat of arms, beside the names of government and agency where they are known."""
    width, height = EMBLEM_SIZE
    texts = ("", "\n".join(form.letterhead), "")
    widths = (width, TEXT_WIDTH - 2 * width, width) if form.letterhead else (TEXT_WIDTH,)
    table = plain_table(paper, widths)
    row = add_row(table, texts[: len(widths)], style="Kop")
    row.height, row.height_rule = Cm(height), WD_ROW_HEIGHT_RULE.AT_LEAST
    for cell in cells_of(row):
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    placeholder(cells_of(row)[0].paragraphs[0], EMBLEM, "Lambang daerah")
    paper.add_paragraph(style="Garis Kop" if form.letterhead else "Bawah Lambang")


def _statement(paper: "Paper", form: Form) -> None:
    _letterhead(paper, form)
    paper.add_paragraph(form.title, "Title")
    paper.add_paragraph(form.unit, "Subtitle")
    paper.add_paragraph(form.opening, "Body Text").paragraph_format.keep_with_next = True
    for identity in form.identities:
        paper.add_paragraph(f"Nama\t: {identity.name}", "Identitas")
        paper.add_paragraph(f"Jabatan\t: {identity.office}", "Identitas")
        if identity.called:
            paper.add_paragraph(identity.called, "Body Text")
    paragraphs = [paper.add_paragraph(text, "Body Text") for text in form.paragraphs]
    paragraphs[0].paragraph_format.space_before = Pt(6)
    last = paragraphs[-1].paragraph_format
    last.keep_with_next = last.keep_together = True
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
    table = ruled_table(paper, OBJECTIVE_WIDTHS, heads, "Sasaran, indikator kinerja, dan target")
    for number, objective in enumerate(form.objectives, start=1):
        signed = number == len(form.objectives) and not form.spending
        _objective(table, objective, with_next=signed)
    if form.spending:
        small_gap(paper, 12)
        _spending(paper, form)
    _signatures(paper, form)


def _objective(table: "Table", objective: Objective, *, with_next: bool) -> None:
    """One sasaran: its cell spans the rows of its indicators, which stay on one page."""
    rows = []
    for index, measure in enumerate(objective.measures, start=1):
        texts = ("", "", measure.indicator, measure.target)
        if index == 1:
            texts = (objective.number, objective.text, measure.indicator, measure.target)
        stays = objective.fits if index < len(objective.measures) else with_next
        row = add_row(table, texts, (CENTER, LEFT, LEFT, CENTER), with_next=stays)
        if measure.unit:
            cells_of(row)[3].paragraphs[0].add_run(measure.unit, "Satuan")
        rows.append(row)
    merge_down(rows, (0, 1))


def _spending(paper: "Paper", form: Form) -> None:
    heads = ("No", form.budget_heading, "Anggaran (Rp)", "Keterangan")
    table = ruled_table(paper, BUDGET_WIDTHS, heads, "Program atau kegiatan dan anggarannya")
    above = len(form.spending) - form.closing
    for index, line in enumerate(form.spending):
        texts = (line.number, line.name, line.budget, line.note)
        add_row(table, texts, (CENTER, LEFT, RIGHT, LEFT), with_next=index >= above)
    row = add_row(table, ("", "", form.total, ""), (CENTER, CENTER, RIGHT, LEFT), with_next=True)
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
