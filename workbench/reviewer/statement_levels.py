"""The level of an indicator that states something instead of measuring it: done, delivered or changed."""

from workbench.reviewer.findings import Level
from workbench.reviewer.level_case import Answer, Case
from workbench.reviewer.phrases import phrases
from workbench.reviewer.vocabulary import words


def statement_level(case: Case) -> Answer:
    """A statement instead of a measure: what it says was done, delivered or changed."""
    statement = case.head.statement
    if case.head.is_measure or (statement is None and case.head.kind in {"weak", "share", "score", "count"}):
        return None
    if statement is None or statement.kind == "task_order":
        return _task(case)
    if statement.kind == "done":
        return Level.ACTIVITY, "menyatakan bahwa kegiatan dilaksanakan"
    if statement.kind == "delivered":
        means = (
            case.at_body("input", "staff")
            if case.plain[case.start] in words("statements", "provided")
            else None
        )
        if means:
            return Level.INPUT, f"menyatakan bahwa masukan tersedia ({means.phrase})"
        return Level.OUTPUT, "menyatakan bahwa keluaran tersedia"
    if case.at_body("activity"):
        return Level.ACTIVITY, "menyebut kegiatan"
    if case.at_body("support", "deliverable"):
        return Level.OUTPUT, "menyebut keluaran"
    return Level.OUTCOME, "menyatakan perubahan keadaan"


def _task(case: Case) -> Answer:
    """A task or a thing named without any measure."""
    if case.head.kind == "change":
        return Level.ACTIVITY, "menyebut upaya"
    begin = case.body if case.head.statement else case.start
    if case.plain[begin : begin + 1] and case.plain[begin] in words("measures", "brought_about"):
        return Level.OUTCOME, "menyebut keadaan yang dicapai"
    act = phrases("objects", "activity").at(case.plain, begin)
    thing = phrases("objects", "deliverable").at(case.plain, begin)
    if thing and not act:
        return Level.OUTPUT, f"menyebut keluaran ({thing.phrase})"
    first = case.plain[case.start : case.start + 1]
    if act or case.head.statement or (first and _is_process(first[0])):
        return Level.ACTIVITY, "menyebut kegiatan"
    vague = phrases("vague", "heads").at(case.plain, case.start)
    if vague and vague.phrase != "akurat":
        return Level.OUTCOME, "menyebut keadaan"
    said_first = phrases("predicates", "outcome").at(case.plain, case.start)
    if case.said is Level.OUTCOME and not vague and not said_first:
        return Level.OUTCOME, "menyatakan perubahan keadaan"
    return Level.OUTPUT, "menyebut pekerjaan yang selesai"


def _is_process(word: str) -> bool:
    """A noun of doing: pe-...-an that is not listed as a state or a sector."""
    doing = word.startswith("pe") and word.endswith("an") and len(word) > 6
    return doing and word not in words("objects", "state") and word not in words("objectives", "conditions")
