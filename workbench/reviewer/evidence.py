"""What speaks for and against an indicator as a measure of its sasaran, before it is judged."""

from dataclasses import dataclass

from workbench.reviewer.concepts import NAMED, Subject, subject
from workbench.reviewer.findings import Level, Reading
from workbench.reviewer.ontology import StandardIndicator, ontology
from workbench.reviewer.standard import lookup
from workbench.reviewer.stems import split, words
from workbench.reviewer.vocabulary import load


@dataclass(frozen=True, slots=True)
class Evidence:
    standard: StandardIndicator | None
    link: str  # same, part, wider, field, ""
    from_concept: str
    to_concept: str
    covered: float  # share of the sasaran's telling words that the indicator takes up
    explained: float  # share of the indicator's telling words that the sasaran has
    level: Level
    wants_result: bool
    repeats: bool
    known: bool  # both texts speak of a field we know
    reason: str


def _shared(one: dict[str, float], other: dict[str, float]) -> float:
    every = sum(one.values())
    return sum(value for word, value in one.items() if word in other) / every if every else 0.0


def _level(indikator: str, standard: StandardIndicator | None, reading: Reading | None) -> Level:
    if reading is not None:
        return reading.level
    if standard is not None:
        return standard.level
    typed = words(indikator)
    efforts = frozenset(split(load("alignment")["efforts"]))
    if any(word in efforts for word in typed):
        return Level.OUTPUT
    return Level.OUTPUT if typed[:1] == ("jumlah",) else Level.OUTCOME


def _link(about: Subject, wanted: Subject, standard: StandardIndicator | None) -> tuple[str, str, str]:
    known = ontology()
    served = list(standard.serves) if standard else []
    served += [key for key, strength in about.concepts.items() if strength == NAMED and key not in served]
    named = [key for key, strength in wanted.concepts.items() if strength == NAMED]
    for key in served:
        if key in named:
            return "same", key, key
    steps = [(known.above[key][up], key, up) for key in served for up in named if up in known.above[key]]
    if steps:
        _, key, up = min(steps)
        return "part", key, up
    for key in named:
        for up in served:
            if up in known.above[key]:
                return "wider", up, key
    fields = set(about.fields) | ({standard.field} if standard else set())
    return ("field", "", "") if fields & set(wanted.fields) else ("", "", "")


def gather(sasaran: str, indikator: str, formula: str = "", reading: Reading | None = None) -> Evidence:
    wanted, about = subject(sasaran), subject(indikator)
    standard = lookup(indikator, sasaran)
    link, key, up = _link(about, wanted, standard)
    starts = words(sasaran)[0] if words(sasaran) else ""
    wants_result = not starts.startswith(("terlaksana", "tersedia", "tersusun", "terselenggara", "terpenuhi"))
    repeats = bool(about.stems) and about.stems == wanted.stems
    names = ontology().concepts
    if link == "same":
        reason = f"{indikator.strip()[:60]} mengukur {names[key].name}"
    elif link in ("part", "wider"):
        reason = f"{names[key].name} adalah bagian dari {names[up].name}"
    else:
        reason = "bidangnya sama, tetapi yang diukur lain" if link else "indikator berbicara tentang hal lain"
    return Evidence(
        standard, link, key, up, _shared(wanted.words, about.words), _shared(about.words, wanted.words),
        _level(indikator, standard, reading), wants_result, repeats,
        bool(wanted.fields and about.fields), reason,
    )  # fmt: skip
