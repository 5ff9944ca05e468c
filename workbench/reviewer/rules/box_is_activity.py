"""The box says what is done: Melaksanakan, Menyusun, Terlaksananya. A box holds a condition, always.

On the lowest rung a condition may be what work leaves behind: Terlatihnya kader, Terpantaunya balita.
"""

from ..document import Position
from ..findings import ObjectiveKind
from ..kinship import says_the_same
from ..measures import first_word
from ..statements import statement_at
from ..text import read
from ..vocabulary import words
from .base import Hit, RowCase, whole
from .documents import CascadeCase


def check(case: CascadeCase, row: RowCase) -> Hit | None:
    parent = case.parent_of(case.box_of(row))
    if parent is not None and says_the_same(row.row.sasaran, parent.condition):
        return None  # told of the box above; here it is told that it was copied
    kind = row.reading.objective_kind
    ordered = kind is ObjectiveKind.ORDER and not row.reading.sasaran_is_result
    lowest = row.table.position is Position.ECHELON_4
    return whole(row, "sasaran") if ordered or _says_done(row.row.sasaran, lowest) else None


def _says_done(condition: str, lowest: bool) -> bool:
    """Whether the box says that work was done; on the lowest rung, only that it took place."""
    text = read(condition[:300])
    statement = statement_at(text, first_word(text)) if text.words else None
    if statement is None or statement.kind != "done":
        return False
    return not lowest or (statement.meant or text.plain[statement.start]) in words("causes", "took_place")
