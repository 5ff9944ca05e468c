"""What is taken home from an answer as a file. Knows no web and no database."""

from collections.abc import Sequence

from workbench.documents import agreement_docx, agreement_pdf, cascade_pdf, iku_pdf, iku_xlsx
from workbench.documents.iku_sheet import Heading
from workbench.exercises import worksheets
from workbench.exercises.kinds.agreement import Agreement
from workbench.exercises.kinds.base import Answer, Exercise
from workbench.exercises.kinds.cascade import Cascade
from workbench.exercises.kinds.indicator_table import IndicatorTable
from workbench.exercises.kinds.tables import TableExercise
from workbench.exercises.tree import Branch, grown
from workbench.reviewer.document import Cascade as Tree
from workbench.reviewer.document import Row, Table
from workbench.reviewer.records import cascade_record

#: The media type of each kind of file.
TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


def kinds(exercise: Exercise) -> tuple[str, ...]:
    """The kinds of file in which an answer of this exercise can be taken home."""
    if isinstance(exercise, Agreement):
        return ("docx", "pdf", "xlsx")
    return ("xlsx", "pdf") if isinstance(exercise, IndicatorTable | Cascade) else ()


def stem(exercise: Exercise) -> str:
    """What a file with an answer is called, without anything that is not a letter, digit or hyphen."""
    word = "tabel-iku"
    if isinstance(exercise, Agreement):
        word = "perjanjian-kinerja"
    elif isinstance(exercise, Cascade):
        word = "pohon-kinerja"
    return f"{word}-latihan-{exercise.number:02}"


def written(exercise: Exercise, answer: Answer, kind: str, unit: str) -> bytes:
    """An accepted answer as a file of one of its `kinds`; `unit` stands over a table or tree."""
    if kind == "xlsx" and isinstance(exercise, Agreement | Cascade):
        return worksheets.written(exercise, kind, answer)
    if isinstance(exercise, Cascade):
        return tree_pdf(exercise.tree(answer), exercise.title, unit)
    if isinstance(exercise, Agreement):
        paper = exercise.paper(exercise.trimmed(answer))
        return agreement_docx.write(paper) if kind == "docx" else agreement_pdf.draw(paper)
    assert isinstance(exercise, IndicatorTable)
    table = _table(exercise, answer)
    heading = Heading(unit=unit)
    return iku_xlsx.write(table, heading) if kind == "xlsx" else iku_pdf.draw(table, heading)


def tree_pdf(tree: Tree, title: str = "Pohon Kinerja", unit: str = "") -> bytes:
    """A pohon kinerja drawn; boxes in which nothing was typed are left out."""
    boxes = [box for box in tree.boxes if box.condition.strip() or box.indikator.strip()]
    by_key = {box.key: box for box in boxes}

    def drawn(branches: Sequence[Branch]) -> tuple[cascade_pdf.Branch, ...]:
        return tuple(cascade_pdf.Branch(by_key[one.key], drawn(one.children), one.loose) for one in branches)

    record = cascade_record(Tree(tuple(boxes)))
    return cascade_pdf.draw(drawn(grown(record["boxes"])), title, unit)


def _table(exercise: TableExercise, answer: Answer) -> Table:
    rows = [cells for cells in answer["rows"] if any(text.strip() for text in cells.values())]
    return Table(
        rows=tuple(Row(number=number, **cells) for number, cells in enumerate(rows, start=1)),
        columns=frozenset(map(str, exercise.columns)),
        position=exercise.position,
        fixed_columns=True,
    )
