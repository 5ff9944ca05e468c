"""The review document as text for a terminal."""

import textwrap

from .findings import Severity
from .following import both_ends
from .praise import AGREEMENT, CASCADE, CHAIN, TABLE, Subject
from .report import FindingPart, ReviewDocument, RowPart, arithmetic
from .rules.pages import front

WIDTH = 96
SEVERITIES = {
    Severity.ERROR: "wajib diperbaiki",
    Severity.WARNING: "perlu ditinjau",
    Severity.ADVICE: "saran",
}


def to_text(document: ReviewDocument) -> str:
    """The whole review, readable from top to bottom."""
    lines = [document["file"], f"{document['score']}. {document['verdict']}", ""]
    if document["praise"]:
        lines += [wrapped("Sudah baik: " + document["praise"]), ""]
    lines += _first(document)
    for part in document["rows"]:
        lines += _row(part)
    if document["table_findings"]:
        lines += ["Tabel secara keseluruhan"]
        for finding in document["table_findings"]:
            lines += _finding(finding)
        lines.append("")
    lines += _of_whole(document)
    lines += ["Nilai per prinsip"]
    lines += [f"  {name:<14}{value:>4}" for name, value in document["principles"].items()]
    lines += ["", "Hitungan"]
    lines += [f"  {points:>+5}  {_short(label)}" for label, points in arithmetic(document)]
    lines += [f"  {document['score']:>5}  nilai {_subject(document).name}", ""]
    lines += [wrapped("Catatan: " + note) for note in document["notes"]]
    lines.append(f"Aturan versi {document['ruleset']}; `workbench rules NAMA` menjelaskan satu aturan.")
    return "\n".join(lines)


def _first(document: ReviewDocument) -> list[str]:
    first = document["first"]
    if first is None:
        return []
    row = next((row for row in document["rows"] if row["row"] == first["row"]), None)
    place = first.get("where", "")
    where = both_ends(place) or place or _subject(document).name if row is None else _called(row).lower()
    return [wrapped(f"Perbaiki ini dulu: {_title(first['rule'])} ({where}, {first['gain']} poin)."), ""]


def _title(rule: str) -> str:
    """The title of a rule's page, as a person knows it."""
    return front(rule).title


def _subject(document: ReviewDocument) -> Subject:
    return {"agreement": AGREEMENT, "cascade": CASCADE, "chain": CHAIN}.get(document.get("kind", ""), TABLE)


def _called(row: RowPart) -> str:
    return f"Kotak {row['box']}" if "box" in row else f"Baris {row['row']}"


def _of_whole(document: ReviewDocument) -> list[str]:
    """What concerns neither a row nor the table, each with its place."""
    lines = []
    for finding in document.get("findings", []):
        lines += _finding(finding, f" · {both_ends(finding['where']) or finding['where']}")
    heading = f"{_subject(document).name.capitalize()} secara keseluruhan"
    return [heading, *lines, ""] if lines else []


def _row(part: RowPart) -> list[str]:
    lines = [f"{_called(part)} · nilai {part['score']}"]
    objective = "Kondisi  " if "box" in part else "Sasaran  "
    lines.append(wrapped(f"{objective} : {_short(part['sasaran']) or '(kosong)'}", "  "))
    lines.append(wrapped(f"Indikator : {_short(part['indikator']) or '(kosong)'}", "  "))
    if part["praise"]:
        lines.append(wrapped("+ " + part["praise"], "  "))
    for finding in part["findings"]:
        lines += _finding(finding)
    return [*lines, ""]


def _finding(finding: FindingPart, place: str = "") -> list[str]:
    severity = SEVERITIES[Severity(finding["severity"])]
    points = f"  {finding['points']:+d}" if finding["points"] else ""
    named = f"{_title(finding['rule'])} ({finding['rule']})"
    lines = [f"  [{severity}] {named}{' ' if place else ''}{_short(place)}{points}"]
    lines.append(wrapped(finding["message"], "    "))
    lines.append(wrapped(finding["advice"], "    "))
    if finding["suggestion"]:
        lines.append(wrapped("Coba: " + finding["suggestion"], "    "))
    return lines


def wrapped(text: str, indent: str = "") -> str:
    """One paragraph in lines that fit a terminal; an indent of its own is kept."""
    indent = indent or text[: len(text) - len(text.lstrip())]
    return textwrap.fill(
        " ".join(text.split()),
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent + "  ",
        break_on_hyphens=False,
    )


def _short(text: str) -> str:
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return line if len(line) <= 200 else line[:199] + "…"
