"""The place of signing is not named."""

import re
from collections.abc import Iterator

from .base import Hit
from .documents import DATE, AgreementCase, typed

_BEFORE_DATE = re.compile(
    r"\s*(?!senin|selasa|rabu|kamis|jum|sabtu|minggu)[^\W\d_]{3,}[^,\d]*,", re.IGNORECASE
)


def check(case: AgreementCase) -> Iterator[Hit]:
    if not typed(case.agreement.place) and not _BEFORE_DATE.match(case.agreement.date):
        yield Hit("place", where=DATE)
