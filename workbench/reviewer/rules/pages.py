"""A rule's page: YAML front matter, five sections, and examples that are run by a test.

Loading never throws: what is wrong with a page is collected as `Problem`s, with file and place.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import yaml

from ..document import FIELDS, Position, Row, Table
from ..findings import Axis, Principle, Severity
from .examples import READERS, DocumentExample

FOLDER = Path(__file__).parent
SECTIONS = ("Mengapa", "Kurang tepat", "Lebih baik", "Kapan boleh diabaikan", "Rujukan")
REQUIRED = ("title", "name", "principle", "axis", "severity", "points", "summary", "advice")
OPTIONAL = ("formerly",)
MARKS = ("[V1]", "[V2]", "[M]", "[praktik]")

#: An example is a table, or a document of another kind.
Example = Table | DocumentExample

FENCE = re.compile(r"^```yaml (rows|agreement|cascade|chain)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a content file: which file, where in it, and what."""

    path: str
    where: str
    message: str


@dataclass(frozen=True, slots=True)
class Page:
    """The catalogue page of one rule. `points` is the whole number that a finding takes away."""

    name: str
    title: str
    principle: Principle
    axis: Axis
    severity: Severity
    points: int
    summary: str
    advice: str
    formerly: tuple[str, ...] = ()
    sections: dict[str, str] = field(default_factory=dict)
    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()

    def prose(self, title: str) -> str:
        """The Markdown of a section without its example blocks; those are in `bad` and `good`."""
        return FENCE.sub("", self.sections.get(title, "")).strip()


def page_path(name: str) -> Path:
    """Where the page of the rule of this name stands."""
    return FOLDER / f"{name.replace('-', '_')}.md"


@cache
def front(name: str) -> Page:
    """The head of a page: all that a finding needs, without reading its sections.

    Raises OSError or ValueError where the page cannot be used; `problems_of` says why.
    """
    return _page(_split(page_path(name).read_text(encoding="utf-8"))[0])


@cache
def full(name: str) -> Page:
    """The page with its sections and examples."""
    data, body = _split(page_path(name).read_text(encoding="utf-8"))
    sections = _sections(body)
    return _page(
        data,
        sections=sections,
        bad=_examples(sections.get("Kurang tepat", "")),
        good=_examples(sections.get("Lebih baik", "")),
    )


def problems_of(name: str) -> list[Problem]:
    """Everything that keeps this rule's page from being complete."""
    path = page_path(name)
    if not path.exists():
        return [Problem(path.name, "", "halaman aturan belum ada")]
    try:
        data, body = _split(path.read_text(encoding="utf-8"))
    except (ValueError, yaml.YAMLError) as error:
        return [Problem(path.name, "kepala halaman", str(error))]
    found = [Problem(path.name, where, message) for where, message in _front_problems(name, data)]
    found += [Problem(path.name, where, message) for where, message in _body_problems(body)]
    return found


def _front_problems(name: str, data: dict[str, Any]) -> list[tuple[str, str]]:
    found = [(key, "wajib diisi") for key in REQUIRED if data.get(key) in (None, "")]
    found += [(str(key), "tidak dikenal") for key in data if key not in (*REQUIRED, *OPTIONAL)]
    if data.get("name") != name:
        found.append(("name", f"harus sama dengan nama berkas: {name}"))
    for key, kind in (("principle", Principle), ("axis", Axis), ("severity", Severity)):
        if data.get(key) not in (None, *(str(member) for member in kind)):
            found.append((key, "harus salah satu dari " + ", ".join(kind)))
    points = data.get("points")
    if points is not None and (not isinstance(points, int) or not 0 <= points <= 100):
        found.append(("points", "harus bilangan bulat 0 sampai 100"))
    for key in ("summary", "advice"):
        try:
            list(Formatter().parse(str(data.get(key, ""))))
        except ValueError as error:
            found.append((key, f"kurung kurawal rusak: {error}"))
    return found


def _body_problems(body: str) -> list[tuple[str, str]]:
    sections = _sections(body)
    found = [(f"## {title}", "bagian wajib diisi") for title in SECTIONS if not sections.get(title)]
    found += [(f"## {title}", "bagian tidak dikenal") for title in sections if title not in SECTIONS]
    for title in ("Kurang tepat", "Lebih baik"):
        try:
            if sections.get(title) and not _examples(sections[title]):
                found.append(
                    (f"## {title}", "perlu contoh dalam blok ```yaml rows, agreement, cascade atau chain")
                )
        except (ValueError, TypeError, KeyError, AttributeError, yaml.YAMLError) as error:
            found.append((f"## {title}", f"contoh tidak terbaca: {error}"))
    source = sections.get("Rujukan", "")
    if source and not any(mark in source for mark in MARKS):
        found.append(("## Rujukan", "perlu tanda kepastian: " + ", ".join(MARKS)))
    return found


def _yaml(text: str) -> Any:
    # PyYAML wheels carry the C parser (ten times faster); a source build may lack it.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(text, Loader=loader)  # noqa: S506 - a safe loader, chosen above


def _split(text: str) -> tuple[dict[str, Any], str]:
    if not text.startswith("---\n") or "\n---\n" not in text[4:]:
        raise ValueError("kepala halaman harus diapit dua baris ---")
    head, body = text[4:].split("\n---\n", 1)
    data = _yaml(head)
    if not isinstance(data, dict):
        raise ValueError("kepala halaman harus berupa pasangan kunci dan nilai")
    return data, body


def _page(data: dict[str, Any], **more: Any) -> Page:
    try:
        return Page(
            name=str(data["name"]),
            title=str(data["title"]),
            principle=Principle(data["principle"]),
            axis=Axis(data["axis"]),
            severity=Severity(data["severity"]),
            points=int(data["points"]),
            summary=" ".join(str(data["summary"]).split()),
            advice=" ".join(str(data["advice"]).split()),
            formerly=tuple(data.get("formerly") or ()),
            **more,
        )
    except KeyError as missing:
        raise ValueError(f"{missing.args[0]} wajib diisi") from missing


def _sections(body: str) -> dict[str, str]:
    parts = re.split(r"^## +(.+?) *$", body, flags=re.MULTILINE)
    return {parts[index]: parts[index + 1].strip() for index in range(1, len(parts) - 1, 2)}


def _examples(section: str) -> tuple[Example, ...]:
    readers: dict[str, Callable[[Any], Example]] = {"rows": _table, **READERS}
    return tuple(readers[kind](_yaml(block)) for kind, block in FENCE.findall(section))


def _table(data: Any) -> Table:
    """An example: a list of rows, or a mapping with `rows`, `position` and `columns`."""
    if isinstance(data, list):
        data = {"rows": data}
    rows = data["rows"]
    columns = data.get("columns") or [name for name in FIELDS if any(name in row for row in rows)]
    cells = [{key: str(value) for key, value in row.items()} for row in rows]
    return Table(
        rows=tuple(Row(number=number, **row) for number, row in enumerate(cells, start=1)),
        columns=frozenset(columns),
        position=Position(data.get("position", Position.AGENCY_HEAD)),
        name="contoh",
    )
