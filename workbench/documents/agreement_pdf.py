"""A perjanjian kinerja as PDF in the practice form."""

from dataclasses import asdict

from ..reviewer.document import Agreement
from .agreement_form import form_of
from .typesetting import TEMPLATES, pdf


def draw(agreement: Agreement) -> bytes:
    """Statement page and annex as PDF, tagged, the same bytes for the same agreement."""
    return pdf(TEMPLATES / "agreement.typ", asdict(form_of(agreement)))
