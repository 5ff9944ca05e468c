"""The catalogue of rules as text for a terminal."""

from . import review_any, rules
from .document import FIELDS, Table
from .plain import SEVERITIES, wrapped
from .report import everything_said
from .rules.pages import Example, Page, front

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
    example = page.bad[0]
    document = review_any(example if isinstance(example, Table) else example.document)
    found = next(one for one in everything_said(document) if one["rule"] == page.name)
    return [f"Contoh bunyinya: {found['message']}", found["advice"]]


def _section(page: Page, title: str) -> list[str]:
    examples = {"Kurang tepat": page.bad, "Lebih baik": page.good}.get(title, ())
    prose = page.prose(title)
    lines = [title, *([prose] if prose else [])]
    return (
        lines + [line for table in examples for line in [*_example(table), ""]] + ([] if examples else [""])
    )


def _example(example: Example) -> list[str]:
    if isinstance(example, Table):
        return _rows(example)
    return [f"  {label}: {words}" for label, words in example.shown]


def _rows(table: Table) -> list[str]:
    lines = []
    for row in table.rows:
        cells = [(name, row.cell(name)) for name in FIELDS if name in table.columns]
        lines += [f"  {_LABELS.get(name, name)}: {text or '(kosong)'}" for name, text in cells]
        lines.append("")
    return lines[:-1]
