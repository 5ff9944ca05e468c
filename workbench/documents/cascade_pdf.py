"""A pohon kinerja drawn as PDF: every box under the one it leads to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..reviewer.document import Box
from .agreement_form import unit_after
from .cascade_words import POSITIONS
from .cells import legal
from .typesetting import TEMPLATES, pdf


@dataclass(frozen=True, slots=True)
class Branch:
    """A box and those under it; `loose` where the box it names over it does not lead to the top."""

    box: Box
    children: tuple["Branch", ...] = ()
    loose: bool = False


def draw(branches: Sequence[Branch], title: str = "Pohon Kinerja", unit: str = "") -> bytes:
    """The tree on A4, the same bytes for the same tree; `unit` stands under the title."""
    data = {
        "title": legal(title),
        "unit": legal(unit),
        "branches": [_node(branch) for branch in branches],
    }
    return pdf(TEMPLATES / "cascade.typ", data)


def _node(branch: Branch) -> Mapping[str, Any]:
    box = branch.box
    target = box.target.strip()
    measure = target + unit_after(target, box.satuan.strip())
    return {
        "key": legal(box.key),
        "office": POSITIONS[box.position],
        "unit": legal(box.unit.strip()),
        "condition": legal(box.condition.strip()),
        "indicator": legal(box.indikator.strip()),
        "measure": legal(measure),
        "loose": branch.loose,
        "children": [_node(child) for child in branch.children],
    }
