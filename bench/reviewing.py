"""How fast the reviewer reads, in process on one core, and what starting it costs."""

import subprocess
import sys
import time

from timing import median_ms

from workbench.reviewer import review
from workbench.reviewer.document import Row, Table

#: Rows of our own, of the kinds that a table mixes.
KINDS = (
    Row(
        1,
        "Meningkatnya kualitas layanan",
        "Indeks kepuasan masyarakat",
        "nilai",
        "≥ 85",
        "",
        "SKM",
        "Sekretariat",
    ),
    Row(2, "Menurunnya stunting", "Prevalensi stunting balita", "%", "16,5", "", "SSGI", "Bidang Kesmas"),
    Row(
        3,
        "Terlaksananya rapat",
        "Jumlah rapat koordinasi dan laporan",
        "%",
        "12 kali",
        "",
        "internal",
        "semua",
    ),
    Row(
        4,
        "Meningkatnya konektivitas",
        "Persentase jalan kabupaten dalam kondisi mantap",
        "%",
        "68,00 - 70,00",
    ),
    Row(5, "Meningkatnya akuntabilitas", "Nilai AKIP", "nilai", "BB", "", "LHE Inspektorat", "Setda"),
    Row(6, "Meningkatnya mutu pendidikan", "Meningkatnya kemampuan literasi murid secara optimal", "", ""),
)


def table(count: int) -> Table:
    """A table of `count` rows in which no two are the same."""
    rows = []
    for number in range(1, count + 1):
        kind = KINDS[number % len(KINDS)]
        rows.append(
            Row(
                number,
                kind.sasaran,
                f"{kind.indikator} di kecamatan {number}",
                kind.satuan,
                kind.target,
                kind.formula,
                kind.sumber_data,
                kind.penanggung_jawab,
            )
        )
    return Table(tuple(rows))


def figures() -> dict[str, float]:
    """Milliseconds for a table of 40, rows a second, milliseconds to import, growth with length."""
    forty, thousand = table(40), table(1000)
    review(forty)
    started = time.perf_counter()
    review(thousand)
    rate = 1000 / (time.perf_counter() - started)
    short, long = (
        median_ms(
            lambda length=length: review(Table((Row(1, "Meningkatnya akses", "Persentase warga " * length),)))
        )
        for length in (60, 600)
    )
    start = [sys.executable, "-c", "import workbench.reviewer"]
    bare = [sys.executable, "-c", "pass"]
    starting = median_ms(lambda: subprocess.run(start, check=True)) - median_ms(
        lambda: subprocess.run(bare, check=True)
    )
    return {
        "review_40_rows_ms": median_ms(lambda: review(forty)),
        "reviews_per_second": rate,
        "review_length_ratio": long / short,
        "reviewer_import_ms": starting,
        "reviewer_peak_mb": _peak_mb(),
    }


def _peak_mb() -> float:
    code = (
        "import resource, sys; sys.path.insert(0, 'bench');"
        "from reviewing import review, table; review(table(1000));"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    return float(
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    )
