"""Whether a target is sound: a quantity that fits the phrase, the unit and the scale of its indicator.

`judge` gives `target_ok` (None where no target was set), the target marked with a problem key (see
`targets.py`) and the reason in words. Checks are asked in the order of `CHECKS`; the first objection counts.
"""

from collections.abc import Callable
from dataclasses import dataclass

from workbench.reviewer.findings import Level, Target
from workbench.reviewer.measures import Head
from workbench.reviewer.numbers import figure
from workbench.reviewer.phrases import phrases
from workbench.reviewer.targets import is_date, parse_target, says_nothing, with_problem
from workbench.reviewer.text import Text, read
from workbench.reviewer.units import COUNTED, Unit, fold_unit, kind_of
from workbench.reviewer.vocabulary import load, words

Objection = tuple[str, str] | None


def _words(key: str) -> frozenset[str]:
    return words("target_words", key)


@dataclass(frozen=True, slots=True)
class Case:
    """What the checks look at. `kind` is the kind of the unit that counts: the target's own or the row's."""

    target: Target
    typed: str
    text: Text
    head: Head
    level: Level
    unit: Unit | None
    kind: str
    unit_word: str
    second: int = 0  # word at which a second counted thing begins, 0 where there is none

    @property
    def value(self) -> float | None:
        """The largest number of the target."""
        return self.target.high if self.target.high is not None else self.target.low


def _nothing_said(case: Case) -> Objection:
    plain = read(case.typed[:200]).plain
    if phrases("target_words", "endless").within(plain):
        return "open-ended", "target tidak punya batas"
    if plain and plain[0] in _words("moves") and len(plain) > 1 and case.head.kind != "change":
        return "no-base", "perubahan tanpa angka awal"
    if says_nothing(case.typed):
        return "not-a-number", "target berupa kata yang tidak dapat diukur"
    if case.target.low is None and case.target.high is None and case.target.grade is None:
        if case.target.problem == "two-values":
            return "two-values", "dua nilai dalam satu sel"
        return "not-a-number", "target tidak memuat angka"
    return None


def _has_scale(case: Case) -> bool:
    if case.head.kind in {"score", "grade", "acronym"} or (case.unit and case.unit.kind == "grade"):
        return True
    return phrases("grades", "scale_words").within(case.text.plain) is not None


def _grades(case: Case) -> Objection:
    if case.target.grade is None:
        if case.head.noun == "opini" and case.kind != "score":
            return "number-without-grade", "opini ditulis sebagai angka, bukan WTP, WDP, dan seterusnya"
        if case.head.noun == "predikat" and case.kind in {"percent", *COUNTED}:
            return "number-without-grade", "predikat ditulis sebagai angka"
        if case.head.kind == "grade" and case.kind == "percent":
            return "number-without-grade", f"{case.head.noun} tidak diukur dengan persen"
        return None
    if case.head.kind in {"share", "count"} and not _has_scale(case):
        return "not-a-number", "ukuran ini memerlukan angka, bukan predikat"
    if case.unit is not None and case.unit.kind in {"percent", *COUNTED}:
        return "unit-mismatch", f"target berupa predikat, satuannya {case.unit.name}"
    if not _has_scale(case):
        return "grade-without-scale", "predikat tanpa skala"
    return None


#: Measure nouns (or kinds of them) and the kinds of unit that they do not take (domain: noun and unit).
_REFUSED: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (frozenset({"rasio", "laju", "pertumbuhan"}), COUNTED),
    (frozenset({"tingkat", "nilai", "skor"}), frozenset({"people", "goods", "activity", "organisation"})),
    (frozenset({"indeks"}), COUNTED | {"physical", "time", "money"}),
    (
        frozenset({"luas", "panjang", "produksi", "produktivitas"}),
        frozenset({"people", "activity", "organisation"}),
    ),
)


def _noun_and_unit(case: Case) -> Objection:
    kind, head = case.kind, case.head
    if kind == "percent":
        return _not_in_percent(case)
    if head.kind == "share" and kind in {*COUNTED, "money", "physical", "time"}:
        return "count-with-percent", f"“{head.noun}” diukur dengan persen, bukan {case.unit_word}"
    rated = "per" in case.text.plain[head.end :]
    if (
        head.kind == "count"
        and kind in {"score", "ratio", "grade"}
        and case.unit_word != "angka"
        and not rated
    ):
        return "unit-contradicts-noun", f"“Jumlah” tidak diukur dengan {case.unit_word}"
    sums = _words("money") & set(case.text.plain[head.start : head.body + 1])
    if sums and kind in COUNTED and head.kind in {"score", "magnitude", "quantity"}:
        return "unit-contradicts-noun", f"jumlah uang tidak diukur dengan {case.unit_word}"
    if kind == "money" and _words("in_money") & set(case.text.plain):
        return None  # an index of what people spend
    for nouns, refused in _REFUSED:
        if head.noun in nouns and kind in refused:
            return "unit-contradicts-noun", f"“{head.noun}” tidak diukur dengan {case.unit_word}"
    return None


def _not_in_percent(case: Case) -> Objection:
    """Counts, sums of money and sizes are not told in per cent, unless a change of them is meant."""
    head, plain = case.head, case.text.plain
    if _words("changes") & set(plain[head.start : head.body + 2]):
        return None
    if head.kind == "count":
        return "percent-with-count", "“Jumlah” dihitung dengan satuan hitung, bukan persen"
    if head.noun == "nilai" and _words("money") & set(plain[head.start : head.body + 2]):
        return "unit-contradicts-noun", "nilai uang tidak diukur dengan persen"
    nouns = {head.noun or "", *plain[head.start : head.body]}
    kept = nouns & _words("times") and _words("timely") & set(plain)
    if head.kind in {"magnitude", "quantity"} and nouns & (_words("sizes") | _words("times")) and not kept:
        return "unit-contradicts-noun", f"“{head.noun}” tidak diukur dengan persen"
    return None


def _counted_noun(case: Case) -> Objection:
    """*Jumlah laporan* counted in people."""
    if case.head.kind != "count" or case.head.body >= len(case.text.plain):
        return None
    noun = case.text.plain[case.head.body]
    acts = phrases("objects", "activity").at(case.text.plain, case.head.body)
    if acts and case.kind in {"money", "physical"}:
        return "unit-contradicts-noun", f"{acts.phrase} tidak dihitung dengan {case.unit_word}"
    if _is_miscounted(noun, case):
        return "unit-mismatch", f"{noun} tidak dihitung dengan {case.unit_word}"
    if case.second and case.kind in COUNTED:
        kinds = kind_of(noun), kind_of(case.text.plain[case.second])
        if case.kind in kinds and "" not in kinds and kinds[0] != kinds[1]:
            return "unit-mismatch", "satuannya hanya cocok untuk salah satu dari dua hal yang dihitung"
    return None


#: Kinds of counted noun, and the kinds of unit that they are not counted in.
_MISCOUNTED = {
    "people": frozenset({"organisation", "activity", "event", "physical", "money"}),
    "organisation": frozenset({"people", "activity"}),
    "paper": frozenset({"people", "organisation", "physical", "money"}),
}


def _is_miscounted(noun: str, case: Case) -> bool:
    """People counted in bodies, bodies in people, papers in either, and anything but papers in papers."""
    kind = "paper" if noun in _words("papers") else kind_of(noun)
    in_papers = case.unit_word in _words("papers") and (
        kind in {"people", "organisation"} or noun in _words("gatherings")
    )
    return in_papers or case.kind in _MISCOUNTED.get(kind, ())


def _time(case: Case) -> Objection:
    behind = case.text.plain[case.head.end : case.head.end + 1]
    long = case.unit is None or case.unit_word in _words("spans")  # "10 menit" may well be a promise
    if long and case.head.noun == "waktu" and behind and behind[0] in _words("provision"):
        return "time-for-goods", "lamanya penyediaan tidak menunjukkan apa yang disediakan"
    timed = case.kind == "time" or is_date(case.typed)
    if not timed:
        return None
    if case.head.is_measure and _words("timed") & set(case.text.plain):
        return None
    if case.head.kind in {"rate", "magnitude"}:
        return None
    return "time-for-goods", "waktu bukan ukuran dari yang dihitung di sini"


def _statements(case: Case) -> Objection:
    if case.head.is_measure or case.head.kind in {"share", "count", "score"}:
        return None
    if case.kind == "percent":
        return "percent-without-measure", "persen dari apa belum jelas karena indikator bukan ukuran"
    if case.unit_word in _words("acts") and case.level is not Level.ACTIVITY:
        return "activity-for-result", "yang dihitung bukan kegiatan"
    statement = case.head.statement
    if statement and statement.kind.startswith("result") and case.unit_word in _words("wrapping"):
        return "activity-for-result", f"keadaan tidak dihitung dengan {case.unit_word}"
    return None


def _mismatch(case: Case) -> Objection:
    if case.unit is None or case.target.unit is None:
        return None
    own = kind_of(case.target.unit)
    if own and case.unit.kind and own != case.unit.kind and "percent" in {own, case.unit.kind}:
        return "unit-mismatch", f"satuan di target ({case.target.unit}) berbeda dari kolom satuan"
    return None


def _scale(case: Case) -> Objection:
    value = case.value
    if value is None:
        return None
    words_ahead = set(case.text.plain[: case.head.body + 3])
    if value < 0 and not ((_words("changes") | _words("signed")) - {"persentase"}) & words_ahead:
        return "out-of-scale", "target di bawah nol"
    if value == 0 and _is_goods(case):
        return "zero-for-goods", "target nol berarti tidak ada yang dihasilkan"
    if case.kind == "percent" or (case.head.kind == "share" and not case.unit):
        open_ended = _words("beyond_100") & set(case.text.plain)
        parts = case.head.kind in {"share", "score", "quality", "state", "thing"}
        whole = parts or case.head.noun in _words("parts")
        if (whole and not open_ended and value > 100) or value > _MOST_PER_CENT:
            return "out-of-scale", "lebih dari 100 persen"
        return None
    most = _most(case)
    if most is not None and value > most:
        return "out-of-scale", f"nilai tertinggi ukuran ini {figure(most)}"
    return None


#: No change is told in more than this many per cent.
_MOST_PER_CENT = 10_000


def _is_goods(case: Case) -> bool:
    if case.head.kind != "count" or case.level is not Level.OUTPUT:
        return False
    return phrases("polarity", "bad").within(case.text.plain) is None


def _most(case: Case) -> float | None:
    """The highest value that the named instrument gives."""
    table = load("grades")
    plain = case.text.plain
    if phrases("grades", "component_words").within(plain) and {"sakip", "akip", "lakip"} & set(plain):
        for component, weight in table["components"].items():
            if component in plain:
                return float(weight)
    hit = phrases("grades", "maximum").within(plain)
    if hit is None or hit.start > case.head.body + 1:
        return None
    return float(table["maximum"][hit.phrase])


#: The questions in the order in which they are asked.
CHECKS: tuple[Callable[[Case], Objection], ...] = (
    _nothing_said,
    _grades,
    _mismatch,
    _noun_and_unit,
    _counted_noun,
    _time,
    _statements,
    _scale,
)


def judge(
    typed: str, unit: Unit | None, text: Text, head: Head, level: Level, second: int = 0
) -> tuple[bool | None, Target | None, str]:
    """Whether the target is sound, the target with its problem, and the reason.

    `second` is the word at which a second counted thing begins, 0 where there is none.
    """
    small = head.kind in {"score", "share"} or head.noun == "rasio"
    target = parse_target(typed, unit.name if unit else "", small)
    if target is None:
        return None, None, ""
    own = target.unit or ""
    folded = fold_unit(own) or (unit.word if unit else "")
    kind = kind_of(folded) or (unit.kind if unit else "")
    if own.startswith("per "):
        kind = "rate"
    if target.grade is not None:
        kind, folded = (unit.kind, unit.word) if unit else ("grade", "predikat")
    case = Case(target, typed, text, head, level, unit, kind, folded, second)
    for check in CHECKS:
        objection = check(case)
        if objection:
            return False, with_problem(target, objection[0]), objection[1]
    return True, target, ""
