"""The PDF says what the fields say, whatever signs are in them."""

import io
from datetime import UTC, date, datetime
from time import perf_counter

import pytest
from pypdf import PdfReader

from workbench.certificates import drawing, printed
from workbench.certificates.words import spelled
from workbench.cohorts.models import ClassSession, Cohort

AT = datetime(2026, 11, 21, 3, 42, tzinfo=UTC)
FIELDS = {
    "number": "001/BIMTEK/XI/2026",
    "body": "BKPSDM Kabupaten Arunika",
    "name": "Ana Lestari, S.Sos.",
    "unit": "Disdukcapil",
    "title": "Manajemen Kinerja OPD Berbasis Hasil, Angkatan I",
    "dates": "20–21 November 2026",
    "place": "Aula BKPSDM",
    "jp": 16,
    "jp_words": "enam belas",
    "issued": "21 November 2026",
    "signatory_title": "Kepala BKPSDM Kabupaten Arunika",
    "signatory_name": "Dr. Wulan Maheswari, M.Si.",
    "code": "7K3M-QX0T-9ABC-DEFG-H123",
    "url": "http://127.0.0.1:8000/verifikasi/7K3M-QX0T-9ABC-DEFG-H123",
    "verify_at": "http://127.0.0.1:8000/verifikasi/",
    "topics": [{"title": "Menetapkan IKU", "jp": 10}, {"title": "Menyelaraskan sasaran", "jp": 6}],
}


def text_of(pdf: bytes) -> list[str]:
    """Each page's text on one line."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def test_front_and_back_hold_every_printed_field():
    front, back = text_of(drawing.draw(FIELDS, AT))
    for field in ("number", "name", "unit", "title", "dates", "place", "issued", "signatory_name", "code"):
        assert FIELDS[field] in front, field
    assert "16 (enam belas) jam pelajaran" in front
    assert "Jumlah 16" in back
    assert FIELDS["code"] in back


@pytest.mark.parametrize(
    "name",
    [
        'Budi "Sakti" & <Anak> #1, S.E.',
        "#sys.inputs.qr *tebal* _miring_ $x$ @cite \\ // /* komentar */",
        "D'Arcy O'Neill, Ph.D.",
        "I Gusti Ayu Nyoman Śrī Pratiwi",
        "A" * 160,
        "Prof. Dr. Ir. Hj. Raden Ayu Sri Rejeki Kusumaningrum Wulandari, S.Sos., S.H., M.Si., M.A.P., Ph.D.",
    ],
)
def test_a_name_comes_out_as_it_was_written(name: str):
    pages = text_of(drawing.draw(FIELDS | {"name": name}, AT))
    assert len(pages) == 2
    assert name.replace(" ", "") in pages[0].replace(" ", "")


def test_the_same_fields_give_the_same_bytes_and_another_name_gives_others():
    assert drawing.draw(FIELDS, AT) == drawing.draw(dict(FIELDS), AT)
    assert drawing.draw(FIELDS, AT) != drawing.draw(FIELDS | {"name": "Ana Lestary, S.Sos."}, AT)


def test_the_longest_fields_stay_on_the_front_page():
    long = {
        "name": "Nama Sangat Panjang " * 8,
        "unit": "Dinas Pemberdayaan Masyarakat dan Desa " * 4,
        "title": "Manajemen Kinerja OPD Berbasis Hasil " * 5,
        "place": "Balai Pendidikan dan Pelatihan Kabupaten " * 4,
        "signatory_title": "Kepala Badan Kepegawaian dan Pengembangan " * 4,
        "signatory_name": "Dr. Nama Panjang " * 9,
        "body": "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Arunika " * 2,
    }
    front, back = text_of(drawing.draw(FIELDS | long, AT))
    assert "Kode verifikasi" in front
    assert back.startswith("DAFTAR MATERI")


def test_many_topics_flow_on():
    topics = [{"title": f"Materi nomor {n} tentang pengukuran kinerja", "jp": 1} for n in range(1, 41)]
    pages = text_of(drawing.draw(FIELDS | {"topics": topics, "jp": 40, "jp_words": "empat puluh"}, AT))
    assert all(f"Materi nomor {n} tentang" in " ".join(pages) for n in (1, 20, 40))


def test_a_sample_says_so_and_carries_no_code():
    front, back = text_of(drawing.draw(FIELDS | {"code": "", "url": ""}, AT))
    assert "Kode verifikasi CONTOH" in front
    assert "CONTOH" in back.replace(" ", "")
    assert "7K3M" not in front + back


def test_it_never_claims_an_electronic_signature():
    text = " ".join(text_of(drawing.draw(FIELDS, AT))).lower()
    assert "elektronik" not in text
    assert "bsre" not in text
    assert "kode verifikasi" in text


def test_the_pdf_is_tagged_and_speaks_indonesian():
    catalogue = PdfReader(io.BytesIO(drawing.draw(FIELDS, AT))).trailer["/Root"]
    assert catalogue["/Lang"] == "id"
    assert catalogue["/MarkInfo"]["/Marked"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (8, "delapan"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (16, "enam belas"),
        (20, "dua puluh"),
        (24, "dua puluh empat"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (120, "seratus dua puluh"),
        (999, "sembilan ratus sembilan puluh sembilan"),
    ],
)
def test_numbers_are_spelled(number: int, words: str):
    assert spelled(number) == words


def cohort(*jps: int) -> Cohort:
    sessions = [
        ClassSession(title=f"Sesi {n}", starts_at=AT, ends_at=AT, jp=jp) for n, jp in enumerate(jps, 1)
    ]
    return Cohort(
        title="x", jp=16, starts_on=date(2026, 11, 20), ends_on=date(2026, 11, 21), sessions=sessions
    )


def test_the_back_lists_sessions_only_where_their_jp_add_up_to_the_front():
    assert printed.topics(cohort(10, 0, 6), ["Modul"]) == [
        {"title": "Sesi 1", "jp": 10},
        {"title": "Sesi 3", "jp": 6},
    ]
    assert printed.topics(cohort(10, 4), ["Modul"]) == [{"title": "Modul", "jp": None}]
    assert printed.topics(cohort(), ["Modul"]) == [{"title": "Modul", "jp": None}]


def test_a_certificate_takes_less_than_a_tenth_of_a_second():
    """Usually about ten milliseconds; the bound leaves room for a busy machine."""
    drawing.draw(FIELDS, AT)
    start = perf_counter()
    for n in range(10):
        drawing.draw(FIELDS | {"name": f"Orang {n}", "url": f"http://127.0.0.1:8000/verifikasi/{n}"}, AT)
    assert (perf_counter() - start) / 10 < 0.1
