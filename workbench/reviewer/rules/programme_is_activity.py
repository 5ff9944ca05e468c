"""The programme column of a head's agreement holds a kegiatan, an activity or an account of spending."""

from collections.abc import Iterator

from ..document import Position
from ..phrases import phrases
from ..text import read
from .base import Hit, quoted
from .documents import AgreementCase, programme_place, typed
from .programme_is_result import after_title, stated


def check(case: AgreementCase) -> Iterator[Hit]:
    if case.agreement.position not in (Position.REGIONAL_HEAD, Position.AGENCY_HEAD):
        return
    for line, _ in case.programmes:
        if _is_work(line.name):
            yield Hit("name", where=programme_place(line.number), values={"name": quoted(typed(line.name))})


def _is_work(name: str) -> bool:
    text = read(name[:300])
    start = after_title(text)
    if phrases("programmes", "rung", "activity").at(text.plain, start):
        return True
    return stated(name) in ("task_order", "done", "delivered")
