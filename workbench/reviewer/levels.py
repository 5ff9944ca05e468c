"""The level of result of an indicator: input, activity, output, outcome, impact.

Questions are asked in the order of `STEPS`; the first that knows answers, with its reason in words.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from workbench.reviewer.findings import Level
from workbench.reviewer.measures import Head
from workbench.reviewer.phrases import Hit, Phrases, phrases
from workbench.reviewer.text import Text
from workbench.reviewer.vocabulary import words

Answer = tuple[Level, str] | None

_SKIPPED = frozenset(
    {"telah", "sudah", "dapat", "akan", "masih", "sedang", "bisa", "berhasil", "ikut", "turut"}
)
_PAPER = frozenset(
    {"tepat", "benar", "lengkap", "sah", "tepat waktu", "selesai", "sesuai", "memiliki", "memenuhi"}
)


@dataclass(frozen=True, slots=True)
class Case:
    """What the steps look at."""

    text: Text
    head: Head
    plain: tuple[str, ...]  # words outside brackets
    body: int  # where the measured thing begins in `plain`
    predicate: str | None  # class of what is said of it: activity, output, outcome
    said: str  # the words of the predicate


@cache
def _predicates() -> tuple[Phrases, dict[str, str]]:
    table: dict[str, str] = {}
    for level in ("activity", "output", "outcome"):
        for phrase in words("predicates", level):
            table.setdefault(phrase, level)
    return Phrases(table), table


def _unlisted(word: str) -> str | None:
    """The class of a predicate known only by its affix."""
    if len(word) < 5:
        return None
    if word.startswith(("di", "ter")):
        return "output"
    if word.startswith(("me", "ber")):
        return "outcome"
    return None


def _find_predicate(plain: tuple[str, ...], body: int) -> tuple[str | None, str]:
    """What is said of the counted thing: after "yang", or a predicate word without it."""
    listed, classes = _predicates()
    index = body
    while index < len(plain):
        if plain[index] == "yang":
            follow = index + 1
            while follow < len(plain) and plain[follow] in _SKIPPED:
                follow += 1
            negated = follow < len(plain) and plain[follow] in {"tidak", "belum"}
            follow += negated
            hit = listed.at(plain, follow)
            if hit:
                return ("outcome" if negated else classes[hit.phrase]), hit.phrase
            kind = _unlisted(plain[follow]) if follow < len(plain) else None
            if kind:
                return ("outcome" if negated else kind), plain[follow]
        elif index > body:
            hit = listed.at(plain, index)
            if hit:
                return classes[hit.phrase], hit.phrase
        index += 1
    return None, ""


def _case(text: Text, head: Head) -> Case:
    kept = [i for i, word in enumerate(text.words) if not word.inside]
    if len(kept) * 3 < len(text.words):
        kept = list(range(len(text.words)))
    plain = tuple(text.plain[i] for i in kept)
    body = sum(1 for i in kept if i < head.body)
    predicate, said = _find_predicate(plain, body)
    return Case(text, head, plain, body, predicate, said)


def _near(case: Case, listed: Phrases, reach: int) -> Hit | None:
    first = min(case.body, sum(1 for _ in range(case.head.start)))
    return listed.within(case.plain, first, case.body + reach)


def _impact(case: Case) -> Answer:
    if case.head.statement and not case.head.is_measure:
        return None
    hit = _near(case, phrases("impacts", "concepts"), 4)
    if hit is None:
        return None
    unless = phrases("impacts", "unless")
    if unless.within(case.plain, min(case.body, hit.start), hit.start) or unless.within(
        case.plain, hit.end, hit.end + 3
    ):
        return None
    if hit.start > case.body + 1 and "terhadap" in case.plain[: hit.start]:
        return None
    return Level.IMPACT, f"“{hit.phrase}” adalah keadaan masyarakat luas yang dipengaruhi banyak pihak"


def _input(case: Case) -> Answer:
    hit = phrases("objects", "input").at(case.plain, case.body)
    if (
        hit is None
        and case.body < len(case.plain)
        and case.plain[case.body] in {"penyerapan", "serapan", "efisiensi"}
    ):
        hit = phrases("objects", "input").at(case.plain, case.body + 1)
    if hit is None or case.predicate == "outcome":
        return None
    return Level.INPUT, f"mengukur masukan ({hit.phrase})"


def _statement(case: Case) -> Answer:
    statement = case.head.statement
    if statement is None or case.head.is_measure:
        return None
    plain, body = case.plain, case.body
    if statement.kind == "done":
        return Level.ACTIVITY, "menyatakan bahwa kegiatan dilaksanakan"
    if statement.kind == "delivered":
        return Level.OUTPUT, "menyatakan bahwa keluaran tersedia"
    if statement.kind == "task_order":
        return Level.ACTIVITY, "menyebut tugas yang dikerjakan"
    if phrases("objects", "activity").at(plain, body):
        return Level.ACTIVITY, "menyebut kegiatan"
    if phrases("objects", "support", "deliverable").at(plain, body):
        return Level.OUTPUT, "menyebut keluaran"
    return Level.OUTCOME, "menyatakan perubahan keadaan"


def _graded(case: Case) -> Answer:
    if case.head.kind in {"score", "grade", "acronym"} and case.head.noun != "tingkat":
        return Level.OUTCOME, "nilai atau tingkat mutu yang dicapai"
    return None


def _process(case: Case) -> Answer:
    """An act of the office right after the measure: *Persentase pelaksanaan ...*."""
    if not case.head.is_measure:
        return None
    good = phrases("predicates", "process_outcome").at(case.plain, case.body)
    acts = Phrases_activity().at(case.plain, case.body)
    if good and (not acts or good.end >= acts.end):
        if phrases("predicates", "process_output").at(case.plain, case.body):
            return Level.OUTPUT, "mengukur pekerjaan yang diselesaikan perangkat daerah"
        return None if case.predicate == "activity" else (Level.OUTCOME, f"mengukur {good.phrase}")
    if acts and case.head.noun != "tingkat":
        if case.predicate in {"output", "outcome"} and case.said not in _PAPER:
            return Level(case.predicate), f"kegiatan yang {case.said}"
        return Level.ACTIVITY, f"mengukur pelaksanaan kegiatan ({acts.phrase})"
    if case.predicate == "activity":
        return Level.ACTIVITY, f"mengukur apa yang {case.said}"
    return None


@cache
def Phrases_activity() -> Phrases:
    return Phrases(words("predicates", "process_activity") | words("objects", "activity"))


def _product(case: Case) -> Answer:
    """Goods, papers, services and support of the office."""
    made = phrases("predicates", "process_output").at(case.plain, case.body)
    if made and case.head.noun == "tingkat":
        made = None
    if made and case.predicate != "outcome":
        if made.phrase == "pemenuhan" and not phrases("objects", "support", "deliverable").at(
            case.plain, made.end
        ):
            return Level.OUTCOME, "mengukur terpenuhinya kebutuhan atau standar"
        return Level.OUTPUT, f"mengukur {made.phrase} oleh perangkat daerah"
    thing = phrases("objects", "deliverable", "support").at(case.plain, case.body)
    if thing is None:
        return None
    if case.predicate == "outcome" and case.said not in _PAPER:
        return Level.OUTCOME, f"mengukur {thing.phrase} yang {case.said}"
    return Level.OUTPUT, f"menghitung keluaran ({thing.phrase})"


def _said(case: Case) -> Answer:
    if case.predicate is None:
        return None
    level = Level(case.predicate)
    reason = {
        Level.ACTIVITY: "mengukur pelaksanaan",
        Level.OUTPUT: "mengukur layanan atau barang yang diberikan",
        Level.OUTCOME: "mengukur keadaan atau perilaku yang berubah",
    }[level]
    return level, f"{reason} ({case.said})"


def _state(case: Case) -> Answer:
    hit = phrases("objects", "state").at(case.plain, case.body)
    return (Level.OUTCOME, f"keadaan di masyarakat ({hit.phrase})") if hit else None


def _default(case: Case) -> Answer:
    head = case.head
    if head.kind == "count":
        return Level.OUTPUT, "menghitung jumlah yang dihasilkan"
    if head.is_measure or head.kind == "weak":
        return Level.OUTCOME, "mengukur keadaan yang dicapai"
    if head.kind == "change":
        return Level.ACTIVITY, "menyebut upaya"
    process = case.plain[case.body : case.body + 1]
    if process and process[0].startswith(("pe", "sosialisasi")) and process[0].endswith(("an", "si")):
        return Level.ACTIVITY, "menyebut kegiatan"
    return Level.OUTPUT, "menyebut pekerjaan yang selesai"


#: The questions in the order in which they are asked.
STEPS: tuple[Callable[[Case], Answer], ...] = (
    _impact,
    _input,
    _statement,
    _graded,
    _process,
    _product,
    _state,
    _said,
    _default,
)


def read_level(text: Text, head: Head) -> tuple[Level, str]:
    """The level of result and one line that says why."""
    case = _case(text, head)
    for step in STEPS:
        answer = step(case)
        if answer:
            return answer
    raise AssertionError("the last step always answers")
