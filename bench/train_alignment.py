"""Weigh the evidence of alignment from labelled rows, and say how much was learnt by heart.

    python bench/train_alignment.py ROWS.jsonl            figures, plain and leaving documents out
    python bench/train_alignment.py ROWS.jsonl --write    and write lexicon/alignment_weights.yaml

A row holds `doc`, `sasaran`, `indikator`, `satuan`, `target`, `definisi` and `labels.aligned` (yes,
partial, no, na). Two logistic regressions are fitted by plain gradient descent, so that the same rows
give the same weights on any machine: `related` (against "no" and against the sasaran of a stranger) and
`shows` (yes against partial).
"""

import argparse
import json
import math
import random
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from workbench.reviewer.document import Row
from workbench.reviewer.evidence import features, gather
from workbench.reviewer.reading import read_row
from workbench.reviewer.vocabulary import FOLDER

RELATED = (
    "same", "part_near", "part_far", "wider", "field", "covered", "explained", "other_field",
    "vague_sasaran", "facet_shown", "other_object", "nothing_shared",
)  # fmt: skip
SHOWS = (
    "standard_serves", "standard_main", "wider", "explained", "covered_fully", "effort_for_result",
    "output_for_result", "output_for_output", "result_for_output", "explained_output", "covered_output",
    "breadth", "unmet", "not_measure", "facet_shown", "vague_sasaran",
)  # fmt: skip
CASES = Path(__file__).parent.parent / "tests" / "reviewer" / "cases"
STRANGERS = 3  # other documents' sasaran per row
RELATED_AT, SHOWS_AT, CERTAIN = 0.2, 0.58, 0.6
ROUNDS, PACE = 400, 5.0

Numbers = dict[str, float]


@dataclass(frozen=True)
class Case:
    """One pair to learn from; `docs` are the documents it comes from."""

    docs: frozenset[str]
    seen: Numbers
    label: str  # yes, partial, no, stranger


@dataclass(frozen=True)
class Weights:
    bias: float
    of: Numbers

    def share(self, seen: Numbers) -> float:
        total = self.bias + sum(weight * seen[name] for name, weight in self.of.items())
        return 1.0 / (1.0 + math.exp(-max(-30.0, total)))


def see(sasaran: str, row: dict[str, Any]) -> Numbers:
    read = read_row(
        Row(
            1, sasaran, row["indikator"], row.get("satuan") or "", row.get("target") or "",
            row.get("definisi") or "",
        )
    )  # fmt: skip
    return features(gather(sasaran, row["indikator"], read))


def own_rows() -> list[dict[str, Any]]:
    """The project's own cases, each file standing for a document."""
    rows = []
    for path in sorted(CASES.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            cells = {name: str(case.get(name) or "") for name in ("sasaran", "indikator", "satuan", "target")}
            rows.append(
                {
                    **cells,
                    "definisi": str(case.get("formula") or ""),
                    "doc": path.stem,
                    "labels": case["labels"],
                }
            )
    return rows


def load(path: Path) -> list[Case]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return prepare(rows) + prepare(own_rows())


def prepare(rows: list[dict[str, Any]]) -> list[Case]:
    """Labelled pairs with what is seen in them, and for each a few strangers out of the same rows."""
    labelled = [row for row in rows if row["labels"].get("aligned") in ("yes", "partial", "no")]
    cases = [
        Case(frozenset({row["doc"]}), see(row["sasaran"], row), row["labels"]["aligned"]) for row in labelled
    ]
    chance = random.Random(7)
    for row in labelled:
        others = [other for other in labelled if other["doc"] != row["doc"]]
        for other in chance.choices(others, k=STRANGERS):
            cases.append(Case(frozenset({row["doc"], other["doc"]}), see(other["sasaran"], row), "stranger"))
    return cases


def fit(cases: list[tuple[Numbers, bool, float]], names: tuple[str, ...], hold: float) -> Weights:
    """Logistic regression; `hold` keeps weights small, the third of each case is how much it counts."""
    of, bias = dict.fromkeys(names, 0.0), 0.0
    every = sum(weight for _, _, weight in cases)
    for _ in range(ROUNDS):
        current = Weights(bias, of)
        missed = [((current.share(seen) - truth) * weight, seen) for seen, truth, weight in cases]
        slope = {name: sum(gap * seen[name] for gap, seen in missed if seen[name]) for name in names}
        of = {name: of[name] - PACE * slope[name] / every - hold * of[name] / 2 for name in names}
        bias -= 0.3 * PACE * sum(gap for gap, _ in missed) / every
    return Weights(round(bias, 2), {name: round(value, 2) for name, value in of.items()})


def train(cases: list[Case], without: str = "") -> tuple[Weights, Weights]:
    kept = [case for case in cases if without not in case.docs]
    counts = {"yes": 1.0, "partial": 1.0, "no": 3.0, "stranger": 1 / STRANGERS}
    related = [(case.seen, case.label in ("yes", "partial"), counts[case.label]) for case in kept]
    shows = [(case.seen, case.label == "yes", 1.0) for case in kept if case.label in ("yes", "partial")]
    return fit(related, RELATED, 0.05), fit(shows, SHOWS, 0.1)


def verdict(weights: tuple[Weights, Weights], seen: Numbers) -> str:
    about, shows = weights[0].share(seen), weights[1].share(seen)
    if about < RELATED_AT:
        return "no"
    if seen["effort_for_result"]:
        return "partial"
    return "yes" if shows >= SHOWS_AT and about >= CERTAIN else "partial"


def macro_f1(pairs: list[tuple[str, str]]) -> float:
    scores = []
    for label in ("yes", "partial", "no"):
        right = sum(truth == said == label for truth, said in pairs)
        wrong = sum((truth == label) != (said == label) for truth, said in pairs)
        scores.append(2 * right / (2 * right + wrong) if right else 0.0)
    return sum(scores) / len(scores)


def report(cases: list[Case], full: tuple[Weights, Weights]) -> None:
    labelled = [case for case in cases if case.label != "stranger"]
    docs = sorted({doc for case in labelled for doc in case.docs})
    apart = {doc: train(cases, doc) for doc in docs}
    plain = [(case.label, verdict(full, case.seen)) for case in labelled]
    left_out = [(case.label, verdict(apart[min(case.docs)], case.seen)) for case in labelled]
    strangers = [case for case in cases if case.label == "stranger"]
    called = sum(verdict(full, case.seen) == "yes" for case in strangers) / len(strangers)
    print(f"alignment macro-F1: plain {macro_f1(plain):.3f}, leaving documents out {macro_f1(left_out):.3f}")
    print(f"stranger's sasaran called yes: {called:.3f} of {len(strangers)}")


def page(weights: tuple[Weights, Weights]) -> str:
    """The weight file, in an order that a reviewer can follow: the heaviest first."""
    lines = [
        "# Made by bench/train_alignment.py; the features are explained in evidence.py.",
        "# Above zero speaks for, below zero against. `at_least` and `certain` are shares from 0 to 1.",
        f"certain: {CERTAIN}",
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
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("rows", type=Path)
    parser.add_argument("--write", action="store_true", help="write lexicon/alignment_weights.yaml")
    arguments = parser.parse_args()
    cases = load(arguments.rows)
    full = train(cases)
    report(cases, full)
    if arguments.write:
        (FOLDER / "alignment_weights.yaml").write_text(page(full), encoding="utf-8")
        sys.stderr.write("lexicon/alignment_weights.yaml written\n")


if __name__ == "__main__":
    main()
