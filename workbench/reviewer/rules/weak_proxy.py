"""The indicator moves near the sasaran without showing it."""

from .base import Hit, RowCase, whole


def check(case: RowCase) -> Hit | None:
    if case.alignment.relation != "proxy" or case.alignment.verdict == "yes":
        return None
    return whole(case, "indikator", case.why("Ukuran ini bergerak di dekat sasaran, bukan pada sasarannya"))
