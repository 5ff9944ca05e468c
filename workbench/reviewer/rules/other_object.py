"""The right field, but another thing than the one that the sasaran wants to change."""

from ..findings import Verdict
from .base import Hit, RowCase, whole


def check(case: RowCase) -> Hit | None:
    if case.alignment.verdict is not Verdict.NO or case.alignment.relation in ("other-field", "repeats"):
        return None
    return whole(case, "indikator", case.why("Hubungan keduanya tidak tampak"))
