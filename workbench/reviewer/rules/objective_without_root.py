"""An objective that comes from none of the document above."""

from collections.abc import Iterator

from ..following import Following
from ..kinship import field_names
from .base import Hit, quoted

_NAMED = 2  # how many objectives above are named


def check(case: Following) -> Iterator[Hit]:
    for upper, lower in case.steps:
        above = upper.objectives
        named = "” atau “".join(quoted(row.sasaran) for row in above[:_NAMED])
        for row in case.rootless(upper, lower):
            values = {
                "upper_document": upper.name,
                "lower_document": lower.name,
                "upper": named,
                "lower": quoted(row.sasaran),
                "field": field_names(row.sasaran),
                "upper_field": field_names(above[0].sasaran),
            }
            end = upper.place(above[0] if len(above) == 1 else None)
            yield Hit("sasaran", where=f"{end} → {lower.place(row)}", values=values)
