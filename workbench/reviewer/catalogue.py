"""The catalogue of rules as text for a terminal."""

from . import rules
from .document import FIELDS, Table
from .plain import SEVERITIES
from .rules.pages import Page, front

_LABELS = {"sumber_data": "sumber data", "penanggung_jawab": "penanggung jawab"}


def listing() -> str:
    """Every rule on one line, in reading order."""
    lines = []
    for name in rules.names():
        head = front(name)
        lines.append(f"{name:<32}{SEVERITIES[head.severity]:<18}{-head.points:>4}  {head.title}")
    return "\n".join([*lines, "", f"{len(lines)} aturan. `workbench rules NAMA` menampilkan halamannya."])


def page_text(name: str) -> str | None:
    """The page of one rule with its examples as tables; None where there is no such rule."""
    page = rules.page(name)
    if page is None:
        return None
    head = [
        page.title,
        f"{page.name} · {SEVERITIES[page.severity]} · prinsip {page.principle} · −{page.points}",
        "",
        page.summary,
        page.advice,
        "",
    ]
    return "\n".join(head + [line for title in page.sections for line in _section(page, title)])


def _section(page: Page, title: str) -> list[str]:
    examples = {"Kurang tepat": page.bad, "Lebih baik": page.good}.get(title, ())
    prose = page.prose(title)
    lines = [title, *([prose] if prose else [])]
    return [*lines, *(line for table in examples for line in _example(table)), ""]


def _example(table: Table) -> list[str]:
    lines = []
    for row in table.rows:
        cells = [(name, row.cell(name)) for name in FIELDS if name in table.columns]
        lines += [f"  {_LABELS.get(name, name)}: {text or '(kosong)'}" for name, text in cells]
        lines.append("")
    return lines[:-1]
