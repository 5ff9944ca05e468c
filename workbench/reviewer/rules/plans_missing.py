"""The form asks for the objectives of the plans above, and they were left out."""

from collections.abc import Iterator

from ..following import LINKS
from .base import Hit
from .documents import AgreementCase, typed


def check(case: AgreementCase) -> Iterator[Hit]:
    for key, rows in (("rpjmd", case.agreement.rpjmd), ("renstra", case.agreement.renstra)):
        if rows is not None and not any(typed(row.sasaran) for row in rows):
            yield Hit(where=key, values={"plan": LINKS[key]})
