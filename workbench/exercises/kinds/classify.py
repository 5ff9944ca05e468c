"""Place each given measure on a level of result; some wrong answers are almost right.

The smallest complete exercise::

    kind: classify
    title: Mengenali tingkat hasil
    module: 01-hasil-bukan-kegiatan
    minutes: 10
    case: Dua ukuran dari laporan kinerja.
    instructions: Tempatkan setiap ukuran pada satu tingkat.
    pass_score: 75
    choices: [activity, output, outcome]
    items:
      - {text: "Jumlah rapat koordinasi", answer: activity, why: Rapat adalah pekerjaan pegawai.}
      - text: Persentase dokumen yang terbit tepat waktu
        answer: outcome
        why: Yang dihitung mutu layanan yang diterima warga.
        almost: {output: "Dokumennya keluaran, ketepatan waktunya hasil."}
    hints: [Apa yang dihitung?, Siapa yang merasakan bedanya?]
    samples:
      - {name: benar, answer: {choices: [activity, outcome]}, score: {min: 100}, passes: true}

An answer is `{"choices": ["activity", ...]}` in the order of the items. An item under `almost` earns half.
A draft cannot be checked without submitting, because the check would be the answer key.
"""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from flask_babel import lazy_gettext as _
from pydantic import Field

from workbench import reviewer
from workbench.content import Strict
from workbench.exercises.kinds.base import Answer, Document, Exercise, Unreadable, Words
from workbench.reviewer.score import START, shares

LevelName = Literal["input", "activity", "output", "outcome", "impact"]

RIGHT, ALMOST, WRONG = "right", "almost", "wrong"
#: What an answer loses of its item, in percent.
LOSSES = {RIGHT: 0, ALMOST: 50, WRONG: 100}


class Item(Strict):
    """A measure to be placed; `almost` gives the reason why another level comes close."""

    text: Words
    answer: LevelName
    why: Words
    almost: dict[LevelName, Words] = {}

    def outcome(self, choice: str) -> str:
        """How good a choice is: right, almost or wrong."""
        if choice == self.answer:
            return RIGHT
        return ALMOST if choice in self.almost else WRONG


class Classify(Exercise):
    """The model of `kind: classify`."""

    kind: Literal["classify"]
    choices: Annotated[list[LevelName], Field(min_length=2)]
    items: Annotated[list[Item], Field(min_length=2)]

    desk: ClassVar[str] = "classify.html"
    may_check: ClassVar[bool] = False

    def blank(self) -> Answer:
        """Nothing chosen."""
        return {"choices": [""] * len(self.items)}

    def accept(self, value: Any) -> Answer | Unreadable:
        """A level or nothing for each item; what is not sent is not chosen."""
        choices = value.get("choices", []) if isinstance(value, dict) else None
        if not isinstance(choices, list) or len(choices) > len(self.items):
            return Unreadable(_("Isian ini bukan jawaban latihan ini."))
        known = {"", None, *self.choices}
        wrong = {
            f"choices.{index}": _("Pilihan ini tidak dikenal.")
            for index, choice in enumerate(choices)
            if not (choice is None or isinstance(choice, str)) or choice not in known
        }
        if wrong:
            return Unreadable(_("Ada pilihan yang tidak dikenal."), wrong)
        missing = len(self.items) - len(choices)
        return {"choices": [choice or "" for choice in choices] + [""] * missing}

    def complete(self, answer: Answer, *, submitting: bool) -> Answer | Unreadable:
        """Every item placed."""
        missing = [index for index, choice in enumerate(answer["choices"]) if not choice]
        if missing:
            return Unreadable(
                _("%(count)s ukuran belum ditempatkan.", count=len(missing)),
                {f"choices.{index}": _("Pilih satu tingkat.") for index in missing},
            )
        return answer

    def review(self, answer: Answer) -> Document:
        """Each item with its outcome and the reason; points add up to the score."""
        outcomes = [item.outcome(choice) for item, choice in zip(self.items, answer["choices"], strict=True)]
        points = shares([LOSSES[outcome] for outcome in outcomes])
        counted = {word: outcomes.count(word) for word in LOSSES}
        return {
            "ruleset": reviewer.RULESET,
            "score": START - sum(points),
            "verdict": _verdict(counted, len(outcomes)),
            "praise": _praise(counted, len(outcomes)),
            "principles": {},
            "items": [
                {
                    "item": number,
                    "text": item.text,
                    "answer": item.answer,
                    "choice": choice,
                    "outcome": outcome,
                    "why": item.why,
                    "almost": item.almost.get(choice, ""),
                    "points": -lost,
                }
                for number, (item, choice, outcome, lost) in enumerate(
                    zip(self.items, answer["choices"], outcomes, points, strict=True), start=1
                )
            ],
        }

    def slips(self) -> Iterator[tuple[str, str]]:
        """Adds: answers nobody can choose, levels both almost and wholly right, samples of another length."""
        for index, sample in enumerate(self.samples):
            choices = sample.answer.get("choices")
            if isinstance(choices, list) and choices and len(choices) != len(self.items):
                yield f"samples[{index}].answer", f"harus {len(self.items)} pilihan, sekarang {len(choices)}"
        for index, item in enumerate(self.items):
            if item.answer not in self.choices:
                yield f"items[{index}].answer", f"{item.answer} tidak ada di choices"
            for level in item.almost:
                if level not in self.choices:
                    yield f"items[{index}].almost.{level}", f"{level} tidak ada di choices"
                elif level == item.answer:
                    yield f"items[{index}].almost.{level}", "sudah menjadi jawaban tepat"
        yield from super().slips()


def _verdict(counted: dict[str, int], total: int) -> str:
    if counted[RIGHT] == total:
        return "Semua ukuran berada di tingkat yang tepat."
    parts = [
        text
        for text in (
            f"{counted[ALMOST]} hampir tepat" if counted[ALMOST] else "",
            f"{counted[WRONG]} keliru" if counted[WRONG] else "",
        )
        if text
    ]
    return f"{counted[RIGHT]} dari {total} ukuran tepat, {' dan '.join(parts)}."


def _praise(counted: dict[str, int], total: int) -> str:
    if counted[WRONG] == 0 and counted[ALMOST]:
        return "Tidak ada yang keliru jauh: setiap jawaban tepat atau hampir tepat."
    return f"{counted[RIGHT]} ukuran sudah di tingkat yang tepat." if 0 < counted[RIGHT] < total else ""
