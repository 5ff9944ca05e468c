"""A condition of society, or a grade of the whole region, in the table of someone who answers for less."""

from ..document import Position
from ..findings import Level
from ..vocabulary import words
from .base import Hit, RowCase, whole

_SOCIETY = "keadaan masyarakat luas yang dipengaruhi banyak pihak"


def check(case: RowCase) -> Hit | None:
    if case.table.position not in (Position.ECHELON_3, Position.ECHELON_4):
        return None
    if case.reading.level is Level.IMPACT:
        return whole(case, "indikator", {"what": _SOCIETY})
    grader = _graded_by(case) if case.table.position is Position.ECHELON_4 else ""
    if grader:
        return whole(
            case, "indikator", {"what": f"nilai seluruh pemerintah daerah yang dikeluarkan {grader}"}
        )
    return None


def _graded_by(case: RowCase) -> str:
    """The body outside the region that grades it by this measure; empty for every other measure."""
    known = case.known
    if known is None or known.level is not Level.OUTCOME or known.certainty == "M?":
        return ""
    return known.source if known.source in words("offices", "graders") else ""
