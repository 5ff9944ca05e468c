"""A perjanjian kinerja as PDF in the practice form."""

from dataclasses import asdict

from ..reviewer.document import Agreement
from .agreement_form import BUDGET_WIDTHS, OBJECTIVE_WIDTHS, form_of
from .letterhead import EMBLEM
from .typesetting import TEMPLATES, pdf


def draw(agreement: Agreement) -> bytes:
    """Statement page and annex as PDF, tagged, the same bytes for the same agreement."""
    shape = {"emblem": EMBLEM, "objective_widths": OBJECTIVE_WIDTHS, "budget_widths": BUDGET_WIDTHS}
    return pdf(TEMPLATES / "agreement.typ", {**asdict(form_of(agreement)), **shape})
