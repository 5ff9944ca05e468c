"""What is right, in one specific line, and the one sentence that sums a review up."""

from collections.abc import Sequence
from dataclasses import dataclass

from .findings import Finding, Severity, Verdict
from .numbers import figure
from .rules.base import RowCase
from .score import NOTHING_TO_JUDGE

_WORDS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")


@dataclass(frozen=True, slots=True)
class Subject:
    """What is reviewed, as a sentence calls it: its name, what it is to be ready for, and one part of it."""

    name: str
    ready: str
    part: str = "Baris"
    empty: str = (
        "Belum ada baris yang dapat dinilai. Isi sedikitnya satu sasaran dengan indikator dan targetnya."
    )


TABLE = Subject("tabel", "ditandatangani")
AGREEMENT = Subject("perjanjian", "ditandatangani")
CASCADE = Subject(
    "pohon kinerja",
    "dibahas",
    "Kotak",
    "Belum ada kotak yang dapat dinilai. Mulailah dari hasil yang dijanjikan kepala perangkat daerah.",
)
CHAIN = Subject(
    "rantai dokumen",
    "dipakai",
    "Mata rantai",
    "Belum ada yang dapat dibandingkan. Isi sedikitnya dua dokumen yang berurutan.",
)


def verdict(findings: Sequence[Finding], rows: int, subject: Subject = TABLE) -> str:
    """One plain sentence about the whole."""
    if rows == 0:
        return subject.empty
    name = subject.name
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    warnings = sum(finding.severity is Severity.WARNING for finding in findings)
    if errors:
        return f"{_counted(errors)} hal wajib diperbaiki sebelum {name} ini siap {subject.ready}."
    if warnings:
        return f"Tidak ada yang wajib diperbaiki; {_counted(warnings).lower()} hal masih perlu ditinjau."
    if findings:
        few = _counted(len(findings)).lower()
        return f"{name.capitalize()} ini siap dibahas; {few} saran dapat membuatnya lebih kuat."
    return f"{name.capitalize()} ini siap dibahas: tidak ada catatan."


def row_praise(case: RowCase, findings: Sequence[Finding]) -> str:
    """What this row does well, or an empty text where there is nothing to praise."""
    rules = {finding.rule for finding in findings}
    if rules & NOTHING_TO_JUDGE or not case.reading.readable:
        return ""
    return next((line for line in _strengths(case, findings) if line), "")


def table_praise(
    cases: Sequence[RowCase], by_row: Sequence[Sequence[Finding]], names: Sequence[str] = ()
) -> str:
    """The first thing worth saying about the rows, with the row it is about; `names` call rows otherwise."""
    called = names or [f"Baris {case.row.number}" for case in cases]
    for name, case, findings in zip(called, cases, by_row, strict=True):
        line = row_praise(case, findings)
        if line:
            return f"{name}: {line[:1].lower()}{line[1:]}"
    return ""


def _strengths(case: RowCase, findings: Sequence[Finding]) -> tuple[str, ...]:
    """Possible praise, the most telling first; empty where it does not hold."""
    rules = {finding.rule for finding in findings}
    touched = {finding.field for finding in findings if finding.severity is not Severity.ADVICE}
    reading, alignment = case.reading, case.alignment
    aligned = alignment.verdict is Verdict.YES and alignment.relation == "direct" and "sasaran" not in touched
    clear = "indikator" not in touched and reading.is_measure
    why = alignment.because[0].rstrip(".") if alignment.because else ""
    return (
        f"Indikator menjawab sasarannya: {why}." if aligned and clear and why else "",
        "Penyebut persentase sudah jelas."
        if clear and reading.population and "percent-without-population" not in rules
        else "",
        "Indikator sudah berupa ukuran yang dapat dihitung." if clear else "",
        "Sasaran sudah menyatakan keadaan yang ingin dicapai."
        if reading.sasaran_is_result and "sasaran" not in {finding.field for finding in findings}
        else "",
        "Target sudah berupa angka yang dapat dibandingkan."
        if reading.target_ok and reading.is_measure and "target" not in touched
        else "",
    )


def _counted(number: int) -> str:
    word = _WORDS[number] if number < len(_WORDS) else figure(number)
    return word[:1].upper() + word[1:]
