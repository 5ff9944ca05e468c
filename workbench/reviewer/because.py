"""The reason for a verdict on alignment, in words that a person understands."""

from functools import cache

from workbench.reviewer.evidence import LOW, Evidence
from workbench.reviewer.findings import Level, Verdict
from workbench.reviewer.links import Link
from workbench.reviewer.ontology import ontology

LEVELS = {
    Level.INPUT: "masukan",
    Level.ACTIVITY: "kegiatan",
    Level.OUTPUT: "keluaran",
    Level.OUTCOME: "hasil",
    Level.IMPACT: "dampak",
}


def relation_of(seen: Evidence, verdict: Verdict) -> str:
    """The name of the connection: direct, proxy, aspect, activity, same-field, other-field or unknown."""
    if verdict is Verdict.YES:
        return "direct"
    if verdict is Verdict.NO:
        return _apart(seen)
    if seen.level in LOW and not seen.wants_output:
        return "proxy" if seen.standard is not None and seen.link.kind in ("same", "part") else "activity"
    if seen.link.kind == "part":
        return "aspect" if _is_part(seen.link) else "proxy"
    if seen.link.kind == "sibling":
        return "same-field"
    if seen.link.kind == "wider":
        return "proxy"
    if seen.link.kind == "same" or seen.covered > 0.3:
        return "aspect"
    return "same-field" if seen.link.kind == "field" else "unknown"


#: Fields that touch every other one; what is measured there may well belong to any sasaran.
_EVERYWHERE = frozenset(
    {
        "tata-kelola",
        "penunjang",
        "kecamatan",
        "perencanaan",
        "pengawasan",
        "instansi-pusat",
        "sekretariat-dprd",
    }
)


def _apart(seen: Evidence) -> str:
    """Two fields are only said to be apart where a known measure of one meets a sasaran of the other."""
    about, wanted = set(seen.about_fields), set(seen.wanted_fields)
    if about & wanted:
        return "same-field"
    if not about or not wanted or seen.standard is None:
        return "unknown"
    if {seen.about_fields[0], seen.wanted_fields[0]} & _EVERYWHERE:
        return "unknown"
    return "other-field"


@cache
def _only_parts(key: str) -> frozenset[str]:
    """The concepts of which this one is a part, at any distance."""
    wider = ontology().concepts[key].part_of
    return frozenset(wider).union(*(_only_parts(up) for up in wider)) if wider else frozenset()


def _is_part(link: Link) -> bool:
    return link.wanted in _only_parts(link.concept)


def _name(key: str) -> str:
    return ontology().concepts[key].name


def _field(key: str) -> str:
    name = ontology().fields[key].name.split(" (")[0]
    return name[0].lower() + name[1:]


def _measured(seen: Evidence) -> str:
    """What the indicator measures, as the subject of a sentence."""
    if seen.standard is not None and seen.by_name:
        return seen.standard.name
    return f"ukuran tentang {_name(seen.link.concept)}" if seen.link.concept else "yang diukur"


def explain(seen: Evidence, relation: str) -> tuple[str, ...]:
    """One or two lines on why the relation is what it is."""
    lines = [_EXPLAIN[relation](seen)]
    if relation == "aspect" and seen.unmet:
        lines.append("sasaran menyebut lebih banyak hal daripada yang diukur")
    return tuple(lines)


def _direct(seen: Evidence) -> str:
    if not seen.link.wanted:
        return f"indikator dan sasaran berbicara tentang hal yang sama{_shared(seen)}"
    wanted = _name(seen.link.wanted)
    if seen.standard is None or seen.level in LOW:
        return f"yang diukur adalah {wanted}, seperti yang disebut sasaran"
    if seen.by_name:
        return f"{seen.standard.name} adalah ukuran {LEVELS[seen.level]} dari {wanted}"
    return f"ini ukuran {LEVELS[seen.level]} dari {wanted}"


def _shared(seen: Evidence) -> str:
    return f" ({', '.join(seen.shared[:3])})" if seen.shared else ""


def _proxy(seen: Evidence) -> str:
    if not seen.link.wanted:
        return "indikator hanya petunjuk di sekitar sasaran"
    wanted = _name(seen.link.wanted)
    if seen.level in LOW and not seen.wants_output:
        return f"yang terlihat baru {LEVELS[seen.level]}, belum {wanted}"
    if seen.link.kind == "wider":
        return f"{_measured(seen)} lebih luas daripada {wanted}, banyak hal lain ikut memengaruhinya"
    if seen.link.concept == seen.link.wanted:
        return f"{_measured(seen)} bergerak bersama {wanted}, tetapi bukan ukurannya"
    return f"{_name(seen.link.concept)} ikut menentukan {wanted}, tetapi bukan ukuran langsungnya"


def _aspect(seen: Evidence) -> str:
    if seen.link.concept and seen.link.concept != seen.link.wanted:
        return f"{_name(seen.link.concept)} baru satu bagian dari {_name(seen.link.wanted)}"
    if seen.link.wanted:
        return f"indikator baru menyentuh satu segi dari {_name(seen.link.wanted)}"
    return f"indikator baru menyentuh satu segi sasaran{_shared(seen)}"


def _activity(seen: Evidence) -> str:
    about = f" untuk {_name(seen.link.wanted)}" if seen.link.wanted else ""
    return f"indikator mengukur {LEVELS[seen.level]}{about}, padahal sasaran menyatakan hasil"


def _same_field(seen: Evidence) -> str:
    if seen.link.wanted and seen.link.concept:
        return f"sasaran tentang {_name(seen.link.wanted)}, indikator tentang {_name(seen.link.concept)}"
    return "bidangnya sama, tetapi yang diukur bukan yang disebut sasaran"


def _other_field(seen: Evidence) -> str:
    wanted, about = _field(seen.wanted_fields[0]), _field(seen.about_fields[0])
    return f"sasaran termasuk bidang {wanted}, indikator termasuk bidang {about}"


def _unknown(seen: Evidence) -> str:
    return "hubungan antara yang diukur dan sasaran tidak tampak dari tulisannya"


_EXPLAIN = {
    "direct": _direct,
    "proxy": _proxy,
    "aspect": _aspect,
    "activity": _activity,
    "same-field": _same_field,
    "other-field": _other_field,
    "unknown": _unknown,
}
