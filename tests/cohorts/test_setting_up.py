"""Beginning a class, changing it, and what happens when two people do so at once."""

import re
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from workbench.cohorts import numbering
from workbench.cohorts.models import Attendance, ClassSession, Cohort
from workbench.db import session
from workbench.people.models import Membership, Role, User

TYPED = {
    "title": "Manajemen Kinerja OPD, Angkatan III",
    "body": "BKPSDM Kabupaten Arunika",
    "starts_on": "2026-11-24",
    "ends_on": "2026-11-25",
    "place": "Aula Timur",
    "zone": "Asia/Makassar",
    "jp": "16",
    "signatory_name": "Dr. Wulan Maheswari, M.Si.",
    "signatory_title": "Kepala BKPSDM",
    "number_pattern": "{n:03}/MK/{month}/{year}",
    "minimum_score": "70",
    "minimum_attendance": "80",
    "modules_required": "y",
    "join_open": "y",
}


def test_it_begins_a_class_with_a_code_and_makes_its_founder_the_organiser(app, dewi, cast):
    answer = dewi.post("/kelas/baru", TYPED)
    assert answer.status_code == 302
    page = dewi.get(answer.headers["Location"])
    with app.app_context():
        cohort = session().scalar(select(Cohort).where(Cohort.title == TYPED["title"]))
        assert len(cohort.join_code) == 6
        assert cohort.join_code in page.text
        assert cohort.memberships[0].user_id == cast.dewi
        assert cohort.memberships[0].role == Role.ORGANISER


@pytest.mark.parametrize(
    ("field", "value", "complaint"),
    [
        ("title", "  ", "Tulis judul bimtek"),
        ("title", "x" * 201, "Paling banyak 200 huruf"),
        ("starts_on", "besok", "Tanggal tidak dikenal"),
        ("starts_on", "", "Isi tanggal hari pertama"),
        ("ends_on", "2026-11-23", "mendahului hari pertama"),
        ("ends_on", "2126-11-23", "Periksa tahunnya"),
        ("jp", "enam belas", "Tulis angka bulat"),
        ("jp", "0", "Jumlah JP antara 1 dan 400"),
        ("minimum_score", "101", "Nilai antara 0 dan 100"),
        ("minimum_attendance", "-1", "Persentase antara 0 dan 100"),
        ("number_pattern", "BIMTEK/{year}", "Nomor urut belum ada"),
        ("number_pattern", "{n}/{bulan}", "{bulan} tidak dikenal"),
        ("number_pattern", "{n", "tidak berpasangan"),
        ("number_pattern", "{n.__class__}", "tidak dikenal"),
        ("number_pattern", "{n!r}", "hanya boleh"),
        ("number_pattern", "{n:099999999}", "hanya boleh"),
    ],
)
def test_a_refused_class_keeps_everything_typed(dewi, field, value, complaint):
    typed = TYPED | {field: value}
    answer = dewi.post("/kelas/baru", typed)
    assert answer.status_code == 422
    assert complaint in answer.text
    assert 'aria-invalid="true"' in answer.text
    kept = {name: typed[name] for name in ("title", "place", "jp", "number_pattern") if name != field}
    assert all(f'value="{text}"' in answer.text for text in kept.values())
    assert '<option selected value="Asia/Makassar">' in answer.text


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("{n:03}/BIMTEK/{month}/{year}", "007/BIMTEK/XI/2026"),
        ("800.1.4/{n}/BKPSDM/{year}", "800.1.4/7/BKPSDM/2026"),
        ("{{{n}}}", "{7}"),
    ],
)
def test_a_pattern_makes_numbers(pattern, expected):
    assert numbering.number(pattern, 7, date(2026, 11, 21)) == expected


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        ([], "{n:03}/BIMTEK/{month}/{year}"),
        (["{n:03}/MK/{year}"], "{n:03}/BIMTEK/{month}/{year}"),
        (["{n:03}/BIMTEK/{month}/{year}"], "{n:03}/BIMTEK-2/{month}/{year}"),
        (["{n}/Bimtek/{month}/{year}", "{n:03}/BIMTEK-2/{month}/{year}"], "{n:03}/BIMTEK-3/{month}/{year}"),
    ],
)
def test_a_pattern_in_use_is_not_offered_again(taken, expected):
    assert numbering.unused(taken) == expected


def test_every_new_class_is_offered_a_pattern_of_its_own(app, cast, dewi):
    def offered() -> str:
        found = re.search(r'name="number_pattern"[^>]* value="([^"]*)"', dewi.get("/kelas/baru").text)
        return found.group(1)

    first = offered()
    dewi.post("/kelas/baru", TYPED | {"number_pattern": first})
    second = offered()
    assert first != second
    made = {numbering.number(pattern, n, date(2026, 11, 21)) for pattern in (first, second) for n in (1, 2)}
    assert len(made) == 4
    with app.app_context():
        kept = session().scalars(select(Cohort.number_pattern).where(Cohort.id == cast.cohort)).one()
    assert kept == "{n:03}/BIMTEK/{month}/{year}", "an existing class keeps what it has"


def test_the_older_of_two_pages_is_told_and_loses_nothing(app, cast, sign_in_as):
    first, second = sign_in_as("dewi"), sign_in_as("dewi")
    address = f"/kelas/{cast.cohort}/pengaturan"
    with app.app_context():
        version = session().get(Cohort, cast.cohort).version
    mine = TYPED | {"version": version, "place": "Gedung A", "title": "Angkatan I"}
    assert first.post(address, mine).status_code == 302
    yours = TYPED | {"version": version, "place": "Gedung B", "title": "Angkatan I"}
    refused = second.post(address, yours)
    assert refused.status_code == 409
    assert 'value="Gedung B"' in refused.text
    assert "<b>Gedung A</b>" in refused.text
    with app.app_context():
        cohort = session().get(Cohort, cast.cohort)
        assert cohort.place == "Gedung A"
        version = cohort.version
    assert second.post(address, yours | {"version": version}).status_code == 302


def test_another_zone_keeps_the_hours_that_were_typed(app, cast, dewi):
    planned = {
        "sesi-title": "Menetapkan IKU",
        "sesi-day": "2026-11-20",
        "sesi-begins": "08:00",
        "sesi-ends": "09.30",
        "sesi-jp": "2",
    }
    assert dewi.post(f"/kelas/{cast.cohort}/sesi", planned).status_code == 302
    with app.app_context():
        item = session().scalar(select(ClassSession))
        assert item.starts_at == datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
        version = session().get(Cohort, cast.cohort).version
    dewi.post(f"/kelas/{cast.cohort}/pengaturan", TYPED | {"zone": "Asia/Jayapura", "version": version})
    with app.app_context():
        assert session().scalar(select(ClassSession)).starts_at == datetime(2026, 11, 19, 23, 0, tzinfo=UTC)
    page = dewi.get(f"/kelas/{cast.cohort}/pengaturan").text
    assert "08.00–09.30" in page
    assert "Waktu (WIT)" in page
    assert "Jumat, 20 November 2026" in page


@pytest.mark.parametrize(
    ("field", "value", "complaint"),
    [
        ("sesi-title", "", "Tulis materinya"),
        ("sesi-day", "kemarin", "Tanggal tidak dikenal"),
        ("sesi-begins", "pagi", "Jam tidak dikenal"),
        ("sesi-ends", "08.00", "sesudah jam mulai"),
        ("sesi-jp", "dua", "Tulis angka bulat"),
    ],
)
def test_a_refused_session_keeps_what_was_typed(dewi, cast, field, value, complaint):
    typed = {
        "sesi-title": "Menetapkan IKU",
        "sesi-day": "2026-11-20",
        "sesi-begins": "08:00",
        "sesi-ends": "09:30",
        "sesi-jp": "2",
    }
    answer = dewi.post(f"/kelas/{cast.cohort}/sesi", typed | {field: value})
    assert answer.status_code == 422
    assert complaint in answer.text
    assert f'value="{value}"' in answer.text or not value


def test_the_older_page_of_a_session_is_told(app, cast, dewi):
    planned = {
        "sesi-title": "Menetapkan IKU",
        "sesi-day": "2026-11-20",
        "sesi-begins": "08:00",
        "sesi-ends": "09:30",
        "sesi-jp": "2",
    }
    dewi.post(f"/kelas/{cast.cohort}/sesi", planned)
    with app.app_context():
        address = f"/kelas/{cast.cohort}/sesi/{session().scalar(select(ClassSession.id))}"
    seen = re.search(r'name="sesi-seen" type="hidden" value="([^"]+)"', dewi.get(address).text).group(1)
    assert dewi.post(address, planned | {"sesi-title": "Praktik", "sesi-seen": seen}).status_code == 302
    older = dewi.post(address, planned | {"sesi-title": "Diskusi", "sesi-seen": seen})
    assert older.status_code == 409
    assert 'value="Diskusi"' in older.text
    assert "<b>Praktik</b>" in older.text


def test_a_session_with_attendance_is_not_removed(app, cast, dewi):
    with app.app_context():
        item = ClassSession(
            cohort_id=cast.cohort,
            title="Pembukaan",
            starts_at=datetime(2026, 11, 20, 1, tzinfo=UTC),
            ends_at=datetime(2026, 11, 20, 2, tzinfo=UTC),
        )
        session().add(item)
        session().flush()
        number = item.id
        session().add(
            Attendance(session_id=number, membership_id=cast.ana_membership, marked_by_id=cast.dewi)
        )
        session().commit()
    remove = f"/kelas/{cast.cohort}/sesi/{number}/hapus"
    assert "tidak dihapus" in dewi.post(remove, follow_redirects=True).text
    with app.app_context():
        session().execute(Attendance.__table__.delete())
        session().commit()
    dewi.post(remove)
    with app.app_context():
        assert session().get(ClassSession, number) is None


def test_a_new_code_replaces_the_old_one(app, cast, dewi, visitor):
    page = dewi.post(f"/kelas/{cast.cohort}/kode", follow_redirects=True).text
    with app.app_context():
        code = session().get(Cohort, cast.cohort).join_code
    assert code in page
    assert code != "ARUNIKA1"
    form = {"code": "ARUNIKA1", "name": "Gilang", "unit": "PUPR", "password": "langkah-baru"}
    assert visitor.post("/gabung", form).status_code == 422
    assert visitor.post("/gabung", form | {"code": code}).status_code == 200


def test_a_facilitator_joins_by_username_or_with_a_new_account(app, cast, dewi, sign_in_as):
    carla = sign_in_as("carla")
    assert carla.get(f"/kelas/{cast.cohort}/peserta").status_code == 404
    address = f"/kelas/{cast.cohort}/fasilitator"
    dewi.post(address, {"fasilitator-username": "Carla"})
    assert carla.get(f"/kelas/{cast.cohort}/peserta").status_code == 200
    card = dewi.post(address, {"fasilitator-name": "Hendra Gunawan", "fasilitator-unit": "Inspektorat"})
    assert "hendra" in card.text
    again = dewi.post(address, {"fasilitator-username": "carla"})
    assert again.status_code == 422
    assert "sudah ada di kelas ini" in again.text
    assert "tidak ada" in dewi.post(address, {"fasilitator-username": "siapa"}).text
    assert dewi.post(address, {}).status_code == 422
    with app.app_context():
        theirs = select(Membership.id).where(
            Membership.user_id == cast.carla, Membership.cohort_id == cast.cohort
        )
        number = session().scalar(theirs)
    dewi.post(f"{address}/{number}/hapus")
    assert carla.get(f"/kelas/{cast.cohort}/peserta").status_code == 404


def test_only_organisers_begin_classes(ana, bram, dewi):
    assert [person.get("/kelas/baru").status_code for person in (ana, bram, dewi)] == [403, 403, 200]


@pytest.mark.parametrize("page", ["pengaturan", "peserta", "kehadiran", "peserta/impor", "sertifikat"])
def test_the_desk_of_an_organiser_is_closed_to_others(app, cast, ana, carla, eko, page):
    with app.app_context():
        session().get(User, cast.carla).may_organise = True
        session().commit()
    assert ana.get(f"/kelas/{cast.cohort}/{page}").status_code == 403
    assert carla.get(f"/kelas/{cast.cohort}/{page}").status_code == 404, "an organiser of another class"
    assert eko.get(f"/kelas/{cast.cohort}/{page}").status_code == 404
