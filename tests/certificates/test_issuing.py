"""Issuing: everybody who is due, once, all or none, and nobody else."""

import hashlib
import io
import re
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from tests.certificates.conftest import NEEDED, fulfil
from tests.queries import counted
from workbench.certificates import archive, issue
from workbench.certificates.models import Certificate
from workbench.cohorts.models import Cohort
from workbench.db import session
from workbench.people import accounts
from workbench.people.models import Role, User
from workbench.reviewer import RULESET


def of(cast, app=None) -> tuple[Cohort, User]:
    """Ana's class and its organiser."""
    return session().get(Cohort, cast.cohort), session().get(User, cast.dewi)


def fingerprint(page: str) -> str:
    return re.search(r'name="list" value="([^"]+)"', page).group(1)


def first_page(pdf: bytes) -> str:
    return " ".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())


def test_the_page_shows_who_is_due_and_why_others_are_not(app, cast, dewi, ready):
    with app.app_context():
        user = accounts.create("Gilang Ramadhan", "", hashed="-")
        accounts.enrol(user, cast.cohort, Role.PARTICIPANT, "PUPR")
        session().commit()
    page = dewi.get(f"/kelas/{cast.cohort}/sertifikat").text
    assert "Akan diterbitkan</h2>" not in page
    assert "Akan diterbitkan (1)" in page
    assert "Belum memenuhi (1)" in page
    assert "Kehadiran 0% (0 dari 16 JP), perlu 80%" in page
    assert "Terbitkan 1 sertifikat" in page


def test_one_button_issues_and_the_pdf_carries_the_right_name(app, cast, dewi, ana, ready):
    address = f"/kelas/{cast.cohort}/sertifikat"
    sent = dewi.post(address, {"list": fingerprint(dewi.get(address).text)})
    assert sent.status_code == 302
    with app.app_context():
        made = session().scalar(select(Certificate))
        assert made.number == "001/BIMTEK/XI/2026"
        assert made.ruleset == RULESET
        assert made.fields["name"] == "Ana Lestari, S.Sos."
        assert hashlib.sha256(made.pdf).hexdigest() == made.sha256
        number = made.id
    pdf = ana.get(f"{address}/{number}.pdf")
    assert pdf.mimetype == "application/pdf"
    assert "Ana Lestari, S.Sos." in first_page(pdf.data)


def test_two_hundred_are_issued_with_their_own_names_and_numbers(app, cast, enrol):
    names = [f"Peserta Ke-{n} Wijaya & Putra, S.E." for n in range(200)]
    enrol(names)
    with app.app_context():
        cohort, dewi = of(cast)
        done = issue.issue(cohort, NEEDED, dewi, issue.overview(cohort, NEEDED).fingerprint)
        assert len(done) == 200
        assert len({made.code for made in done}) == len({made.number for made in done}) == 200
        assert {made.sequence for made in done} == set(range(1, 201))
        assert {made.fields["name"] for made in done} == set(names)
        for made in done[::10]:
            assert f"{made.fields['name']}" in first_page(made.pdf)
            assert made.membership.user.name == made.fields["name"]


def test_pressing_twice_issues_once(app, cast, dewi, ready):
    address = f"/kelas/{cast.cohort}/sertifikat"
    listed = fingerprint(dewi.get(address).text)
    dewi.post(address, {"list": listed})
    again = dewi.post(address, {"list": listed})
    assert again.status_code == 409
    assert "Belum ada yang diterbitkan" in again.text
    with app.app_context():
        assert len(session().scalars(select(Certificate.id)).all()) == 1


def test_two_organisers_at_once_cannot_both_issue(app, cast, ready, monkeypatch):
    """The second one looked before the first one wrote; the unique constraints decide."""
    with app.app_context():
        cohort, dewi = of(cast)
        looked = issue.overview(cohort, NEEDED)
        issue.issue(cohort, NEEDED, dewi, looked.fingerprint)
        monkeypatch.setattr(issue, "overview", lambda *_arguments: looked)
        with pytest.raises(issue.ListChanged):
            issue.issue(cohort, NEEDED, dewi, looked.fingerprint)
        assert len(session().scalars(select(Certificate.id)).all()) == 1


def test_a_list_that_changed_is_shown_again_instead_of_issued(app, cast, dewi, ready, sessions):
    address = f"/kelas/{cast.cohort}/sertifikat"
    listed = fingerprint(dewi.get(address).text)
    with app.app_context():
        user = accounts.create("Gilang Ramadhan", "", hashed="-")
        fulfil(accounts.enrol(user, cast.cohort, Role.PARTICIPANT).id, sessions, cast.bram)
        session().commit()
    refused = dewi.post(address, {"list": listed})
    assert refused.status_code == 409
    assert "Terbitkan 2 sertifikat" in refused.text
    with app.app_context():
        assert session().scalar(select(Certificate.id)) is None


@pytest.mark.parametrize(
    ("field", "complaint"),
    [
        ("signatory_name", "Nama penanda tangan belum diisi"),
        ("signatory_title", "Jabatan penanda tangan belum diisi"),
        ("body", "Lembaga penyelenggara belum diisi"),
    ],
)
def test_without_a_signatory_nothing_is_issued(app, cast, dewi, ready, field, complaint):
    address = f"/kelas/{cast.cohort}/sertifikat"
    listed = fingerprint(dewi.get(address).text)
    with app.app_context():
        setattr(session().get(Cohort, cast.cohort), field, "  ")
        session().commit()
    assert "Terbitkan 1" not in dewi.get(address).text
    refused = dewi.post(address, {"list": listed})
    assert refused.status_code == 409
    assert complaint in refused.text


def test_a_blank_name_is_not_printed(app, cast, ready):
    with app.app_context():
        cohort, dewi = of(cast)
        session().get(User, cast.ana).name = " "
        session().commit()
        with pytest.raises(issue.NotPossible, match="Nama belum diisi untuk akun: ana"):
            issue.issue(cohort, NEEDED, dewi, issue.overview(cohort, NEEDED).fingerprint)


def test_a_number_of_another_class_is_not_given_twice(app, cast, dewi, issued):
    with app.app_context():
        user = session().get(User, cast.dewi)
        accounts.enrol(user, cast.other_cohort, Role.ORGANISER)
        other = session().get(Cohort, cast.other_cohort)
        other.minimum_score = other.minimum_attendance = 0
        other.modules_required = False
        session().commit()
    page = dewi.get(f"/kelas/{cast.other_cohort}/sertifikat").text
    assert "001/BIMTEK/XI/2026 sudah dipakai kelas lain" in page
    assert "{n:03}/BIMTEK-2/{month}/{year}" in page, "a pattern that is free is offered"
    assert "Terbitkan 1" not in page


def test_what_was_printed_stays_when_the_class_changes(app, cast, dewi, issued):
    address = f"/kelas/{cast.cohort}/sertifikat/{issued}.pdf"
    before = dewi.get(address).data
    with app.app_context():
        session().get(Cohort, cast.cohort).signatory_name = "Orang Lain"
        session().get(User, cast.ana).name = "Ana Baru"
        session().commit()
    assert dewi.get(address).data == before


def test_a_revoked_certificate_keeps_its_reason_and_may_be_replaced(app, cast, dewi, ana, issued):
    address = f"/kelas/{cast.cohort}/sertifikat"
    empty = dewi.post(f"{address}/{issued}/cabut", {"reason": " "})
    assert empty.status_code == 422
    assert "Tulis alasannya" in empty.text
    dewi.post(f"{address}/{issued}/cabut", {"reason": "Nama salah tulis"})
    second = dewi.post(f"{address}/{issued}/cabut", {"reason": "Alasan kedua"}, follow_redirects=True)
    assert "sudah dicabut sebelumnya" in second.text
    assert ana.get(f"{address}/{issued}.pdf").status_code == 404
    page = dewi.get(address).text
    assert "Nama salah tulis" in page
    assert "Sudah diterbitkan (1, 1 dicabut)" in page
    assert "Akan diterbitkan (0)" in page, "nobody gets a certificate back by the big button"
    replaced = dewi.post(f"{address}/{issued}/ganti", follow_redirects=True)
    assert "002/BIMTEK/XI/2026" in replaced.text
    assert dewi.post(f"{address}/{issued}/ganti").status_code == 409


def test_only_the_owner_and_the_staff_fetch_a_pdf(cast, issued, ana, bram, dewi, carla, eko, visitor):
    address = f"/kelas/{cast.cohort}/sertifikat/{issued}.pdf"
    codes = [person.get(address).status_code for person in (ana, bram, dewi, carla, eko, visitor)]
    assert codes == [200, 200, 200, 404, 404, 302]
    wrong_class = f"/kelas/{cast.other_cohort}/sertifikat/{issued}.pdf"
    assert [person.get(wrong_class).status_code for person in (carla, eko)] == [404, 404]


def test_a_classmate_does_not_fetch_anothers_pdf(app, cast, issued, visitor):
    with app.app_context():
        user = accounts.create("Gilang", "kopi-pagi-7")
        accounts.enrol(user, cast.cohort, Role.PARTICIPANT)
        session().commit()
    visitor.sign_in("gilang")
    assert visitor.get(f"/kelas/{cast.cohort}/sertifikat/{issued}.pdf").status_code == 404


def test_facilitators_look_and_organisers_act(cast, bram, ana, issued):
    address = f"/kelas/{cast.cohort}/sertifikat"
    page = bram.get(address)
    assert page.status_code == 200
    assert "Cabut" not in page.text
    assert "Terbitkan" not in page.text
    assert bram.post(address, {"list": "x"}).status_code == 403
    assert bram.post(f"{address}/{issued}/cabut", {"reason": "iseng saja"}).status_code == 403
    assert bram.get(f"{address}.zip").status_code == 403
    assert ana.get(address).status_code == 403


def test_the_zip_holds_every_valid_pdf_once_under_a_safe_name(app, cast, dewi, enrol):
    names = ["Ana/../../etc, S.E.", "Ana/../../etc, S.E.", "Śrī " + "Panjang " * 19, "陳", 'Budi "B" <x>']
    enrol(names)
    with app.app_context():
        cohort, organiser = of(cast)
        done = issue.issue(cohort, NEEDED, organiser, issue.overview(cohort, NEEDED).fingerprint)
        issue.revoke(done[0], "dicabut untuk uji", organiser)
    answer = dewi.get(f"/kelas/{cast.cohort}/sertifikat.zip")
    with zipfile.ZipFile(io.BytesIO(answer.data)) as parts:
        assert parts.testzip() is None
        listed = parts.namelist()
        bodies = [parts.read(name) for name in listed]
    assert len(listed) == len(set(listed)) == len(names) - 1
    assert all(re.fullmatch(r"\d{3}-[A-Za-z0-9-]{1,60}\.pdf", name) for name in listed)
    with app.app_context():
        stored = {
            made.sha256 for made in session().scalars(select(Certificate).where(Certificate.sequence > 1))
        }
    assert {hashlib.sha256(body).hexdigest() for body in bodies} == stored


def test_file_names_start_with_the_number():
    made = Certificate(sequence=7, fields={"name": "Dr. Ana Lestari, S.Sos."})
    assert archive.file_name(made) == "007-Dr-Ana-Lestari-S-Sos.pdf"


def test_the_sample_is_for_organisers(cast, dewi, bram, needed):
    sample = dewi.get(f"/kelas/{cast.cohort}/sertifikat/contoh.pdf")
    assert "CONTOH" in first_page(sample.data)
    assert bram.get(f"/kelas/{cast.cohort}/sertifikat/contoh.pdf").status_code == 403


def test_the_page_of_many_takes_as_many_queries_as_that_of_few(app, cast, dewi, enrol):
    def queries() -> int:
        with app.app_context(), counted() as statements:
            assert dewi.get(f"/kelas/{cast.cohort}/sertifikat").status_code == 200
        return len(statements)

    enrol([f"Satu {n}" for n in range(3)], "satu")
    few = queries()
    enrol([f"Dua {n}" for n in range(60)], "dua")
    assert queries() == few


def test_two_browsers_pressing_at_the_same_moment_issue_once(app, cast, sign_in_as, enrol):
    """Really at once, through the pages: one issues, the other is told and shown the new state."""
    enrol([f"Orang {n}" for n in range(20)])
    address = f"/kelas/{cast.cohort}/sertifikat"
    people = [sign_in_as("dewi"), sign_in_as("dewi")]
    listed = fingerprint(people[0].get(address).text)
    with ThreadPoolExecutor(2) as hands:
        codes = sorted(hands.map(lambda person: person.post(address, {"list": listed}).status_code, people))
    assert codes == [302, 409]
    with app.app_context():
        owners = session().scalars(select(Certificate.membership_id)).all()
    assert len(owners) == len(set(owners)) == 20
