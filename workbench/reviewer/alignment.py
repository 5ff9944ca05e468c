"""Does the indicator show that its sasaran is reached, and why."""

from workbench.reviewer.evidence import Evidence, gather
from workbench.reviewer.findings import Alignment, Level, Reading, Verdict

_NOTHING = Alignment(
    Verdict.NA, None, ("sasaran belum diisi, jadi keselarasan tidak dapat dinilai",), "unknown"
)


def align(sasaran: str, indikator: str, *, formula: str = "", reading: Reading | None = None) -> Alignment:
    """The verdict on one pair, with a score from 0 to 1 and the reason in one or two lines.

    yes: when the indicator moves, one sees whether the sasaran is reached; partial: one small aspect, a
    weak proxy or an activity of it; no: another matter; na: there is no sasaran.
    """
    if not sasaran.strip():
        return _NOTHING
    evidence = gather(sasaran, indikator, formula, reading)
    return _judge(evidence)


def _judge(evidence: Evidence) -> Alignment:
    low = evidence.level in (Level.INPUT, Level.ACTIVITY, Level.OUTPUT)
    if evidence.repeats:
        return Alignment(
            Verdict.NO,
            0.1,
            ("indikator hanya mengulang kata-kata sasaran, belum menyebut ukurannya",),
            "repeats",
        )
    near = max(
        evidence.covered, {"same": 0.8, "part": 0.6, "wider": 0.4, "field": 0.3}.get(evidence.link, 0.0)
    )
    score = round(near * (0.6 if low and evidence.wants_result else 1.0), 2)
    because = (evidence.reason,)
    if evidence.link == "" and evidence.covered < 0.15:
        return Alignment(Verdict.NO, min(score, 0.1), because, "other-field" if evidence.known else "unknown")
    if score >= 0.6:
        return Alignment(Verdict.YES, score, because, "direct")
    relation = "activity" if low else {"part": "aspect", "wider": "proxy"}.get(evidence.link, "same-field")
    return Alignment(Verdict.PARTIAL, max(score, 0.2), because, relation)
