"""An indicator of the IKU table that the agreement does not promise."""

from collections.abc import Iterator

from .base import Hit, plain, quoted
from .documents import ChainCase
from .objective_not_carried_on import lost_objectives


def check(case: ChainCase) -> Iterator[Hit]:
    if not case.agreed_rows:
        return
    promised = {row.number for row, _, _ in case.pairs}
    lost = {plain(objective) for objective in lost_objectives(case)}
    for row in case.iku_rows:
        if row.number not in promised and plain(row.sasaran) not in lost:
            values = {"indikator": quoted(row.indikator), "row": str(row.number)}
            yield Hit(where=f"iku[{row.number}] → perjanjian", values=values)
