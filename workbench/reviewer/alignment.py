"""Does the indicator show that its sasaran is reached, and why.

Two small linear models weigh the evidence (`lexicon/alignment_weights.yaml`, made by
`bench/train_alignment.py`): is it about the sasaran at all, and if so, does it show the whole of it.
Whatever they say, the reason given to the person comes from the evidence itself.
"""

import math
from dataclasses import dataclass, replace
from functools import cache

from workbench.reviewer.because import explain, relation_of
from workbench.reviewer.document import Row
from workbench.reviewer.evidence import Evidence, features, gather
from workbench.reviewer.findings import Alignment, Level, ObjectiveKind, Reading, Verdict
from workbench.reviewer.reading import read_row
from workbench.reviewer.standard import lookup
from workbench.reviewer.vocabulary import load

_NO_OBJECTIVE = Alignment(Verdict.NA, None, ("sasaran belum diisi, jadi keselarasan belum dapat dinilai",))
_UNREADABLE = Alignment(Verdict.NO, 0.0, ("sasaran atau indikator tidak terbaca",), "unknown")
_EMPTY = Alignment(Verdict.NO, 0.0, ("indikator belum menyebut apa yang diukur",), "unknown")
_REPEATS = Alignment(
    Verdict.NO, 0.1, ("indikator mengulang kata-kata sasaran, belum menyebut ukurannya",), "repeats"
)


EFFORTS = frozenset({Level.INPUT, Level.ACTIVITY})


@dataclass(frozen=True, slots=True)
class Model:
    """A weighted sum of features, turned into a share between 0 and 1."""

    bias: float
    weights: dict[str, float]
    at_least: float  # from here on the answer is yes

    def weigh(self, seen: dict[str, float]) -> float:
        """How likely, 0 to 1."""
        total = self.bias + sum(weight * seen[name] for name, weight in self.weights.items())
        return 1.0 / (1.0 + math.exp(-total))


@cache
def _model(name: str) -> Model:
    raw = load("alignment_weights")[name]
    return Model(float(raw["bias"]), {k: float(v) for k, v in raw["weights"].items()}, float(raw["at_least"]))


@cache
def _hardly() -> float:
    """Below this share a link is hardly to be thought of."""
    return float(load("alignment_weights")["hardly"])


def align(sasaran: str, indikator: str, *, formula: str = "", reading: Reading | None = None) -> Alignment:
    """The verdict on one pair, with a score from 0 to 1 and the reason in one or two lines.

    yes: when the indicator moves, one sees whether the sasaran is reached; partial: one small aspect, a
    weak proxy or an activity of it; no: another matter; na: there is no sasaran.
    """
    if not sasaran.strip():
        return _NO_OBJECTIVE
    if not indikator.strip():
        return _UNREADABLE
    known = reading or read_row(Row(1, sasaran=sasaran, indikator=indikator, formula=formula))
    if not known.readable or known.objective_kind is ObjectiveKind.UNREADABLE:
        return _UNREADABLE
    seen = gather(sasaran, indikator, known)
    if seen.empty:
        return _EMPTY
    if seen.repeats:
        # told twice, a piece of work is still that piece of work
        return replace(_REPEATS, verdict=Verdict.PARTIAL, score=0.3) if seen.wants_output else _REPEATS
    return judge(seen)


def judge(seen: Evidence) -> Alignment:
    """The verdict that the evidence leads to."""
    numbers = features(seen)
    related, whole = _model("related"), _model("shows")
    about, shows = related.weigh(numbers), whole.weigh(numbers)
    score = round(about * (0.4 + 0.6 * shows), 2)
    verdict = Verdict.PARTIAL
    if (about < related.at_least and seen.foreign) or (about < _hardly() and seen.strangers):
        verdict = Verdict.NO  # told only where both matters are known: not seeing a link is no proof
    elif seen.level in EFFORTS and not seen.wants_output:
        score = min(score, 0.5)  # what was done or spent never shows by itself that a result came of it
    elif shows >= whole.at_least and about >= float(load("alignment_weights")["certain"]):
        verdict = Verdict.YES
    relation = relation_of(seen, verdict)
    return Alignment(verdict, score, explain(seen, relation), relation)


__all__ = ["Alignment", "align", "judge", "lookup"]
