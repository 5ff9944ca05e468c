"""A review document as PDF: the score in a sentence, every row as typed with its findings, the arithmetic."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, cast

from ..reviewer import rules
from ..reviewer.document import Position
from ..reviewer.following import LINKS, both_ends
from ..reviewer.report import ReviewDocument, RowPart, arithmetic, row_arithmetic
from .agreement_form import OBJECTIVES, unit_after
from .cells import legal
from .iku_sheet import LABELS
from .typesetting import TEMPLATES, pdf

#: How severe a finding is, in words.
SEVERITIES = {"error": "wajib diperbaiki", "warning": "perlu ditinjau", "advice": "saran"}

#: The six principles as they are printed.
PRINCIPLES = {
    "keselarasan": "Keselarasan",
    "relevansi": "Relevansi",
    "terukur": "Terukur",
    "akuntabel": "Akuntabel",
    "transparan": "Transparan",
    "berkelanjutan": "Berkelanjutan",
}

Facts = Sequence[tuple[str, str]]
Steps = Sequence[tuple[str, int]]


def draw(
    document: Mapping[str, Any],
    *,
    title: str = "Hasil pemeriksaan",
    facts: Facts = (),
    steps: Steps | None = None,
) -> bytes:
    """The review of a table or an agreement as PDF, the same bytes for the same document.

    `facts` are lines under the title (whose it is, which attempt, when, a correction); `steps` lead from 100
    to the score and are worked out here for tables.
    """
    first = document.get("first")
    labels = _labels(document)
    data = {
        "title": legal(title),
        "facts": [[legal(label), legal(text)] for label, text in facts],
        "score": document["score"],
        "verdict": legal(document.get("verdict", "")),
        "praise": legal(document.get("praise", "")),
        "first": _first(document, first) if first else None,
        "notes": [legal(note) for note in document.get("notes", ())],
        "principles": [[PRINCIPLES.get(name, name), value] for name, value in document["principles"].items()],
        "document_findings": _findings([*document.get("table_findings", ()), *document.get("findings", ())]),
        "chain": _chain(document["chain"]) if document.get("chain") else None,
        "rows": [_row(part, labels) for part in document.get("rows", ())],
        "steps": [[legal(label), points] for label, points in (steps or _steps(document))],
        "ruleset": document["ruleset"],
    }
    return pdf(TEMPLATES / "review.typ", data)


def title_of(rule: str) -> str:
    """The title of a rule's page; its name, readably, where there is no such page any more."""
    page = rules.page(rule)
    return page.title if page else rule.replace("-", " ").capitalize()


def marked(text: str, spans: Iterable[tuple[int, int, int]]) -> list[dict[str, Any]]:
    """The text cut where marks begin and end: pieces with `text`, whether they are `marked`, and `numbers`
    of the findings that end there. `spans` are start, end and number.
    """
    places = [(start, end, number) for start, end, number in spans if end > start]
    edges = sorted({0, len(text), *(edge for start, end, _ in places for edge in (start, end))})
    return [
        {
            "text": legal(text[left:right]),
            "marked": any(start <= left and right <= end for start, end, _ in places),
            "numbers": [number for _, end, number in places if end == right],
        }
        for left, right in pairwise(edges)
    ]


def _labels(document: Mapping[str, Any]) -> Mapping[str, str]:
    """What the form that was reviewed calls its cells."""
    if document.get("kind") == "cascade":
        return {**LABELS, "sasaran": "Kondisi", "indikator": "Indikator Kinerja"}
    if document.get("kind") == "agreement":
        objective = OBJECTIVES[Position(document["position"])]
        return {**LABELS, "sasaran": objective, "indikator": "Indikator Kinerja"}
    return LABELS


def _chain(part: Mapping[str, Any]) -> dict[str, Any]:
    """The documents as columns, one line per thread; what stands in the line above is not said again."""
    rows = {key: {row["row"]: row for row in found} for key, found in part["documents"].items()}
    lines: list[list[dict[str, Any]]] = []
    before: Mapping[str, Any] = {}
    for thread in part["threads"]:
        lines.append(
            [
                {
                    "text": _ring(rows[key][number]) if number is not None else "",
                    "again": number is not None and before.get(key) == number,
                    "gap": number is None,
                }
                for key, number in thread.items()
            ]
        )
        before = thread
    return {"heads": [LINKS[key][:1].upper() + LINKS[key][1:] for key in rows], "lines": lines}


def _ring(row: Mapping[str, Any]) -> str:
    """What a row says in a chain: its indicator with the target, else its objective."""
    told = row.get("indikator") or row.get("sasaran", "")
    target = row.get("target", "")
    measure = (target + unit_after(target, row.get("satuan", ""))).strip()
    return legal(f"{told}: {measure}" if row.get("indikator") and measure else told)


def _row(part: Mapping[str, Any], labels: Mapping[str, str]) -> dict[str, Any]:
    findings = part["findings"]
    cells = []
    for name, label in labels.items():
        if name not in part:
            continue
        spans = [(f["start"], f["end"], i) for i, f in enumerate(findings, start=1) if f["field"] == name]
        cells.append({"label": label, "pieces": marked(part[name], spans)})
    return {
        "number": part["row"],
        "called": f"Kotak {part['box']}" if "box" in part else f"Baris {part['row']}",
        "score": part["score"],
        "praise": legal(part.get("praise", "")),
        "cells": cells,
        "findings": _findings(findings),
        "steps": [[legal(label), points] for label, points in row_arithmetic(cast(RowPart, part))],
    }


def _findings(findings: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [
        {
            "number": number,
            "title": title_of(finding["rule"]),
            "severity": SEVERITIES.get(finding["severity"], finding["severity"]),
            "level": finding["severity"],
            "points": finding["points"],
            "where": _part(finding.get("where", "")),
            "message": legal(finding["message"]),
            "advice": legal(finding["advice"]),
            "suggestion": legal(finding.get("suggestion", "")),
        }
        for number, finding in enumerate(findings, start=1)
    ]


def _first(document: Mapping[str, Any], first: Mapping[str, Any]) -> dict[str, Any]:
    where = _part(first.get("where", "")) or "dokumen"
    if first.get("row"):
        row: Mapping[str, Any] = next(part for part in document["rows"] if part["row"] == first["row"])
        where = f"kotak {row['box']}" if "box" in row else f"baris {first['row']}"
    return {"where": where, "title": title_of(first["rule"]), "gain": first["gain"]}


def _part(where: str) -> str:
    """A part of an agreement, a cascade or a chain in words: "program[3]" is "program 3"."""
    if told := both_ends(where):
        return told
    return legal(re.sub(r"[-\[\]]+", " ", where)).strip()


def _steps(document: Mapping[str, Any]) -> Steps:
    """The arithmetic of a table; of another kind of document only its score is known here."""
    if "table_findings" in document and "rows" in document:
        return arithmetic(cast(ReviewDocument, document))
    return ()
