"""The sum under the second table is not the sum of its lines."""

from collections.abc import Iterator, Sequence

from ..document import Programme
from ..rupiah import Money, read_money, written
from ..text import read
from .base import Hit
from .documents import TOTAL, AgreementCase, typed


def check(case: AgreementCase) -> Iterator[Hit]:
    total = read_money(case.agreement.total)
    lines = [(line, money) for line, money in case.programmes if typed(line.budget)]
    if total is None or not lines:
        return
    known = [(line, money) for line, money in lines if money is not None]
    if len(known) < len(lines) or any(_agrees(total, amounts) for amounts in _countings(known)):
        return
    added = sum(money.rupiah for _, money in known)
    values = {
        "total": written(total.rupiah),
        "sum": written(added),
        "gap": written(abs(total.rupiah - added)),
    }
    yield Hit("total", where=TOTAL, values=values, suggestion=written(added))


def _countings(lines: Sequence[tuple[Programme, Money]]) -> list[list[Money]]:
    """All lines, or only those of one rung where a programme stands over its own kegiatan."""
    rungs: dict[str, list[Money]] = {}
    for line, money in lines:
        plain = read(line.name[:300]).plain
        rungs.setdefault(plain[0] if plain else "", []).append(money)
    nested = [rungs[rung] for rung in ("program", "kegiatan", "sub", "subkegiatan") if rung in rungs]
    return [[money for _, money in lines], *(nested if len(nested) > 1 else [])]


def _agrees(total: Money, amounts: Sequence[Money]) -> bool:
    """Whether they add up; what is written as 1,25 M may be rounded in its last digit."""
    rounded = [money.step for money in (total, *amounts)]
    slack = len(rounded) + sum(step for step in rounded if step > 1) // 2
    return abs(total.rupiah - sum(money.rupiah for money in amounts)) <= (
        slack if max(rounded) > 1 else len(amounts)
    )
