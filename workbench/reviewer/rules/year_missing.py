"""A title that names no year, or something that is not one."""

from collections.abc import Iterator

from ..dates import read_year
from .base import Hit, quoted
from .documents import ANNEX, STATEMENT, AgreementCase, typed


def check(case: AgreementCase) -> Iterator[Hit]:
    agreement = case.agreement
    for where, field, text in (
        (STATEMENT, "year", agreement.year),
        (ANNEX, "annex_year", agreement.annex_year),
    ):
        if read_year(text) is None:
            shown = typed(text)
            what = (
                f"menyebut “{quoted(shown)}”, yang tidak terbaca sebagai tahun"
                if shown
                else "belum menyebut tahun"
            )
            yield Hit(field, where=where, values={"part": where, "what": what})
