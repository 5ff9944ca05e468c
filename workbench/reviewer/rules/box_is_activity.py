"""The box says what is done: Melaksanakan, Menyusun, Terlaksananya. A box holds a condition, always."""

from ..findings import ObjectiveKind
from ..measures import first_word
from ..statements import statement_at
from ..text import read
from .base import Hit, RowCase, whole
from .documents import CascadeCase


def check(case: CascadeCase, row: RowCase) -> Hit | None:
    kind = row.reading.objective_kind
    ordered = kind is ObjectiveKind.ORDER and not row.reading.sasaran_is_result
    return whole(row, "sasaran") if ordered or _says_done(row.row.sasaran) else None


def _says_done(condition: str) -> bool:
    text = read(condition[:300])
    statement = statement_at(text, first_word(text)) if text.words else None
    return statement is not None and statement.kind == "done"
