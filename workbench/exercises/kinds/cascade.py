"""Unfold a result into a pohon kinerja: boxes that hold conditions, each a cause of the one above.

The smallest complete exercise::

    kind: cascade
    title: Pohon kinerja dinas
    module: 03-menetapkan-iku-dan-target
    minutes: 30
    case: Dinas ini ingin warga puas.
    instructions: Susunlah pohonnya.
    pass_score: 75
    boxes: {min: 2, max: 12}
    hints: [Mulailah dari atas., "Tanyakan: jika ini tercapai, maka apa?"]
    samples:
      - {name: kosong, answer: {boxes: []}, unreadable: true}

Options: `levels` (positions from the top down; default kepala-opd, eselon-iii, eselon-iv), `given` (boxes to
start from) and `locked` (keys of given boxes that stand as given).

An answer is `{"boxes": [{"key": "K1", "parent": "", "position": "kepala-opd", ...}, ...]}`, level by level.
"""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, ClassVar, Literal, cast

from flask_babel import lazy_gettext as _
from pydantic import Field

from workbench import reviewer
from workbench.content import Strict
from workbench.exercises.kinds.base import LONGEST, Answer, Document, Exercise, Unreadable, clean
from workbench.reviewer.document import Cascade as Tree
from workbench.reviewer.document import Position
from workbench.reviewer.records import cascade_of

#: What somebody types in a box, in the order of its card.
CELLS = ("parent", "unit", "condition", "indikator", "satuan", "target")
FIELDS = ("key", "position", *CELLS)
#: Without one of these typed a box is empty.
TYPED = ("unit", "condition", "indikator", "satuan", "target")
#: A tree with more boxes is not one that somebody typed.
MOST_BOXES = 60
LONGEST_KEY = 8

Box = dict[str, str]
BoxCells = dict[
    Literal["key", "position", "parent", "unit", "condition", "indikator", "satuan", "target"], str
]
LevelName = Literal["kepala-daerah", "kepala-opd", "eselon-iii", "eselon-iv"]


class BoxLimits(Strict):
    """How many boxes an attempt must and may have."""

    min: Annotated[int, Field(ge=2, le=MOST_BOXES)]
    max: Annotated[int, Field(ge=2, le=MOST_BOXES)]


class Cascade(Exercise):
    """The model of `kind: cascade`."""

    kind: Literal["cascade"]
    levels: Annotated[list[LevelName], Field(min_length=2)] = ["kepala-opd", "eselon-iii", "eselon-iv"]
    boxes: BoxLimits
    given: list[BoxCells] = []
    locked: list[str] = []

    desk: ClassVar[str] = "cascade.html"

    @property
    def positions(self) -> tuple[Position, ...]:
        """The levels from the top down."""
        return tuple(Position(level) for level in self.levels)

    def stands(self, key: str) -> bool:
        """Whether a box stands as given."""
        return key in self.locked

    def blank(self) -> Answer:
        """The given boxes, and an empty one on every level that has none."""
        return self.shown({"boxes": self._ordered([_box(dict(given)) for given in self.given])})

    def shown(self, answer: Answer) -> Answer:
        """At least one box on every level."""
        boxes = list(answer["boxes"])
        for level in self.levels:
            if not any(box["position"] == level for box in boxes):
                boxes.append(self._new(boxes, level))
        return {"boxes": self._ordered(boxes)}

    def acted(self, answer: Answer, action: str) -> Answer:
        """`tambah-kotak:eselon-iii` adds a box to a level, `hapus-kotak:2` removes the third box."""
        boxes = list(answer["boxes"])
        verb, _colon, place = action.partition(":")
        if verb == "tambah-kotak" and place in self.levels and len(boxes) < self.boxes.max:
            boxes.append(self._new(boxes, place))
        elif verb == "hapus-kotak" and self._may_go(boxes, place):
            gone = boxes.pop(int(place))["key"]
            boxes = [{**box, "parent": "" if box["parent"] == gone else box["parent"]} for box in boxes]
        return {"boxes": self._ordered(boxes)}

    def _may_go(self, boxes: Sequence[Box], place: str) -> bool:
        return place.isdecimal() and int(place) < len(boxes) and not self.stands(boxes[int(place)]["key"])

    def accept(self, value: Any) -> Answer | Unreadable:
        """Boxes of text on known levels with keys of their own; locked boxes stand as given."""
        if not isinstance(value, dict) or not value.keys() <= {"boxes"}:
            return Unreadable(_("Isian ini bukan pohon kinerja."))
        sent = value.get("boxes", [])
        if not isinstance(sent, list) or not all(isinstance(box, dict) for box in sent):
            return Unreadable(_("Isian ini bukan pohon kinerja."))
        if len(sent) > MOST_BOXES:
            return Unreadable(_("Pohon ini lebih dari %(most)s kotak.", most=MOST_BOXES))
        wrong: dict[str, str] = {}
        boxes = [self._accepted(box, index, wrong) for index, box in enumerate(sent)]
        if wrong:
            return Unreadable(_("Ada isian yang terlalu panjang atau bukan teks."), wrong)
        if len({box["key"] for box in boxes}) < len(boxes):
            return Unreadable(_("Ada dua kotak dengan kode yang sama."))
        sent_keys = {box["key"] for box in boxes}
        lost = [one for one in self.given if self.stands(one["key"]) and one["key"] not in sent_keys]
        return {"boxes": self._ordered([*(_box(dict(one)) for one in lost), *boxes])}

    def _accepted(self, sent: Box, index: int, wrong: dict[str, str]) -> Box:
        box = _box({})
        for name in FIELDS:
            text = sent.get(name, "")
            place = f"boxes.{index}.{name}"
            if not isinstance(text, str):
                wrong[place] = _("Isian ini harus berupa teks.")
            elif len(text) > (LONGEST_KEY if name in {"key", "parent"} else LONGEST):
                wrong[place] = _("Paling banyak %(longest)s huruf.", longest=LONGEST)
            else:
                box[name] = clean(text)
        box["key"] = box["key"].strip() or f"K{index + 1}"
        if box["position"] not in self.levels:
            wrong.setdefault(f"boxes.{index}.position", _("Jenjang ini tidak ada pada latihan ini."))
        given = next((one for one in self.given if one.get("key") == box["key"]), None)
        return _box(dict(given)) if given and self.stands(box["key"]) else box

    def complete(self, answer: Answer, *, submitting: bool) -> Answer | Unreadable:
        """The boxes in which something was typed, and none that is only given."""
        boxes = [box for box in answer["boxes"] if any(box[name].strip() for name in TYPED)]
        own = [box for box in boxes if not self.stands(box["key"])]
        if not own:
            return Unreadable(
                _("Pohon ini belum memuat kotak Anda. Isilah paling sedikit satu kotak."),
                {f"boxes.{len(boxes)}.condition": _("Mulailah di sini.")},
            )
        if len(boxes) > self.boxes.max:
            return Unreadable(
                _(
                    "Ada %(count)s kotak; latihan ini menerima paling banyak %(most)s.",
                    count=len(boxes),
                    most=self.boxes.max,
                )
            )
        if submitting and len(boxes) < self.boxes.min:
            return Unreadable(
                _(
                    "Baru %(count)s kotak; latihan ini meminta paling sedikit %(least)s. "
                    "Tombol Periksa sudah dapat dipakai.",
                    count=len(boxes),
                    least=self.boxes.min,
                )
            )
        return {"boxes": boxes}

    def review(self, answer: Answer) -> Document:
        """What the reviewer says about the tree."""
        return cast(Document, reviewer.review_cascade(self.tree(answer)))

    def tree(self, answer: Answer) -> Tree:
        """The cascade that an accepted answer describes."""
        return cascade_of(answer)

    def above(self, level: str) -> tuple[str, ...]:
        """The levels over one."""
        return tuple(self.levels[: self.levels.index(cast(LevelName, level))])

    def _ordered(self, boxes: Sequence[Box]) -> list[Box]:
        """Level by level, otherwise as they were."""
        return sorted(boxes, key=lambda box: self.levels.index(cast(LevelName, box["position"])))

    def _new(self, boxes: Sequence[Box], level: str) -> Box:
        """An empty box with a key of its own, under the only box it can stand under."""
        known = {box["key"] for box in boxes} | {given.get("key", "") for given in self.given}
        key = next(name for number in range(1, MOST_BOXES * 2) if (name := f"K{number}") not in known)
        above = self.above(level)
        over = [box["key"] for box in boxes if above and box["position"] == above[-1]]
        return _box({"key": key, "position": level, "parent": over[0] if len(over) == 1 else ""})

    def slips(self) -> Iterator[tuple[str, str]]:
        """Adds: given boxes on foreign levels or without a key, locked boxes that are not given."""
        keys = [given.get("key", "") for given in self.given]
        for index, given in enumerate(self.given):
            if not given.get("key") or keys.count(given["key"]) > 1:
                yield f"given[{index}].key", "setiap kotak perlu kode sendiri"
            if given.get("position") not in self.levels:
                yield f"given[{index}].position", f"harus salah satu dari {', '.join(self.levels)}"
                return
        for index, key in enumerate(self.locked):
            if key not in keys:
                yield f"locked[{index}]", f"tidak ada kotak {key} di given"
        if self.boxes.min > self.boxes.max:
            yield "boxes", "min lebih besar daripada max"
        yield from super().slips()


def _box(cells: dict[Any, str]) -> Box:
    return {name: cells.get(name, "") for name in FIELDS}
