"""Is this certificate real? Anybody may ask; nobody learns more than what was printed."""

import io

import pytest

from workbench.certificates import codes
from workbench.certificates.models import Certificate
from workbench.db import session
from workbench.people.models import User


@pytest.fixture
def made(app, issued) -> Certificate:
    """Ana's certificate."""
    with app.app_context():
        found = session().get(Certificate, issued)
        assert found.pdf
        session().expunge(found)
        return found


def upload(person, data: bytes, **more):
    form = {"file": (io.BytesIO(data), "sertifikat.pdf"), **more}
    return person.post("/verifikasi/", form, content_type="multipart/form-data")


def test_a_code_has_a_hundred_random_bits_and_no_confusing_signs():
    seen = {codes.fresh() for _ in range(500)}
    assert len(seen) == 500
    assert all(len(code.replace("-", "")) == 20 for code in seen)
    assert not set("".join(seen)) & set("ILOU")
    assert set("".join(seen)) - {"-"} == set(codes.ALPHABET)


@pytest.mark.parametrize(
    "typed",
    [
        "7K3M-QX0T-1ABC-DEFG-H123",
        "7k3mqx0t1abcdefgh123",
        " 7K3M QXOT IABC defg-hl23 ",
        "7K3M–QX0T–1ABC–DEFG–H123",
    ],
)
def test_a_code_is_read_however_it_was_typed(typed):
    assert codes.normalised(typed) == "7K3M-QX0T-1ABC-DEFG-H123"


@pytest.mark.parametrize(
    "typed", ["", "7K3M", "7K3M-QX0T-1ABC-DEFG-H1234", "7K3M-QX0T-1ABC-DEFG-H12U", "x" * 5000]
)
def test_what_cannot_be_a_code_is_none(typed):
    assert codes.normalised(typed) is None


def test_the_page_shows_every_printed_field_and_nothing_private(app, visitor, made, cast):
    with app.app_context():
        user = session().get(User, cast.ana)
        user.nip, user.email = "198501012010012001", "ana@arunika.example"
        session().commit()
    page = visitor.get(f"/verifikasi/{made.code}")
    assert page.status_code == 200
    assert "BERLAKU" in page.text
    printed = ("name", "unit", "number", "title", "dates", "place", "signatory_name", "issued", "jp_words")
    assert all(made.fields[field] in page.text for field in printed)
    assert "198501012010012001" not in page.text
    assert "ana@arunika.example" not in page.text
    assert "username" not in page.text


def test_a_typed_code_leads_to_its_page(visitor, made):
    typed = made.code.lower().replace("-", " ")
    answer = visitor.get("/verifikasi/", query_string={"kode": typed}, follow_redirects=True)
    assert answer.status_code == 200
    assert "BERLAKU" in answer.text


def test_an_altered_code_is_unknown(visitor, made):
    """One sign changed: nothing of the real certificate may show."""
    last = "1" if made.code[-1] != "1" else "2"
    page = visitor.get(f"/verifikasi/{made.code[:-1]}{last}")
    assert page.status_code == 404
    assert "TIDAK DIKENAL" in page.text
    assert "Ana Lestari" not in page.text


@pytest.mark.parametrize("code", ["<script>alert(1)</script>", "%00", "a" * 300, "..%2f..%2fetc"])
def test_a_strange_code_is_unknown_and_harmless(visitor, cast, code):
    page = visitor.get(f"/verifikasi/{code}")
    assert page.status_code == 404
    assert "<script>alert" not in page.text


def test_a_revoked_certificate_says_so_with_date_and_reason(visitor, dewi, made, cast):
    dewi.post(f"/kelas/{cast.cohort}/sertifikat/{made.id}/cabut", {"reason": "Kehadiran keliru dicatat"})
    page = visitor.get(f"/verifikasi/{made.code}").text
    assert "DICABUT" in page
    assert "21 November 2026" in page
    assert "Kehadiran keliru dicatat" in page
    assert "BERLAKU" not in page.replace("berlaku", "")


def test_the_issued_file_is_recognised_to_the_byte(visitor, made):
    same = upload(visitor, made.pdf)
    assert same.status_code == 200
    assert "sama persis" in same.text
    assert "BERLAKU" in same.text


def test_a_file_altered_by_one_byte_is_refused(visitor, made):
    altered = bytearray(made.pdf)
    altered[len(altered) // 2] ^= 1
    page = upload(visitor, bytes(altered))
    assert page.status_code == 422
    assert "sudah diubah atau bukan terbitan kami" in page.text
    assert "BERLAKU" not in page.text
    claimed = upload(visitor, bytes(altered), kode=made.code)
    assert "BERKAS BERBEDA" in claimed.text
    assert "Ana Lestari" in claimed.text, "what is on record for the code, to compare with"


@pytest.mark.parametrize(("data", "complaint"), [(b"", "Pilih berkas PDF"), (b"\x89PNG....", "bukan PDF")])
def test_what_is_no_pdf_is_refused_beside_the_field(visitor, cast, data, complaint):
    answer = upload(visitor, data)
    assert answer.status_code == 422
    assert complaint in answer.text


@pytest.mark.throttled
def test_guessing_codes_is_slowed_down(visitor, cast):
    answers = [visitor.get(f"/verifikasi/{codes.fresh()}").status_code for _ in range(32)]
    assert answers == [404] * 30 + [429] * 2
