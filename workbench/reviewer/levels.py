"""The level of result of an indicator: input, activity, output, outcome, impact.

Questions are asked in the order of `STEPS`; the first that knows answers, with its reason in words.
"""

import re
from collections.abc import Callable
from functools import cache

from workbench.reviewer.findings import Level
from workbench.reviewer.level_case import Answer, Case, read_case
from workbench.reviewer.measures import Head
from workbench.reviewer.phrases import Phrases, phrases
from workbench.reviewer.predicates import Predicate
from workbench.reviewer.statement_levels import statement_level
from workbench.reviewer.text import Text
from workbench.reviewer.units import kind_of
from workbench.reviewer.vocabulary import words

# an agent noun such as "pengunjung" or "pelanggan"; nouns of doing end in -an
_PEOPLE = re.compile(r"pe[a-z]{4,}(?<!an)|pelanggan")


def _impact(case: Case) -> Answer:
    if case.head.statement and not case.head.is_measure:
        return None
    if case.at_body("paper", "deliverable", "activity", "reached"):
        return None
    hit = phrases("impacts", "concepts").within(case.plain, case.start, case.body + 4)
    if hit is None:
        return None
    unless = phrases("impacts", "unless")
    between = unless.within(case.plain, min(case.body, hit.start), hit.start)
    if between or unless.within(case.plain, hit.end, hit.end + 3) or "terhadap" in case.plain[: hit.start]:
        return None
    return Level.IMPACT, f"“{hit.phrase}” adalah keadaan masyarakat luas yang dipengaruhi banyak pihak"


def _input(case: Case) -> Answer:
    if set(case.stacked) & words("measures", "instruments") and "kinerja" in case.stacked:
        return None  # "Nilai kinerja anggaran" is the score of an instrument
    means = case.at_body("input")
    if (
        means is None
        and case.body < len(case.plain)
        and case.plain[case.body] in words("objects", "absorption")
    ):
        means = phrases("objects", "input").at(case.plain, case.body + 1)
    if means is None and phrases("measures", "change").at(case.plain, case.body):
        means = phrases("objects", "input").at(case.plain, case.body + 1)  # "peningkatan anggaran ..."
    if means is None and set(case.stacked) & words("objects", "absorption"):
        means = case.at_body("input")
    if means:
        return Level.INPUT, f"mengukur masukan ({means.phrase})"
    staff = case.at_body("staff")
    rest = case.plain[staff.end :] if staff else ()
    counted = case.head.kind in {"count", "share", "rate"}
    graded = words("measures", "quality") | words("measures", "graded")
    if graded & set(case.stacked) and "kuantitas" not in case.stacked:
        return None
    if phrases("objects", "reached").within(case.plain, case.body + 1):
        return None
    if staff and counted and case.predicate is None and len(rest) <= 4 and not {"yang", "dengan"} & set(rest):
        return Level.INPUT, f"mengukur sumber daya ({staff.phrase})"
    return None


def _graded(case: Case) -> Answer:
    """A score, a grade, a waiting time or a quality is a result by itself."""
    head = case.head
    if head.kind == "change" or head.noun in words("measures", "spread"):
        return Level.OUTCOME, "mengukur perubahan atau meluasnya keadaan"
    if head.kind == "quantity" and head.noun not in words("measures", "made"):
        return Level.OUTCOME, f"mengukur {head.noun}"
    if head.kind in {"score", "grade", "acronym"} and head.noun != "tingkat":
        return Level.OUTCOME, "nilai atau tingkat mutu yang dicapai"
    times = words("measures", "times")
    if head.noun in times or (head.kind == "magnitude" and times & set(case.stacked)):
        return Level.OUTCOME, "mengukur kecepatan layanan"
    stacked = set(case.stacked)
    if head.kind in {"magnitude", "quality"} and stacked & words("measures", "instruments"):
        return Level.OUTCOME, "nilai yang dicapai"
    if stacked & words("measures", "supply") and case.at_body("sustenance"):
        return Level.OUTCOME, "mengukur tercukupinya kebutuhan hidup"
    if stacked & words("measures", "supply"):
        return Level.OUTPUT, "mengukur tersedianya sarana atau layanan"
    if stacked & (words("measures", "quality") | words("measures", "graded")):
        acts = case.at_body("activity")
        if acts and "capaian" in stacked:
            return Level.ACTIVITY, f"mengukur pelaksanaan kegiatan ({acts.phrase})"
        return Level.OUTCOME, "mengukur mutu atau ketepatan"
    return None


@cache
def _acts() -> Phrases:
    return Phrases(words("predicates", "process_activity") | words("objects", "activity"))


def _process(case: Case) -> Answer:
    """An act of the office right after the measure: *Persentase pelaksanaan ...*."""
    acts = _acts().at(case.plain, case.body)
    wider = phrases("objects", "state").at(case.plain, case.body)
    if acts and wider and wider.end > acts.end:
        acts = None  # "program studi" is no programme
    if case.head.noun == "frekuensi" and not wider:
        return Level.ACTIVITY, "mengukur seringnya kegiatan"
    good = phrases("predicates", "process_outcome").at(case.plain, case.body)
    if good and (not acts or good.end >= acts.end):
        made = phrases("predicates", "process_output").at(case.plain, case.body)
        if made and made.end >= good.end:
            return Level.OUTPUT, "mengukur pekerjaan yang diselesaikan perangkat daerah"
        return None if case.said is Level.ACTIVITY else (Level.OUTCOME, f"mengukur {good.phrase}")
    if acts and (case.head.noun != "tingkat" or acts.phrase.startswith(("realisasi", "implementasi"))):
        return _act_told(case, acts.phrase)
    return None


def _act_told(case: Case, act: str) -> Answer:
    """An act stays one unless its clause makes it more: *kegiatan yang difasilitasi* is a product."""
    if case.head.noun == "cakupan" and act in words("objects", "outreach"):
        return Level.OUTPUT, f"mengukur jangkauan layanan ({act})"
    told = case.predicate
    if told and told.clause and not told.of_paper and told.level != "activity" and told.phrase != "diadakan":
        return Level(told.level), f"kegiatan yang {told.phrase}"
    return Level.ACTIVITY, f"mengukur pelaksanaan kegiatan ({act})"


def _product(case: Case) -> Answer:
    """Goods, papers, services and support of the office."""
    made = phrases("predicates", "process_output").at(case.plain, case.body)
    stated = made is not None and made.phrase.endswith("nya")  # "persentase tersedianya ..."
    if made and case.head.noun != "tingkat" and (stated or case.said is not Level.OUTCOME):
        if made.phrase == "pemenuhan" and not phrases("objects", "support", "deliverable").at(
            case.plain, made.end
        ):
            return Level.OUTCOME, "mengukur terpenuhinya kebutuhan atau standar"
        return Level.OUTPUT, f"mengukur {made.phrase} oleh perangkat daerah"
    paper, given = case.at_body("paper"), case.at_body("deliverable", "support")
    if paper and given and given.end > paper.end:
        paper = None  # "dokumen kependudukan" is given to citizens, "dokumen perencanaan" stays in the office
    thing = paper or given
    if case.head.noun == "rasio" and case.predicate is None and case.at_body("facility"):
        return Level.OUTPUT, "mengukur tersedianya sarana"
    if thing is None:
        return None
    predicate = case.predicate
    if predicate and predicate.level == "activity" and thing.phrase not in words("objects", "papers_only"):
        return None
    if predicate and predicate.level == "outcome" and not _is_own_quality(case, predicate):
        office = paper or case.at_body("support")
        share = paper and case.head.kind == "share" and not predicate.of_paper
        if not office or predicate.used or share:
            return Level.OUTCOME, f"mengukur {thing.phrase} yang {predicate.phrase}"
    return Level.OUTPUT, f"menghitung keluaran ({thing.phrase})"


def _is_own_quality(case: Case, predicate: Predicate) -> bool:
    """Goods counted one by one stay goods, however good they are (*jumlah konten yang berkualitas*)."""
    return case.head.kind == "count" and predicate.phrase in words("predicates", "paper_qualities")


def _said(case: Case) -> Answer:
    if case.predicate is None or (case.said is Level.OUTPUT and case.at_body("money")):
        return None
    level = Level(case.predicate.level)
    if case.predicate.phrase in words("predicates", "own_doing") and case.at_body("outsiders"):
        level = Level.OUTCOME
    if level is Level.ACTIVITY and kind_of(case.plain[case.body]) == "organisation":
        level = Level.OUTPUT  # a body that is run is no act
    reason = {
        Level.ACTIVITY: "mengukur pelaksanaan",
        Level.OUTPUT: "mengukur layanan atau barang yang diberikan",
        Level.OUTCOME: "mengukur keadaan atau perilaku yang berubah",
    }[level]
    return level, f"{reason} ({case.predicate.phrase})"


def _state(case: Case) -> Answer:
    if case.head.kind == "count" and phrases("objects", "reached").within(case.plain, case.body):
        return Level.OUTPUT, "menghitung pihak yang dijangkau perangkat daerah"
    hit = case.at_body("state", "money")
    acts = hit and phrases("objects", "activity").at(case.plain, hit.end)
    if hit and acts and hit.phrase in words("objects", "happenings"):
        return Level.ACTIVITY, "menghitung kegiatan"
    if hit:
        return Level.OUTCOME, f"keadaan di masyarakat ({hit.phrase})"
    if case.head.kind == "count" and set(case.stacked) & words("measures", "rate"):
        return Level.OUTCOME, "menghitung kejadian"
    if case.head.kind != "count" or case.body >= len(case.plain):
        return None
    if phrases("objects", "label").within(case.plain, case.body):
        return Level.OUTCOME, "menghitung pihak yang meraih predikat"
    first = case.plain[case.body]
    who = kind_of(first) in {"organisation", "people", "event"} or bool(_PEOPLE.fullmatch(first))
    if who and not phrases("objects", "reached", "staff").within(case.plain, case.body):
        return Level.OUTCOME, "menghitung pihak di luar perangkat daerah atau keadaannya"
    return None


def _default(case: Case) -> Answer:
    if case.head.kind == "count":
        return Level.OUTPUT, "menghitung jumlah yang dihasilkan"
    return Level.OUTCOME, "mengukur keadaan yang dicapai"


#: The questions in the order in which they are asked.
STEPS: tuple[Callable[[Case], Answer], ...] = (
    _impact,
    statement_level,
    _input,
    _graded,
    _process,
    _product,
    _said,
    _state,
    _default,
)


def read_level(text: Text, head: Head) -> tuple[Level, str]:
    """The level of result and one line that says why."""
    case = read_case(text, head)
    for step in STEPS:
        answer = step(case)
        if answer:
            return answer
    raise AssertionError("the last step always answers")
