"""An objective that the next document does not take up."""

from collections.abc import Iterable, Iterator

from ..document import Row
from ..kinship import Kinship, kinship
from .base import Hit, plain, quoted
from .documents import ChainCase, typed


def check(case: ChainCase) -> Iterator[Hit]:
    renstra = typed(case.chain.renstra_objective)
    for rows, where, below in (
        (case.iku_rows, "iku", "tabel IKU"),
        (case.agreed_rows, "perjanjian", "perjanjian kinerja"),
    ):
        if renstra and rows:
            if not _taken_up(renstra, rows):
                yield _hit("renstra", where, "Renstra", below, renstra)
            break
    for objective in lost_objectives(case):
        yield _hit("iku", "perjanjian", "tabel IKU", "perjanjian kinerja", objective)


def lost_objectives(case: ChainCase) -> list[str]:
    """Objectives of the IKU table that the agreement takes up neither in words nor by an indicator."""
    if not case.agreed_rows:
        return []
    kept = {plain(row.sasaran) for row, _, _ in case.pairs}
    objectives = {plain(row.sasaran): typed(row.sasaran) for row in case.iku_rows if typed(row.sasaran)}
    return [
        text for key, text in objectives.items() if key not in kept and not _taken_up(text, case.agreed_rows)
    ]


def _taken_up(objective: str, rows: Iterable[Row]) -> bool:
    near = (Kinship.SAME, Kinship.AKIN)
    return any(kinship(objective, row.sasaran) in near for row in rows if typed(row.sasaran))


def _hit(start: str, end: str, upper: str, lower: str, objective: str) -> Hit:
    values = {"upper": upper, "lower": lower, "objective": quoted(objective)}
    return Hit(where=f"{start} → {end}", values=values)
