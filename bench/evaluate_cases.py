"""Score the reviewer on the project's own labelled rows: `make eval`.

    python bench/evaluate_cases.py [--show N] [--json] [--folder FOLDER]

Every case of tests/reviewer/cases/*.yaml is reviewed as a table of one row that has only the columns the case
names, so no case leans on its neighbours. What the reviewer reads is compared with the labels; a label that
is null is doubtful and not scored. Exit status 0 whatever the figures.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from workbench.reviewer import Position, Row, Table, review

FOLDER = Path(__file__).parent.parent / "tests" / "reviewer" / "cases"

CELLS = ("sasaran", "indikator", "satuan", "target", "formula")

#: Every label with the values it may take; null is always allowed and means "not scored".
LABELS: dict[str, tuple[bool | str, ...]] = {
    "is_measure": (True, False),
    "level": ("input", "activity", "output", "outcome", "impact"),
    "vague": (True, False),
    "double": (True, False),
    "target_ok": (True, False),
    "aligned": ("yes", "partial", "no", "na"),
    "sasaran_is_result": (True, False),
}

#: The value of a yes/no label that an evaluator would send back; precision and recall are about that value.
FLAWS = {
    "is_measure": False,
    "vague": True,
    "double": True,
    "target_ok": False,
    "sasaran_is_result": False,
}

#: Five levels folded into three: what is done, what is delivered, what changes.
COARSE = {
    "input": "effort",
    "activity": "effort",
    "output": "output",
    "outcome": "result",
    "impact": "result",
}

Answers = dict[str, Any]
Both = tuple[object, object]


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled row; `pair` names the case that differs from it in exactly one thing."""

    file: str
    id: str
    position: str
    cells: dict[str, str]
    labels: Answers
    pair: str = ""
    note: str = ""


def load_cases(folder: Path = FOLDER) -> list[Case]:
    """All cases of a folder, file by file in alphabetical order."""
    cases = []
    for path in sorted(folder.glob("*.yaml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
            extra = set(entry) - {"id", "position", "labels", "pair", "note", *CELLS}
            if extra:
                raise ValueError(f"{path.name}: {entry.get('id')}: unknown keys {sorted(extra)}")
            cells = {name: entry[name] for name in CELLS if name in entry}
            cases.append(
                Case(
                    file=path.stem,
                    id=entry["id"],
                    position=entry["position"],
                    cells=cells,
                    labels=entry["labels"],
                    pair=entry.get("pair", ""),
                    note=entry.get("note", ""),
                )
            )
    return cases


def answer(case: Case) -> Answers:
    """What the reviewer says about a case, by the names of the labels; `errors` holds its error findings."""
    table = Table(
        rows=(Row(number=1, **case.cells),),
        columns=frozenset(case.cells),
        position=Position(case.position),
        name=case.id,
    )
    row: Any = review(table)["rows"][0]
    found: Answers = {label: row["reading"].get(label) for label in LABELS if label != "aligned"}
    found["aligned"] = row["alignment"]["verdict"]
    found["errors"] = [part["rule"] for part in row["findings"] if part["severity"] == "error"]
    return found


def scored(cases: Sequence[Case], answers: Sequence[Answers], label: str) -> list[Both]:
    """(what we say, what the reviewer says) for every case whose label is not null."""
    return [
        (case.labels[label], said[label])
        for case, said in zip(cases, answers, strict=True)
        if case.labels[label] is not None
    ]


def share(hits: Iterable[bool]) -> float:
    """How much of it is true, 0..1; 1 where there is nothing to miss."""
    counted = list(hits)
    return sum(counted) / len(counted) if counted else 1.0


def precision_recall_f1(pairs: Sequence[Both], value: object) -> tuple[float, float, float]:
    """How well the reviewer finds one value: how often it is right to say so, how many it finds, and both."""
    said = [ours == value for ours, theirs in pairs if theirs == value]
    meant = [theirs == value for ours, theirs in pairs if ours == value]
    hits = sum(meant)
    return share(said), share(meant), 2 * hits / (len(said) + len(meant)) if said or meant else 1.0


def macro_f1(pairs: Sequence[Both], values: Iterable[object]) -> float:
    """The mean F1 over the values that we use at all."""
    used = [value for value in values if any(ours == value for ours, _ in pairs)]
    return sum(precision_recall_f1(pairs, value)[2] for value in used) / len(used) if used else 1.0


def told_apart(two: Sequence[int], cases: Sequence[Case], answers: Sequence[Answers]) -> bool:
    """Whether the reviewer is right on both cases of a pair, wherever our labels differ between them.

    Where they do not differ, the one thing that changed does not matter, and the readings must be the same.
    """
    first, second = two
    ours, others = cases[first].labels, cases[second].labels
    contrast = [
        label for label in LABELS if None not in (ours[label], others[label]) and ours[label] != others[label]
    ]
    if not contrast:
        given = [label for label in LABELS if None not in (ours[label], others[label])]
        return all(answers[first][label] == answers[second][label] for label in given)
    return all(answers[index][label] == cases[index].labels[label] for index in two for label in contrast)


def pairs_of(cases: Sequence[Case]) -> dict[str, list[int]]:
    """The places of the cases that share a pair key."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, case in enumerate(cases):
        if case.pair:
            places[case.pair].append(index)
    return dict(places)


def is_clean(case: Case) -> bool:
    """A row that an evaluator would let pass: a sound result measure with nothing wrong or in doubt."""
    ours = case.labels
    return (
        ours["is_measure"] is True
        and ours["level"] in ("outcome", "impact")
        and ours["vague"] is False
        and ours["double"] is False
        and ours["target_ok"] is not False
        and ours["aligned"] in ("yes", "na")
        and ours["sasaran_is_result"] is not False
    )


def figures(cases: Sequence[Case], answers: Sequence[Answers]) -> dict[str, float]:
    """The whole table as a flat object of names and shares between 0 and 1."""
    found: dict[str, float] = {}
    for label, values in LABELS.items():
        pairs = scored(cases, answers, label)
        found[f"{label}.agreement"] = share(ours == theirs for ours, theirs in pairs)
        if label in FLAWS:
            numbers = precision_recall_f1(pairs, FLAWS[label])
            for name, number in zip(("precision", "recall", "f1"), numbers, strict=True):
                found[f"{label}.{name}"] = number
        else:
            found[f"{label}.macro_f1"] = macro_f1(pairs, [value for value in values if value != "na"])
    coarse = [(COARSE[str(a)], COARSE.get(str(b))) for a, b in scored(cases, answers, "level")]
    found["level.three_classes_macro_f1"] = macro_f1(coarse, ("effort", "output", "result"))
    found["pairs_told_apart"] = share(told_apart(two, cases, answers) for two in pairs_of(cases).values())
    clean = [said for case, said in zip(cases, answers, strict=True) if is_clean(case)]
    found["clean_rows_without_error"] = share(not said["errors"] for said in clean)
    return {name: round(number, 3) for name, number in found.items()}


def by_file(cases: Sequence[Case], answers: Sequence[Answers]) -> dict[str, tuple[int, float]]:
    """For every file: how many cases, and the share of their labels that the reviewer agrees with."""
    hits: dict[str, list[bool]] = defaultdict(list)
    for case, said in zip(cases, answers, strict=True):
        hits[case.file] += [said[label] == value for label, value in case.labels.items() if value is not None]
    counts = Counter(case.file for case in cases)
    return {name: (counts[name], round(share(hits[name]), 3)) for name in sorted(counts)}


def print_disagreements(cases: Sequence[Case], answers: Sequence[Answers], most: int) -> None:
    """At most so many disagreements for each label, pair and clean row, each on one line."""
    for label in LABELS:
        wrong = [
            f"  {label}: kami {case.labels[label]}, penelaah {said[label]}: [{case.id}] "
            + " | ".join(case.cells.values())
            for case, said in zip(cases, answers, strict=True)
            if case.labels[label] is not None and case.labels[label] != said[label]
        ]
        print(f"{label}: {len(wrong)}", *wrong[:most], sep="\n")
    blurred = [name for name, two in pairs_of(cases).items() if not told_apart(two, cases, answers)]
    print(f"pairs not told apart: {len(blurred)}", *(f"  {name}" for name in blurred[:most]), sep="\n")
    alarms = [
        f"  [{case.id}] {', '.join(said['errors'])}"
        for case, said in zip(cases, answers, strict=True)
        if is_clean(case) and said["errors"]
    ]
    print(f"clean rows given an error: {len(alarms)}", *alarms[:most], sep="\n")


def print_table(cases: Sequence[Case], answers: Sequence[Answers]) -> None:
    """The figures, and how each file fares."""
    print(f"{len(cases)} cases, {len(pairs_of(cases))} pairs")
    for name, number in figures(cases, answers).items():
        print(f"{name:36} {number:.3f}")
    for name, (count, agreement) in by_file(cases, answers).items():
        print(f"{name:36} {count:4} cases, agreement {agreement:.3f}")


def main() -> None:
    """Read the command line, review every case, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N disagreements of each kind")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    arguments = parser.parse_args()
    cases = load_cases(arguments.folder)
    answers = [answer(case) for case in cases]
    if arguments.json:
        whole = {"cases": len(cases), "files": by_file(cases, answers), **figures(cases, answers)}
        print(json.dumps(whole, ensure_ascii=False))
        return
    if arguments.show:
        print_disagreements(cases, answers, arguments.show)
    print_table(cases, answers)


if __name__ == "__main__":
    main()
