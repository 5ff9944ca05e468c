"""An objective that comes from none of the document above."""

from collections.abc import Iterator

from ..following import Following
from ..kinship import only_field
from .base import Hit, quoted

_NAMED = 2  # how many objectives above are named


def check(case: Following) -> Iterator[Hit]:
    for upper, lower in case.steps:
        above = upper.objectives
        named = "” dan “".join(quoted(row.sasaran) for row in above[:_NAMED])
        for row in case.rootless(upper, lower):
            values = {
                "upper_document": upper.name,
                "lower_document": lower.name,
                "upper": named,
                "lower": quoted(row.sasaran),
                "about": _about(row.sasaran),
            }
            end = upper.place(above[0] if len(above) == 1 else None)
            yield Hit("sasaran", where=f"{end} → {lower.place(row)}", values=values)


def _about(objective: str) -> str:
    """Its field, where there is no doubt about it."""
    field = only_field(objective)
    return f" (tentang {field})" if field else ""
