"""Several programmes and no sum under them."""

from collections.abc import Iterator

from ..rupiah import written
from .base import Hit
from .documents import TOTAL, AgreementCase, typed


def check(case: AgreementCase) -> Iterator[Hit]:
    amounts = [money.rupiah for _, money in case.programmes if money]
    if len(amounts) > 1 and not typed(case.agreement.total):
        yield Hit(
            "total", where=TOTAL, values={"sum": written(sum(amounts))}, suggestion=written(sum(amounts))
        )
