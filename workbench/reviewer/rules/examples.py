"""The examples on the pages of agreements, cascades and chains: small YAML that is run.

An example of an agreement or a cascade says only what differs from a good document (`examples.yaml`), so that
the page shows nothing but the point. `base: false` starts from nothing. A chain is written out.
"""

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ..document import Agreement, Cascade, Chain, Position
from ..records import agreement_of, cascade_of, chain_of
from .documents import FORMS

#: What the keys of an example are called on a page.
LABELS = {
    "annex_year": "Tahun pada lampiran",
    "budget": "anggaran",
    "budget_date": "Tanggal DPA",
    "condition": "kondisi",
    "date": "Tanggal penandatanganan",
    "first": "Pihak pertama",
    "iku": "IKU unit ini",
    "indikator": "indikator",
    "key": "kotak",
    "name": "nama",
    "nip": "NIP",
    "note": "keterangan",
    "parent": "di bawah kotak",
    "place": "Tempat",
    "position": "jabatan",
    "programmes": "Program",
    "renstra": "Renstra",
    "rows": "Baris",
    "rpjmd": "RPJMD",
    "second": "Pihak kedua",
    "superior": "Indikator atasan",
    "agreement": "Perjanjian kinerja",
    "total": "Jumlah anggaran",
    "unit": "unit",
    "year": "Tahun pada pernyataan",
}
_EMPTY = "(kosong)"


@dataclass(frozen=True, slots=True)
class DocumentExample:
    """An example that is no table: the document, and what the page says of it, as labels with words."""

    document: Agreement | Cascade | Chain
    shown: tuple[tuple[str, str], ...]


@cache
def _bases() -> Any:
    text = (Path(__file__).parent / "examples.yaml").read_text(encoding="utf-8")
    return yaml.safe_load(text)


def good_agreement(position: Position) -> Agreement:
    """The good agreement of this position from which the examples start."""
    return agreement_of({"position": str(position), **_bases()["agreement"][str(position)]})


def good_cascade() -> Cascade:
    """The good cascade from which the examples start."""
    return cascade_of({"boxes": _bases()["cascade"]})


def agreement_example(data: dict[str, Any]) -> DocumentExample:
    """An agreement that differs from the good one of its position in what the example says."""
    position = str(data.get("position", Position.AGENCY_HEAD))
    said = {key: value for key, value in data.items() if key not in ("position", "base")}
    base = copy.deepcopy(_bases()["agreement"][position]) if data.get("base", True) else {}
    for key, value in said.items():
        base[key] = {**base.get(key, {}), **value} if isinstance(value, Mapping) else value
    shown = [("Formulir", FORMS[Position(position)]), *_told(said)]
    return DocumentExample(agreement_of({**base, "position": position, "name": "contoh"}), tuple(shown))


def cascade_example(data: dict[str, Any]) -> DocumentExample:
    """A cascade whose boxes differ from the good one's in what the example says; a null takes a box away."""
    boxes = {box["key"]: dict(box) for box in _bases()["cascade"]} if data.get("base", True) else {}
    shown: list[tuple[str, str]] = []
    for key, value in (data.get("boxes") or {}).items():
        if value is None:
            boxes.pop(key, None)
            shown.append((f"Kotak {key}", "(tidak ada)"))
            continue
        boxes[key] = {**boxes.get(key, {"key": key}), **value}
        under = boxes[key].get("parent")
        title = f"Kotak {key}, di bawah {under}" if under else f"Kotak {key}"
        shown += [(f"{title}: {label}", words) for label, words in _told({**value, "parent": None})]
    document = cascade_of({"name": "contoh", "boxes": list(boxes.values())})
    return DocumentExample(document, tuple(shown) or (("Pohon", _EMPTY),))


def chain_example(data: dict[str, Any]) -> DocumentExample:
    """A chain, written out."""
    return DocumentExample(chain_of({**data, "name": "contoh"}), tuple(_told(data)))


READERS = {"agreement": agreement_example, "cascade": cascade_example, "chain": chain_example}


def _told(said: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What an example says, one label with its words after the other; members of a list are numbered."""
    lines: list[tuple[str, str]] = []
    for key, value in said.items():
        label = LABELS.get(key, key)
        if isinstance(value, Mapping):
            lines += [(f"{label}, {inner}", words) for inner, words in _told(value)]
        elif isinstance(value, list) and value:
            lines += [(f"{label} {number}", _joined(item)) for number, item in enumerate(value, start=1)]
        elif value is not None:
            words = FORMS[Position(value)] if value in list(Position) else str(value or _EMPTY)
            lines.append((label, _EMPTY if isinstance(value, list) else words))
    return lines


def _joined(item: Any) -> str:
    if not isinstance(item, Mapping):
        return str(item)
    return "; ".join(f"{LABELS.get(key, key)}: {value or _EMPTY}" for key, value in item.items())
