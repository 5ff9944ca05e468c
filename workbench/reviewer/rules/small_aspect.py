"""The indicator shows one small part of what the sasaran promises, and no other row shows the rest."""

from .base import Hit, RowCase, whole

#: Alignment below which a part is small; above it the part may well stand for the whole.
SMALL = 0.5


def check(case: RowCase) -> Hit | None:
    alignment = case.alignment
    if alignment.relation != "aspect" or alignment.score is None or alignment.score > SMALL:
        return None
    if any(row.sasaran == case.row.sasaran and row is not case.row for row in case.table.rows):
        return None
    return whole(case, "indikator", case.why("ukuran ini hanya menunjukkan sebagian dari sasaran"))
