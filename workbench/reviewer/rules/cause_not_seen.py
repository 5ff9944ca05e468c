"""Box and parent speak of different fields, and nothing shows how the one would bring about the other.

Of a stranger and the box under it, only the stranger is told: the one below would fit the box above it.
"""

from ..document import Box
from ..kinship import field_names, may_cause
from .base import Hit, RowCase, quoted, whole
from .documents import CascadeCase, typed


def check(case: CascadeCase, row: RowCase) -> Hit | None:
    box = case.box_of(row)
    parent = case.parent_of(box)
    if parent is None or not typed(box.condition) or not typed(parent.condition):
        return None
    if may_cause(_said(box), _said(parent)):
        return None
    above = case.parent_of(parent)
    if (
        above is not None
        and not may_cause(_said(parent), _said(above))
        and may_cause(_said(box), _said(above))
    ):
        return None
    values = {
        "parent": parent.key,
        "effect": quoted(parent.condition),
        "field": field_names(_said(box)),
        "parent_field": field_names(_said(parent)),
    }
    return whole(row, "sasaran", values)


def _said(box: Box) -> str:
    return f"{box.condition} {box.indikator}"
