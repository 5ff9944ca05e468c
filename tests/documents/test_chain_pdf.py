"""A reviewed chain on paper: the documents side by side, gaps named, each break with both ends."""

import io

from pypdf import PdfReader

from workbench.documents import review_pdf
from workbench.reviewer import Chain, Row, review_chain

LOST = "Meningkatnya kepemilikan dokumen <kependudukan> & anak"


def test_the_chain_is_printed_with_its_gaps_and_both_ends_of_each_break() -> None:
    iku = Row(1, "Meningkatnya kualitas layanan adminduk", "Indeks kepuasan masyarakat", "nilai SKM", "86")
    chain = Chain(
        renstra=(Row(1, iku.sasaran), Row(2, LOST)),
        iku=(iku,),
        agreement=(Row(1, iku.sasaran, iku.indikator, iku.satuan, "80"),),
    )
    drawn = review_pdf.draw(review_chain(chain), title="Rantai dokumen")
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(drawn)).pages).split())
    for said in (
        "Renstra",
        "Tabel IKU",
        "Perjanjian kinerja",
        LOST,
        "tidak ada",
        "86 nilai SKM",
        "80 nilai SKM",
    ):
        assert said in text
    assert "tabel IKU baris 1 → perjanjian kinerja baris 1" in text
