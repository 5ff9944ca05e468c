"""Reviews, and before and after, as PDF."""

import io

from pypdf import PdfReader

from workbench.documents import comparison_pdf, review_pdf
from workbench.documents.comparison_pdf import BeforeAfter, Change, Draft, Pair
from workbench.documents.review_pdf import marked, title_of
from workbench.reviewer import review
from workbench.reviewer.document import Row, Table
from workbench.reviewer.report import arithmetic

TABLE = Table(
    (
        Row(1, "Melaksanakan sosialisasi & <rapat>", "Meningkatnya kepuasan warga", "persen", "100"),
        Row(
            2, "Membaiknya gizi balita", "Prevalensi stunting balita", "%", "14,2", sumber_data="Survei gizi"
        ),
    ),
    frozenset({"sasaran", "indikator", "satuan", "target", "sumber_data"}),
)


def text_of(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages)


def test_a_review_prints_score_sentence_rows_findings_and_arithmetic():
    document = review(TABLE)
    data = review_pdf.draw(document, title="Hasil pemeriksaan", facts=[("Peserta", "Ana & <kawan>")])
    assert data == review_pdf.draw(document, title="Hasil pemeriksaan", facts=[("Peserta", "Ana & <kawan>")])
    text = text_of(data)
    assert "Ana & <kawan>" in text
    assert document["verdict"] in text
    assert "Melaksanakan sosialisasi" in text
    for row in document["rows"]:
        for finding in row["findings"]:
            assert title_of(finding["rule"]) in text
    for label, _ in arithmetic(document):
        assert " ".join(label.split()) in text


def test_words_at_fault_are_marked_where_they_stand():
    assert marked("satu dua tiga", [(5, 8, 1), (5, 13, 2)]) == [
        {"text": "satu ", "marked": False, "numbers": []},
        {"text": "dua", "marked": True, "numbers": [1]},
        {"text": " tiga", "marked": True, "numbers": [2]},
    ]
    assert marked("", []) == []


def test_a_review_of_nothing_prints_too():
    assert review_pdf.draw(review(Table(()))).startswith(b"%PDF")


def test_document_findings_of_an_agreement_are_printed():
    finding = {
        "rule": "parties-equal",
        "severity": "error",
        "principle": "akuntabel",
        "axis": "completeness",
        "field": "",
        "where": "pihak-kedua",
        "start": 0,
        "end": 0,
        "message": "Kedua pihak sama.",
        "advice": "Tulis atasannya.",
        "suggestion": "",
        "points": -20,
    }
    document = {
        "ruleset": "1",
        "score": 80,
        "verdict": "Satu hal.",
        "principles": {"akuntabel": 80},
        "rows": [],
        "findings": [finding],
    }
    text = text_of(review_pdf.draw(document, steps=[("Nilai awal", 100), ("Kedua pihak sama.", -20)]))
    assert "Kedua pihak sama." in text
    assert "−20" in text


def test_before_and_after_shows_every_row_and_finding():
    cells = (("indikator", (("gone", "Jumlah rapat & <b>"), ("new", "Indeks kepuasan"), ("same", " warga"))),)
    values = BeforeAfter(
        "Sebelum dan sesudah",
        Draft("Draf pertama", 40, "20 November 2026"),
        Draft("Draf terakhir", 85),
        facts=[("Peserta", "Ana")],
        rows=[Pair(1, 1, cells), Pair(None, 2, cells), Pair(2, None), Pair(3, 3)],
        gone=[Change("not-a-measure", "error", 1)],
        new=[Change("column-missing", "advice")],
        kept=3,
    )
    data = comparison_pdf.draw(values)
    assert data == comparison_pdf.draw(values)
    text = text_of(data)
    for part in (
        "1 temuan selesai, 1 baru, 3 masih sama. Nilai 40 → 85.",
        "Jumlah rapat & <b> warga",
        "Indeks kepuasan warga",
        "Baris 2, baru",
        "Baris 2, dihapus",
        "Tidak berubah.",
        title_of("not-a-measure"),
        "(baris 1, wajib diperbaiki)",
        "(dokumen, saran)",
    ):
        assert part in text
