"""The indicator shows one small part of what the sasaran promises."""

from .base import Hit, RowCase, whole


def check(case: RowCase) -> Hit | None:
    if case.alignment.relation != "aspect" or case.alignment.verdict == "yes":
        return None
    return whole(case, "indikator", case.why("Ukuran ini hanya menunjukkan sebagian dari sasaran"))
