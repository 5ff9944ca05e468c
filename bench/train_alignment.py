"""Weigh the evidence of alignment from labelled rows, and say how much was learnt by heart.

    python bench/train_alignment.py ROWS.jsonl            figures, plain and leaving documents out
    python bench/train_alignment.py ROWS.jsonl --write    and write lexicon/alignment_weights.yaml

A row holds `doc`, `sasaran`, `indikator`, `satuan`, `target`, `definisi` and `labels.aligned` (yes,
partial, no, na). The project's own cases are learnt from as well, at a quarter of the weight of a row that
somebody published: they were written to be told apart. Two logistic regressions are fitted, so that the
same rows give the same weights on any machine: `related` (against "no" and against the sasaran of a stranger)
and `shows` (yes against partial).
"""

import argparse
import json
import math
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from workbench.reviewer.document import Row
from workbench.reviewer.evidence import features, gather
from workbench.reviewer.reading import read_row
from workbench.reviewer.vocabulary import FOLDER

RELATED = (
    "same", "part_near", "sibling", "covered_fully", "other_field", "other_object", "nothing_shared", "kin",
    "strange", "standard_main",
)  # fmt: skip
SHOWS = (
    "same_result", "standard_serves", "covered_fully", "explained", "explained_output", "taken_over",
    "same_first", "outcome", "impact", "effort_for_result", "output_for_result", "output_for_output", "unmet",
    "not_measure", "facet_shown", "graded", "kin",
)  # fmt: skip
CASES = Path(__file__).parent.parent / "tests" / "reviewer" / "cases"
STRANGERS = 4  # other documents' sasaran per row
RELATED_AT, HARDLY, SHOWS_AT, CERTAIN = 0.2, 0.1, 0.54, 0.7
COUNTS = {"yes": 1.0, "partial": 1.0, "no": 2.0, "stranger": 1 / STRANGERS}
PUBLISHED, OWN = 2.0, 0.5  # what a row counts
HOLD_RELATED, HOLD_SHOWS = 0.0015, 0.004  # how strongly weights are kept small
STEPS, FOLDS = 12, 10

Numbers = dict[str, float]
Sample = tuple[list[tuple[int, float]], bool, float]  # features by place, the truth, how much it counts


@dataclass(frozen=True)
class Case:
    """One pair to learn from; `docs` are the documents it comes from."""

    docs: frozenset[str]
    seen: Numbers
    foreign: bool
    strangers: bool
    label: str  # yes, partial, no, stranger
    counts: float


@dataclass(frozen=True)
class Weights:
    """A bias and the weight of each feature."""

    bias: float
    of: Numbers

    def share(self, seen: Numbers) -> float:
        """How likely, 0 to 1."""
        return _share(self.bias + sum(weight * seen[name] for name, weight in self.of.items()))


def _share(total: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def see(sasaran: str, row: dict[str, Any]) -> tuple[Numbers, bool, bool]:
    """What is seen in a row under a sasaran, its own or a stranger's, and how foreign the two are."""
    cells = [row.get(name) or "" for name in ("satuan", "target", "definisi")]
    found = gather(sasaran, row["indikator"], read_row(Row(1, sasaran, row["indikator"], *cells)))
    return features(found), found.foreign, found.strangers


def own_rows() -> list[dict[str, Any]]:
    """The project's own cases, each file standing for a document."""
    rows = []
    for path in sorted(CASES.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            cells = {name: str(case.get(name) or "") for name in ("sasaran", "indikator", "satuan", "target")}
            formula = str(case.get("formula") or "")
            rows.append({**cells, "definisi": formula, "doc": path.stem, "labels": case["labels"]})
    return rows


def load(path: Path) -> tuple[list[Case], list[Case]]:
    """Pairs from the given rows and from the project's own, each with strangers out of the same rows."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return prepare(rows, PUBLISHED), prepare(own_rows(), OWN)


def prepare(rows: list[dict[str, Any]], counts: float) -> list[Case]:
    """Labelled pairs with what is seen in them, and for each a few strangers out of the same rows."""
    labelled = [row for row in rows if row["labels"].get("aligned") in ("yes", "partial", "no")]
    chance = random.Random(7)
    cases = []
    for row in labelled:
        label = row["labels"]["aligned"]
        cases.append(Case(frozenset({row["doc"]}), *see(row["sasaran"], row), label, counts * COUNTS[label]))
        others = [one for one in labelled if one["doc"] != row["doc"] and one["sasaran"] != row["sasaran"]]
        for other in chance.choices(others, k=STRANGERS):
            docs = frozenset({row["doc"], other["doc"]})
            strange = see(other["sasaran"], row)
            cases.append(Case(docs, *strange, "stranger", counts * COUNTS["stranger"]))
    return cases


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a small set of linear equations, by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for place in range(size):
        best = max(range(place, size), key=lambda row: abs(rows[row][place]))
        rows[place], rows[best] = rows[best], rows[place]
        for row in range(place + 1, size):
            share = rows[row][place] / rows[place][place]
            if share:
                rows[row] = [a - share * b for a, b in zip(rows[row], rows[place], strict=True)]
    found = [0.0] * size
    for place in reversed(range(size)):
        known = sum(rows[place][later] * found[later] for later in range(place + 1, size))
        found[place] = (rows[place][size] - known) / rows[place][place]
    return found


def step(samples: list[Sample], now: list[float], hold: float) -> list[float]:
    """One step of Newton's method for logistic regression; the last place is the bias, which is not held."""
    size = len(now)
    every = sum(counts for _, _, counts in samples)
    slope = [hold * every * value for value in now[:-1]] + [0.0]
    bend = [[0.0] * size for _ in range(size)]
    for place in range(size):
        bend[place][place] = hold * every if place < size - 1 else 1e-6
    for seen, truth, counts in samples:
        share = _share(sum(now[place] * value for place, value in seen))
        gap, width = counts * (share - truth), counts * share * (1.0 - share)
        for place, value in seen:
            slope[place] += gap * value
            line = bend[place]
            for other, much in seen:
                line[other] += width * value * much
    change = solve(bend, slope)
    return [value - part for value, part in zip(now, change, strict=True)]


def fit(cases: list[Case], truth: Callable[[Case], bool], names: tuple[str, ...], hold: float) -> Weights:
    """Logistic regression on the named features; `hold` keeps weights small."""
    samples = []
    for case in cases:
        seen = [(place, case.seen[name]) for place, name in enumerate(names) if case.seen[name]]
        samples.append(([*seen, (len(names), 1.0)], truth(case), case.counts))
    now = [0.0] * (len(names) + 1)
    for _ in range(STEPS):
        now = step(samples, now, hold)
    rounded = [round(value, 2) for value in now]
    return Weights(rounded[-1], dict(zip(names, rounded, strict=False)))


def train(cases: list[Case]) -> tuple[Weights, Weights]:
    """`related` and `shows`."""
    true = [case for case in cases if case.label in ("yes", "partial")]
    related = fit(cases, lambda case: case.label in ("yes", "partial"), RELATED, HOLD_RELATED)
    return related, fit(true, lambda case: case.label == "yes", SHOWS, HOLD_SHOWS)


def verdict(weights: tuple[Weights, Weights], case: Case) -> str:
    """What `alignment.judge` will say with these weights."""
    about, shows = weights[0].share(case.seen), weights[1].share(case.seen)
    if (about < RELATED_AT and case.foreign) or (about < HARDLY and case.strangers):
        return "no"
    if case.seen["effort_for_result"]:
        return "partial"
    return "yes" if shows >= SHOWS_AT and about >= CERTAIN else "partial"


def macro_f1(pairs: list[tuple[str, str]]) -> float:
    """Mean F1 of the three verdicts."""
    scores = []
    for label in ("yes", "partial", "no"):
        right = sum(truth == said == label for truth, said in pairs)
        wrong = sum((truth == label) != (said == label) for truth, said in pairs)
        scores.append(2 * right / (2 * right + wrong) if right else 0.0)
    return sum(scores) / len(scores)


def report(given: list[Case], own: list[Case], full: tuple[Weights, Weights]) -> None:
    """How the given rows are judged by weights that know them, and by weights that never saw them."""
    docs = sorted({doc for case in given for doc in case.docs})
    random.Random(3).shuffle(docs)
    fold_of = {doc: place % FOLDS for place, doc in enumerate(docs)}
    plain: list[tuple[str, str]] = []
    apart: list[tuple[str, str]] = []
    for fold in range(FOLDS):
        unseen = train([case for case in given if all(fold_of[doc] != fold for doc in case.docs)] + own)
        for case in given:
            if fold in {fold_of[doc] for doc in case.docs}:
                plain.append((case.label, verdict(full, case)))
                apart.append((case.label, verdict(unseen, case)))
    for name, pairs in (("plain", plain), ("leaving documents out", apart)):
        strange = [said == "yes" for truth, said in pairs if truth == "stranger"]
        score = macro_f1([pair for pair in pairs if pair[0] != "stranger"])
        print(f"{name}: macro-F1 {score:.3f}, stranger called yes {sum(strange) / len(strange):.3f}")


def page(weights: tuple[Weights, Weights]) -> str:
    """The weight file, in an order that a reviewer can follow: the heaviest first."""
    lines = [
        "# Made by bench/train_alignment.py; the features are explained in evidence.py.",
        "# Above zero speaks for, below zero against. `at_least`, `certain`, `hardly`: shares from 0 to 1.",
        f"certain: {CERTAIN}",
        f"hardly: {HARDLY}",
    ]
    for name, model, at_least in (
        ("related", weights[0], RELATED_AT),
        ("shows", weights[1], SHOWS_AT),
    ):
        lines += [f"{name}:", f"  bias: {model.bias}", f"  at_least: {at_least}", "  weights:"]
        ordered = sorted(model.of.items(), key=lambda item: (-abs(item[1]), item[0]))
        lines += [f"    {feature}: {weight}" for feature, weight in ordered]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Read, weigh, report."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("rows", type=Path)
    parser.add_argument("--write", action="store_true", help="write lexicon/alignment_weights.yaml")
    arguments = parser.parse_args()
    given, own = load(arguments.rows)
    full = train(given + own)
    report(given, own, full)
    if arguments.write:
        (FOLDER / "alignment_weights.yaml").write_text(page(full), encoding="utf-8")
        sys.stderr.write("lexicon/alignment_weights.yaml written\n")


if __name__ == "__main__":
    main()
