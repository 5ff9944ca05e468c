"""How long documents take, out and in: `python bench/documents.py` prints it, `figures()` returns it."""

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from workbench.documents import agreement_docx, agreement_pdf, iku_xlsx
from workbench.documents.finding import as_table, find
from workbench.reviewer import review
from workbench.reviewer.document import Agreement, Party, Programme, Row, Table

_SUBJECTS = ("pelayanan adminduk", "kesehatan ibu", "jalan kabupaten", "usaha mikro", "pengelolaan sampah")
_MEASURES = (
    ("Persentase warga puas terhadap {}", "%", "{},5"),
    ("Indeks kepuasan masyarakat atas {}", "indeks", "≥ {}"),
    ("Jumlah rapat koordinasi {}", "kali", "{}"),
    ("Meningkatnya mutu {} secara optimal", "persen", "{}%"),
)


def table(rows: int) -> Table:
    """Rows as people type them, good and bad, no two the same."""
    made = []
    for number in range(1, rows + 1):
        subject = _SUBJECTS[number // 3 % len(_SUBJECTS)]
        measure, unit, target = _MEASURES[number % len(_MEASURES)]
        made.append(
            Row(
                number,
                f"Meningkatnya kualitas {subject} di wilayah {number // 3 + 1}",
                f"{measure.format(subject)} wilayah {number}",
                unit,
                target.format(40 + number % 60),
                sumber_data=f"Survei tahun 2026 nomor {number}",
                penanggung_jawab="Bidang Pelayanan",
            )
        )
    return Table(
        tuple(made),
        frozenset({"sasaran", "indikator", "satuan", "target", "sumber_data", "penanggung_jawab"}),
    )


def agreement(rows: int) -> Agreement:
    """An agreement with many indicators and five programmes."""
    programmes = tuple(
        Programme(n, f"Program urusan ke-{n}", f"{n}.250.000.000,00", "APBD") for n in range(1, 6)
    )
    return Agreement(
        unit="Dinas Kesehatan Kabupaten Arunika",
        year="2026",
        annex_year="2026",
        place="Kota Arunika",
        date="12 Januari 2026",
        first=Party(
            "dr. Larasati Wulandari, M.Kes.", "Kepala Dinas Kesehatan", "197504122002122003", "Pembina"
        ),
        second=Party("Ratna Kusumadewi", "Bupati Arunika"),
        rows=tuple(replace(row, sumber_data="", penanggung_jawab="") for row in table(rows).rows),
        programmes=programmes,
        total="18.750.000.000,00",
    )


def dated(one: Agreement, day: int) -> Agreement:
    """The same agreement on another day with other words in every row, so that nothing drawn before helps."""
    rows = tuple(replace(row, indikator=f"{row.indikator} tahap {day}") for row in one.rows)
    return replace(one, date=f"{day + 1} Januari 2026", rows=rows)


def milliseconds(work: Callable[[int], Any], times: int = 7) -> float:
    """The median of some numbered runs after a first one, which loads words and fonts."""
    work(0)
    taken = []
    for number in range(1, times + 1):
        began = time.perf_counter()
        work(number)
        taken.append((time.perf_counter() - began) * 1000)
    return round(statistics.median(taken), 1)


def figures() -> dict[str, float]:
    """Names and numbers for the table of figures; the 2,000 rows are read and reviewed once, from cold."""
    workbook = iku_xlsx.write(table(2000))
    forty, long = table(40), agreement(20)
    review(table(1))
    began = time.perf_counter()
    document = review(as_table(find(workbook, "iku.xlsx")[0]))
    read_review = time.perf_counter() - began
    assert len(document["rows"]) == 2000
    return {
        "agreement_docx_ms": milliseconds(lambda run: agreement_docx.write(dated(long, run))),
        "agreement_pdf_ms": milliseconds(lambda run: agreement_pdf.draw(dated(long, run))),
        "read_review_2000_rows_s": round(read_review, 2),
        "review_40_rows_ms": milliseconds(lambda run: review(forty)),
    }


if __name__ == "__main__":
    for name, value in figures().items():
        print(f"{name:28} {value:>8}")
