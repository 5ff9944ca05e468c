"""A stored review without some of its findings: what an accepted objection leaves standing. Pure.

The reviewer is not asked again. The points that a finding took in the stored review are given back, no more
and no less, so the same review without the same findings is always the same, whatever the rules say today.
What another finding was spared because the contested one had already cost its part is not charged afterwards:
an objection never makes a score worse.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from .findings import Axis, Finding, Principle, Severity
from .praise import AGREEMENT, CASCADE, TABLE, verdict
from .score import NOTHING_TO_JUDGE, START, mean

#: A review document as JSON gives it back, also one that was written under earlier rules.
Stored = dict[str, Any]

#: What stands for the row number in the key of a finding about the whole, by its list in the document.
OF_WHOLE = {"table_findings": "tabel", "findings": "dokumen"}

_NAMES = ("rule", "field", "start")


def findings_of(document: Stored) -> Iterator[tuple[str, int | None, Stored]]:
    """Every finding with its key and its row (None: the whole), in the order of the page.

    A key names a finding within its review: `3/vague-words/indikator/12`, `tabel/units-mixed//0`; a rule
    that speaks again about the same place gets `#2` at its end.
    """
    for name, word in OF_WHOLE.items():
        for key, finding in _keyed(word, document.get(name, ())):
            yield key, None, finding
    for row in document.get("rows", ()):
        for key, finding in _keyed(row["row"], row["findings"]):
            yield key, row["row"], finding


def without(document: Stored, keys: Collection[str]) -> Stored:
    """The review as if these findings had never been made; other keys are ignored."""
    gone = {key for key, _row, _finding in findings_of(document)} & set(keys)
    if not gone:
        return document
    rows = [_row_without(row, gone) for row in document["rows"]]
    whole = {name: _whole_without(word, document.get(name, ()), gone) for name, word in OF_WHOLE.items()}
    of_whole = [finding for findings in whole.values() for finding in findings]
    before = [finding for name in OF_WHOLE for finding in document.get(name, ())]
    score = document["score"] + _mean_score(rows) - _mean_score(document["rows"])
    left = {name: findings for name, findings in whole.items() if name in document}
    return {
        **document,
        "score": min(START, score + _points(of_whole) - _points(before)),
        "verdict": _verdict(document, rows, of_whole),
        "first": _first(rows, of_whole),
        "principles": _principles(document, rows, of_whole),
        **left,
        "rows": rows,
    }


def regained(document: Stored, keys: Collection[str]) -> list[tuple[str, int]]:
    """What each of these findings gives back to the score of the whole, one after the other in page order.

    The points add up to the difference between `without(document, keys)` and the document; a single one may
    be 0, because the score of a table is a mean that is rounded down.
    """
    steps = []
    gone: list[str] = []
    score = document["score"]
    for key, _row, _finding in findings_of(document):
        if key in keys:
            gone.append(key)
            after = without(document, gone)["score"]
            steps.append((key, after - score))
            score = after
    return steps


def _keyed(place: object, findings: Sequence[Stored]) -> Iterator[tuple[str, Stored]]:
    told: dict[str, int] = {}
    for finding in findings:
        key = "/".join(map(str, (place, *(finding[name] for name in _NAMES))))
        told[key] = told.get(key, 0) + 1
        yield (key if told[key] == 1 else f"{key}#{told[key]}"), finding


def _row_without(row: Stored, gone: Collection[str]) -> Stored:
    keyed = list(_keyed(row["row"], row["findings"]))
    left = [finding for key, finding in keyed if key not in gone]
    if len(left) == len(keyed):
        return row
    return {
        **row,
        "score": row["score"] - _points([finding for key, finding in keyed if key in gone]),
        "principles": {name: _of_principle(name, left) for name in row["principles"]},
        "findings": left,
    }


def _of_principle(name: str, findings: Sequence[Stored]) -> int:
    """A row's score in one principle, as `score.row_principles` counts it."""
    if any(finding["rule"] in NOTHING_TO_JUDGE for finding in findings):
        return 0
    return START + _points([finding for finding in findings if finding["principle"] == name])


def _whole_without(word: str, findings: Sequence[Stored], gone: Collection[str]) -> list[Stored]:
    """A rule about the whole takes its points once, with the first thing it says; the next inherits them."""
    left: list[Stored] = []
    owed: dict[str, int] = {}
    for key, finding in _keyed(word, findings):
        rule = finding["rule"]
        if key in gone:
            owed[rule] = owed.get(rule, 0) + finding["points"]
        elif owed.get(rule) and not finding["points"]:
            left.append({**finding, "points": owed.pop(rule)})
        else:
            left.append(finding)
    return left


def _principles(document: Stored, rows: Sequence[Stored], of_whole: Sequence[Stored]) -> dict[str, int]:
    found = {}
    for name in document["principles"]:
        lost = _points([finding for finding in of_whole if finding["principle"] == name])
        base = mean([row["principles"][name] for row in rows]) if rows else START
        found[name] = max(0, base + lost)
    return found


def _verdict(document: Stored, rows: Sequence[Stored], of_whole: Sequence[Stored]) -> str:
    everything = [*of_whole, *(finding for row in rows for finding in row["findings"])]
    subject = {"agreement": AGREEMENT, "cascade": CASCADE}.get(document.get("kind", ""), TABLE)
    return verdict([_finding(one) for one in everything], len(rows), subject)


def _finding(part: Stored) -> Finding:
    return Finding(
        rule=part["rule"],
        severity=Severity(part["severity"]),
        principle=Principle(part["principle"]),
        axis=Axis(part["axis"]),
        message=part["message"],
        advice=part["advice"],
    )


def _first(rows: Sequence[Stored], of_whole: Sequence[Stored]) -> Stored | None:
    """What now gains most; chosen as the report chooses it."""
    count = max(1, len(rows))
    candidates: list[tuple[int, int | None, Stored]] = [(-f["points"] * count, None, f) for f in of_whole]
    for row in rows:
        candidates += [(-finding["points"], row["row"], finding) for finding in row["findings"]]
    gain, row_number, finding = max(candidates, key=lambda item: item[0], default=(0, None, {}))
    if gain == 0:
        return None
    where = {"where": finding["where"]} if finding.get("where") else {}
    return {"row": row_number, "rule": finding["rule"], "gain": -finding["points"], **where}


def _mean_score(rows: Sequence[Stored]) -> int:
    return mean([row["score"] for row in rows])


def _points(findings: Sequence[Stored]) -> int:
    return sum(int(finding["points"]) for finding in findings)
