"""The catalogue of rules as text for a terminal."""

from . import review, rules
from .document import FIELDS, Table
from .plain import SEVERITIES, wrapped
from .rules.pages import Page, front

_LABELS = {"sumber_data": "sumber data", "penanggung_jawab": "penanggung jawab"}

#: What the marks after a source mean.
LEGEND = (
    "[V1] dibaca dalam peraturannya; [V2] dibaca dalam sumber kedua; [M] pengetahuan penyusun, periksa "
    "sebelum dikutip; [praktik] kebiasaan, bukan aturan."
)


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
        *_spoken(page),
        "",
    ]
    body = [line for title in page.sections for line in _section(page, title)]
    return "\n".join(wrapped(line) for line in [*head, *body, LEGEND])


def _spoken(page: Page) -> list[str]:
    """What the rule says of its own first bad example, so that no placeholder is left to guess."""
    document = review(page.bad[0])
    findings = [finding for row in document["rows"] for finding in row["findings"]]
    found = next(one for one in (*findings, *document["table_findings"]) if one["rule"] == page.name)
    return [f"Contoh bunyinya: {found['message']}", found["advice"]]


def _section(page: Page, title: str) -> list[str]:
    examples = {"Kurang tepat": page.bad, "Lebih baik": page.good}.get(title, ())
    prose = page.prose(title)
    lines = [title, *([prose] if prose else [])]
    return (
        lines + [line for table in examples for line in [*_example(table), ""]] + ([] if examples else [""])
    )


def _example(table: Table) -> list[str]:
    lines = []
    for row in table.rows:
        cells = [(name, row.cell(name)) for name in FIELDS if name in table.columns]
        lines += [f"  {_LABELS.get(name, name)}: {text or '(kosong)'}" for name, text in cells]
        lines.append("")
    return lines[:-1]
