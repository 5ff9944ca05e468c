"""An amount of money that cannot be read as one."""

from collections.abc import Iterator

from ..rupiah import read_money
from .base import Hit, quoted
from .documents import TOTAL, AgreementCase, programme_place, typed

_LEFT_EMPTY = 5  # points: what a total costs that is not there


def check(case: AgreementCase) -> Iterator[Hit]:
    for line, money in case.programmes:
        if typed(line.budget) and money is None:
            values = {"which": f"Anggaran pada baris {line.number}", "typed": quoted(line.budget)}
            yield Hit("budget", where=programme_place(line.number), values=values)
    total = case.agreement.total
    if typed(total) and read_money(total) is None:
        values = {"which": "Jumlah anggaran", "typed": quoted(total)}
        yield Hit("total", where=TOTAL, values=values, points=_LEFT_EMPTY)
