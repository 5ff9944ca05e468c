"""The owner cell was left empty in a table that has the column."""

from .base import Hit, RowCase


def check(case: RowCase) -> Hit | None:
    if not case.has_column("penanggung_jawab") or any(map(str.isalnum, case.row.penanggung_jawab)):
        return None
    return Hit("penanggung_jawab")
