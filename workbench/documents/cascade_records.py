"""A pohon kinerja from YAML or JSON, under the names of `Box` or the Indonesian ones."""

from collections.abc import Mapping
from typing import Any

from ..reviewer.document import Cascade
from . import cascades
from .cascade_reading import placed
from .cascade_words import POSITIONS, field_of, holder_in, position_in
from .records import parsed
from .unreadable import Unreadable

#: Names of the list of boxes, and of the whole where it stands under a key of its own.
LISTS = ("boxes", "kotak")
WHOLES = ("cascade", "pohon", "pohon_kinerja")


def read_cascade(data: bytes, kind: str, name: str = "") -> Cascade | None:
    """The tree in a YAML or JSON file, None where it holds something else. Raises Unreadable.

    A mapping with `boxes` or `kotak`, or a list of boxes that say their `induk` or `parent`; `kind` is "yaml"
    or "json".
    """
    content = parsed(data, kind)
    if isinstance(content, Mapping):
        whole = next(
            (content[key] for key in WHOLES if isinstance(content.get(key), Mapping | list)), content
        )
    else:
        whole = content
    if isinstance(whole, list):
        boxes = whole if any(_is_box(item) for item in whole) else None
        rest: dict[str, Any] = {}
    elif isinstance(whole, Mapping):
        boxes = next((whole[key] for key in LISTS if key in whole), None)
        rest = {key: value for key, value in whole.items() if key not in LISTS}
    else:
        return None
    if boxes is None:
        return None
    if isinstance(boxes, list):
        boxes = [
            _box(item, number) if isinstance(item, Mapping) else item for number, item in enumerate(boxes, 1)
        ]
    rest |= {"name": rest.pop("nama")} if "nama" in rest else {}
    cascade = cascades.from_record({**rest, "boxes": boxes})
    known = [box.position if _says(item) else None for box, item in zip(cascade.boxes, boxes, strict=True)]
    return Cascade(tuple(placed(cascade.boxes, known)), name)


def _says(item: Mapping[str, Any]) -> bool:
    """Whether a box names its position."""
    return bool(item.get("position"))


def _is_box(item: object) -> bool:
    return isinstance(item, Mapping) and {"parent", "condition"} <= {field_of(str(key)) for key in item}


def _box(item: Mapping[Any, Any], number: int) -> dict[str, Any]:
    """A box under the names of `Box`; a name that is not known stays, for the strict reader to tell."""
    box: dict[str, Any] = {}
    for key, value in item.items():
        name = field_of(str(key)) or str(key)
        if name in box:
            raise Unreadable(f"Kotak ke-{number} menyebut “{key}” dua kali. Sisakan satu.")
        box[name] = value
    office = box.get("position")
    if isinstance(office, str) and office.strip():
        position = position_in(office)
        if position is None:
            known = ", ".join(POSITIONS.values())
            raise Unreadable(
                f"Jabatan “{office}” di kotak ke-{number} tidak dikenal. Pilih salah satu: {known}."
            )
        box["position"] = str(position)
        if not str(box.get("unit") or "").strip() and holder_in(office):
            box["unit"] = holder_in(office)
    return box
