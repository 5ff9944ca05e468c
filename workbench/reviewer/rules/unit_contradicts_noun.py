"""The measure noun promises one unit, the row writes another."""

from dataclasses import replace

from .base import Hit, RowCase, target_problem

_SAID = {
    "percent-with-count": "jumlah dihitung dalam satuan benda atau orang, bukan persen",
    "count-with-percent": "persentase dinyatakan dalam persen, bukan dalam satuan hitungan",
    "unit-contradicts-noun": "kata ukuran dan satuannya tidak cocok",
}


def check(case: RowCase) -> Hit | None:
    hit = target_problem(case, _SAID, ("satuan", "target"))
    if hit is None or hit.field != "satuan" or case.known is None:
        return hit
    return replace(hit, suggestion=case.known.unit)
