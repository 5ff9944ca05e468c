"""What an exercise kind must know. A kind is the content model of its YAML, with the verbs below.

An answer is plain JSON: the draft, the attempt and the samples of the YAML all hold the same shape. A review
is plain JSON too; whatever the kind, its outer keys are `ruleset`, `score` (0..100), `verdict` (a sentence),
`praise`, `principles`, and either `rows` with findings (tables) or `items` with outcomes.

Every answer ends in one of three ways: right (`passed`), wrong, or unreadable. Unreadable means that there is
nothing to judge yet, and says what is missing and where; it never costs an attempt.

Field names in forms are places in the answer, joined by dots: `rows.0.sasaran`, `choices.3`.
"""

import re
from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, PrivateAttr, model_validator

from workbench.content import Strict
from workbench.prose import raw_html

Answer = dict[str, Any]
Document = dict[str, Any]
Words = Annotated[str, Field(min_length=1)]
Score = Annotated[int, Field(ge=0, le=100)]

#: Longest text of one field, in characters.
LONGEST = 2000

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Nothing to judge: one sentence, and per field name what is wrong there."""

    sentence: str
    fields: dict[str, str] = field(default_factory=dict)


class ScoreRange(Strict):
    """The score that a sample must get, both ends included."""

    min: Score = 0
    max: Score = 100


class Sample(Strict):
    """An answer and the outcome it must have."""

    name: Words
    answer: Answer
    score: ScoreRange | None = None
    passes: bool | None = None
    unreadable: bool = False

    @model_validator(mode="after")
    def _one_outcome(self) -> Self:
        if self.unreadable == (self.score is not None):
            raise ValueError("tulis salah satu: score, atau unreadable: true")
        return self


class Exercise(Strict):
    """An exercise of any kind. `minutes` is working time; `pass_score` (0..100) is what counts as lulus.

    `case` and `instructions` are Markdown; `hints` go from gentle to concrete.
    """

    kind: str
    title: Words
    module: Words
    minutes: Annotated[int, Field(gt=0)]
    case: Words
    instructions: Words
    pass_score: Score
    hints: Annotated[list[Words], Field(min_length=2)]
    samples: Annotated[list[Sample], Field(min_length=1)]
    _slug: str = PrivateAttr(default="")

    #: The template of its desk, in templates/exercises/desks/.
    desk: ClassVar[str]
    #: Whether a draft may be reviewed without making an attempt of it.
    may_check: ClassVar[bool] = True

    @property
    def slug(self) -> str:
        """The name of its folder, such as `01-mengenali-tingkat-hasil`."""
        return self._slug

    @property
    def number(self) -> int:
        """Its place in the order of exercises."""
        return int(self._slug[:2])

    def named(self, slug: str) -> Self:
        """The same exercise, knowing the name of its folder."""
        copy = self.model_copy()
        copy._slug = slug
        return copy

    @abstractmethod
    def blank(self) -> Answer:
        """What somebody finds who has typed nothing yet."""

    def shown(self, answer: Answer) -> Answer:
        """A draft as its desk shows it, with room for what is still to be typed."""
        return answer

    def acted(self, answer: Answer, action: str) -> Answer:
        """The draft after a button of its desk that changes its shape, pressed without JavaScript."""
        return answer

    @abstractmethod
    def accept(self, value: Any) -> Answer | Unreadable:
        """Anything of the right shape as a draft, however unfinished; Unreadable where it is not one."""

    @abstractmethod
    def complete(self, answer: Answer, *, submitting: bool) -> Answer | Unreadable:
        """An accepted draft as it is judged; Unreadable while there is not enough to judge.

        Submitting asks for everything that the instructions ask for, checking only for something to look at.
        """

    @abstractmethod
    def review(self, answer: Answer) -> Document:
        """Judge a complete answer. The same answer always gets the same document under one rule set."""

    def parts(self, answer: Answer) -> dict[str, str]:
        """What an answer holds beside its rows, boxes and choices: place and text, to be compared."""
        return {}

    def parse(self, value: Any, *, submitting: bool = True) -> Answer | Unreadable:
        """Any value as an answer that can be judged, or why it cannot."""
        accepted = self.accept(value)
        if isinstance(accepted, Unreadable):
            return accepted
        return self.complete(accepted, submitting=submitting)

    def passed(self, document: Document) -> bool:
        """Whether a reviewed answer counts as lulus."""
        return int(document["score"]) >= self.pass_score

    def slips(self) -> Iterator[tuple[str, str]]:
        """What is wrong between the parts of its YAML: place and sentence."""
        for name, text in (("case", self.case), ("instructions", self.instructions)):
            for line, fragment in raw_html(text):
                yield name, f"HTML tidak diizinkan (baris {line}): {fragment}"
        for index, sample in enumerate(self.samples):
            readable = not isinstance(self.parse(sample.answer), Unreadable)
            if readable == sample.unreadable:
                word = "dapat dibaca" if readable else "tidak dapat dibaca"
                yield f"samples[{index}].answer", f"contoh “{sample.name}” ternyata {word}"

    def run(self, sample: Sample) -> str:
        """Judge a sample; what differs from its promise, or an empty text."""
        answer = self.parse(sample.answer)
        if isinstance(answer, Unreadable) or sample.score is None:
            kept = isinstance(answer, Unreadable) == sample.unreadable
            return "" if kept else f"“{sample.name}”: terbaca atau tidaknya berbeda dari yang dijanjikan"
        document = self.review(answer)
        score, passed = document["score"], self.passed(document)
        if not sample.score.min <= score <= sample.score.max:
            return f"“{sample.name}”: skor {score}, janjinya {sample.score.min}–{sample.score.max}"
        if sample.passes is not None and passed != sample.passes:
            return f"“{sample.name}”: lulus {passed}, janjinya {sample.passes} (skor {score})"
        return ""


def clean(text: str) -> str:
    """Text that every database and page can hold: no control characters, newlines as one kind."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub(" ", plain).encode("utf-8", "replace").decode("utf-8")
