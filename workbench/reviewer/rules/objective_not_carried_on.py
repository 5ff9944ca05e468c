"""An objective that the next document does not take up."""

from collections.abc import Iterator

from ..document import Position, Row
from ..findings import Severity
from ..following import Following, Link
from .base import Hit, quoted

_OF_THE_REGION = 5  # points where the objective may be another agency's

#: What to do, by the document that does not take the objective up.
_WHAT = {
    "renstra": "Cantumkan sasaran yang mendukungnya di Renstra, atau jelaskan mengapa tidak didukung.",
    "iku": "Pilih sedikitnya satu IKU untuk sasaran itu, atau jelaskan mengapa keberhasilannya tidak diukur.",
    "perjanjian": (
        "Cantumkan sasaran itu beserta indikator dan targetnya di perjanjian kinerja, atau jelaskan mengapa "
        "tidak dikerjakan tahun ini."
    ),
}
_PERHAPS_ANOTHER = (
    "Bila perangkat daerah ini ikut menanggungnya, tulis sasaran pendukungnya di {lower}. Bila itu tugas "
    "perangkat daerah lain, biarkan."
)


def check(case: Following) -> Iterator[Hit]:
    for upper, lower in case.steps:
        shared = upper.key == "rpjmd" and case.chain.position is not Position.REGIONAL_HEAD
        for row in lost(case, upper, lower):
            values = {
                "upper": upper.name,
                "lower": lower.name,
                "objective": quoted(row.sasaran),
                "what": _PERHAPS_ANOTHER.format(lower=lower.name) if shared else _WHAT[lower.key],
            }
            yield Hit(
                where=f"{upper.place(row)} → {lower.key}",
                values=values,
                severity=Severity.ADVICE if shared else None,
                points=_OF_THE_REGION if shared else None,
            )


def lost(case: Following, upper: Link, lower: Link) -> tuple[Row, ...]:
    """Objectives that the lower document does not take up; none where it has none, or nothing from above.

    Where nothing below comes from above, that is told of the lower objectives, once each; and of one that has
    itself no root in the document above, that is told, for it has to be settled first.
    """
    below = lower.objectives
    if not case.carries(upper, lower) or len(case.rootless(upper, lower)) == len(below):
        return ()
    strangers = {
        row.number for higher, one in case.steps if one is upper for row in case.rootless(higher, one)
    }
    return tuple(
        row
        for row in upper.objectives
        if row.number not in strangers and not any(case.takes_up(upper, row, lower, one) for one in below)
    )
