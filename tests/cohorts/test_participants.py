"""The list of participants, one of them, and account cards."""

import re

import pytest
from sqlalchemy import select

from tests.queries import counted
from workbench.cohorts.models import Cohort
from workbench.db import now, session
from workbench.exercises.models import Draft
from workbench.modules.models import ModuleReading
from workbench.people import accounts
from workbench.people.models import Membership, Role, User


@pytest.fixture
def gilang(app, cast) -> int:
    """One more participant, who has never signed in."""
    with app.app_context():
        user = accounts.create("Gilang Ramadhan", "apa-saja-8", nip="199001012015031001")
        number = accounts.enrol(user, cast.cohort, Role.PARTICIPANT, "DPMPTSP", "Perencana").id
        session().commit()
        return number


def test_the_list_shows_who_has_never_signed_in_and_filters_by_opd(cast, dewi, ana, gilang):
    page = dewi.get(f"/kelas/{cast.cohort}/peserta").text
    assert "2 orang dari 2 OPD; 1 belum pernah masuk" in page
    filtered = dewi.get(f"/kelas/{cast.cohort}/peserta?opd=DPMPTSP").text.split("<tbody>")[1]
    assert "Gilang" in filtered
    assert "Ana Lestari" not in filtered


def test_a_facilitator_sees_people_but_neither_nip_nor_buttons(cast, bram, gilang):
    page = bram.get(f"/kelas/{cast.cohort}/peserta").text
    assert "Gilang" in page
    assert "199001012015031001" not in page
    assert '<form method="post" action="/kelas' not in page
    assert bram.post(f"/kelas/{cast.cohort}/peserta", {"name": "Orang Baru"}).status_code == 403


def test_one_person_is_added_by_hand(app, cast, dewi):
    card = dewi.post(f"/kelas/{cast.cohort}/peserta", {"name": "Putri Ayu, S.E.", "unit": "PUPR"})
    assert "putri" in card.text
    twice = dewi.post(f"/kelas/{cast.cohort}/peserta", {"name": "Putri Ayu, S.E.", "unit": "PUPR"})
    assert twice.status_code == 422
    assert "sudah ada di daftar" in twice.text
    wrong = dewi.post(f"/kelas/{cast.cohort}/peserta", {"name": "Budi", "nip": "12", "unit": "Dinkes"})
    assert wrong.status_code == 422
    assert "yang tertulis 2" in wrong.text
    assert 'value="Dinkes"' in wrong.text


def seen(page: str) -> str:
    return re.search(r'name="seen" type="hidden" value="([^"]*)"', page).group(1)


def test_a_name_is_corrected_before_it_is_printed(app, cast, dewi, gilang):
    address = f"/kelas/{cast.cohort}/peserta/{gilang}"
    form = {"name": "Gilang Ramadhan, S.Kom.", "unit": "DPMPTSP", "seen": seen(dewi.get(address).text)}
    assert dewi.post(address, form).status_code == 302
    older = dewi.post(address, form | {"name": "Gilang R."})
    assert older.status_code == 409
    assert 'value="Gilang R."' in older.text
    assert "<b>Gilang Ramadhan, S.Kom.</b>" in older.text


def test_a_nip_in_use_is_refused_beside_its_field(app, cast, dewi, gilang):
    address = f"/kelas/{cast.cohort}/peserta/{cast.ana_membership}"
    page = dewi.get(address).text
    answer = dewi.post(address, {"name": "Ana", "nip": "199001012015031001", "seen": seen(page)})
    assert answer.status_code == 422
    assert "dipakai akun lain" in answer.text
    with app.app_context():
        assert session().get(User, cast.ana).name == "Ana Lestari, S.Sos."


def test_a_new_card_replaces_a_lost_password(cast, dewi, visitor, gilang):
    card = dewi.post(f"/kelas/{cast.cohort}/peserta/{gilang}/kartu")
    username, password = re.findall(r"<dd><code>([^<]+)</code></dd>", card.text)
    visitor.sign_in(username, password)
    assert card.headers["Cache-Control"] == "no-store"


def renewed(person, cast):
    """The cards, after the page that says whose they are."""
    address = f"/kelas/{cast.cohort}/peserta/kartu"
    shown = re.search(r'name="list" value="([^"]+)"', person.get(address).text)
    return person.post(address, {"list": shown.group(1)} if shown else {})


def test_nobody_loses_a_password_before_the_list_of_them_was_read(app, cast, dewi, ana, gilang):
    address = f"/kelas/{cast.cohort}/peserta/kartu"
    with app.app_context():
        before = session().get(Membership, gilang).user.password_hash
    asked = dewi.get(address)
    assert "Buat kata sandi baru untuk 1 orang?" in asked.text
    assert "Gilang Ramadhan" in asked.text
    assert "Ana Lestari" not in asked.text.split("<main")[1]
    straight = dewi.post(address)
    assert straight.status_code == 409
    assert "Buat kata sandi baru untuk 1 orang?" in straight.text
    shown = re.search(r'name="list" value="([^"]+)"', asked.text).group(1)
    dewi.post(f"/kelas/{cast.cohort}/peserta", {"name": "Putri Ayu, S.E.", "unit": "PUPR"})
    overtaken = dewi.post(address, {"list": shown})
    assert overtaken.status_code == 409
    assert "baru saja berubah" in overtaken.text
    assert "Putri Ayu" in overtaken.text
    with app.app_context():
        assert session().get(Membership, gilang).user.password_hash == before
    assert renewed(dewi, cast).text.count("account-card") == 2


def test_cards_are_renewed_only_for_those_who_never_signed_in(cast, dewi, ana, visitor, gilang):
    cards = renewed(dewi, cast).text
    assert "gilang" in cards
    assert "Ana Lestari" not in cards.split("<main")[1]
    visitor.sign_in("ana")


def test_staff_and_strangers_get_no_new_password(app, cast, dewi):
    with app.app_context():
        numbers = {
            user_id: session().scalar(select(Membership.id).where(Membership.user_id == user_id))
            for user_id in (cast.dewi, cast.eko)
        }
        before = {user_id: session().get(User, user_id).password_hash for user_id in numbers}
    for number in numbers.values():
        dewi.post(f"/kelas/{cast.cohort}/peserta/{number}/kartu")
    with app.app_context():
        assert before == {user_id: session().get(User, user_id).password_hash for user_id in before}


def test_somebody_without_work_is_taken_out_with_what_they_opened(app, cast, dewi, gilang):
    with app.app_context():
        session().add(ModuleReading(membership_id=gilang, module="01-apa", opened_at=now()))
        session().commit()
    dewi.post(f"/kelas/{cast.cohort}/peserta/{gilang}/hapus")
    with app.app_context():
        assert session().get(Membership, gilang) is None
        assert session().scalar(select(User.id).where(User.username == "gilang"))


def test_somebody_with_work_stays(app, cast, dewi, gilang):
    with app.app_context():
        session().add(Draft(membership_id=gilang, exercise="01-apa", answer={}))
        session().commit()
    page = dewi.post(f"/kelas/{cast.cohort}/peserta/{gilang}/hapus", follow_redirects=True).text
    assert "tidak dikeluarkan" in page
    with app.app_context():
        assert session().get(Membership, gilang)


def test_the_list_of_three_hundred_takes_as_many_queries_as_that_of_three(app, cast, dewi):
    def enrol(start: int, end: int) -> None:
        with app.app_context():
            for n in range(start, end):
                user = accounts.create(f"Orang {n}", "", username=f"orang{n}", hashed="-")
                accounts.enrol(user, cast.cohort, Role.PARTICIPANT, f"OPD {n % 9}")
            session().commit()

    def queries() -> int:
        with app.app_context(), counted() as statements:
            assert dewi.get(f"/kelas/{cast.cohort}/peserta").status_code == 200
        return len(statements)

    enrol(0, 3)
    few = queries()
    enrol(3, 300)
    assert queries() == few
    with app.app_context():
        assert session().get(Cohort, cast.cohort)
