"""From a list to people in a class: three steps, nothing half-applied, nothing twice."""

import html
import io
import json
import re

import pytest
from sqlalchemy import func, select

from tests.queries import counted
from workbench.cohorts import enrolling, reading, roster, roster_sheet
from workbench.cohorts.models import Cohort
from workbench.cohorts.roster_views import participants
from workbench.db import session
from workbench.people import accounts
from workbench.people.models import Membership, Role, User

NIP = "198501012010012001"


@pytest.fixture
def address(cast) -> str:
    """Where lists are imported into Ana's class."""
    return f"/kelas/{cast.cohort}/peserta/impor"


def carried(page: str) -> str:
    """The rows that travel in a page."""
    return html.unescape(re.search(r'name="rows" value="([^"]*)"', page).group(1))


def members(app, cast) -> list[str]:
    with app.app_context():
        return [member.user.name for member in participants(session().get(Cohort, cast.cohort))]


def test_it_previews_and_then_adds_everybody_and_shows_cards_once(app, cast, dewi, visitor, address):
    preview = dewi.post(address, {"pasted": f"Gilang Ramadhan, S.Kom.; {NIP}; DPMPTSP\nPutri; PUPR"})
    assert preview.status_code == 200
    assert "2 baris siap" in preview.text
    assert members(app, cast) == ["Ana Lestari, S.Sos."]
    done = dewi.post(address, {"rows": carried(preview.text), "step": "apply"})
    assert done.status_code == 200
    assert members(app, cast) == ["Gilang Ramadhan, S.Kom.", "Ana Lestari, S.Sos.", "Putri"]
    username, password = re.findall(r"<dd><code>([^<]+)</code></dd>", done.text)[:2]
    visitor.sign_in(username, password)
    assert password not in dewi.get(f"/kelas/{cast.cohort}/peserta").text


def test_good_rows_are_added_while_a_bad_one_stays_to_be_mended(app, cast, dewi, address):
    preview = dewi.post(address, {"pasted": "Nama;NIP\nGilang Ramadhan;\nPutri Ayu;1985\n"})
    assert preview.status_code == 422
    assert "yang tertulis 4" in preview.text
    assert 'name="nip-3" value="1985"' in preview.text
    done = dewi.post(address, {"rows": carried(preview.text), "step": "apply"})
    assert members(app, cast) == ["Gilang Ramadhan", "Ana Lestari, S.Sos."]
    assert 'name="nip-3" value="1985"' in done.text
    mended = {"rows": carried(done.text), "nip-3": NIP, "name-3": "Putri Ayu", "step": "check"}
    again = dewi.post(address, mended)
    assert again.status_code == 200
    dewi.post(address, {"rows": carried(again.text), "step": "apply"})
    assert "Putri Ayu" in members(app, cast)


def test_a_skipped_row_is_left_out(dewi, address):
    preview = dewi.post(address, {"pasted": "Nama;NIP\nGilang;\nPutri;1985\n"})
    again = dewi.post(address, {"rows": carried(preview.text), "drop-3": "1", "step": "check"})
    assert "Putri" not in again.text
    assert "1 baris siap" in again.text


def test_importing_the_same_list_again_changes_nothing(app, cast, dewi, address):
    rows = carried(dewi.post(address, {"pasted": f"Gilang; {NIP}; DPMPTSP\nPutri Ayu; PUPR"}).text)
    dewi.post(address, {"rows": rows, "step": "apply"})
    before = members(app, cast)
    twice = dewi.post(address, {"rows": rows, "step": "apply"})
    assert twice.status_code == 302
    assert members(app, cast) == before
    assert "2 sudah terdaftar" in dewi.get(twice.headers["Location"]).text


def test_a_list_may_complete_what_is_known(app, cast, dewi, address):
    dewi.post(address, {"rows": json.dumps([[1, "Gilang Ramadhan", "", "DPMPTSP", "", ""]]), "step": "apply"})
    more = [[1, "Gilang Ramadhan, S.Kom.", NIP, "DPMPTSP", "Perencana", "g@arunika.example"]]
    preview = dewi.post(address, {"rows": json.dumps(more), "step": "check"})
    assert "akun baru" in preview.text, "another spelling without a NIP is another person until mended"
    exact = [[1, "Gilang Ramadhan", NIP, "DPMPTSP", "Perencana", "g@arunika.example"]]
    dewi.post(address, {"rows": json.dumps(exact), "step": "apply"})
    dewi.post(address, {"rows": json.dumps(more), "step": "apply"})
    with app.app_context():
        user = session().scalar(select(User).where(User.nip == NIP))
        assert (user.name, user.email) == ("Gilang Ramadhan, S.Kom.", "g@arunika.example")
        assert user.memberships[0].position == "Perencana"
        assert session().scalar(select(func.count()).select_from(User).where(User.username == "gilang")) == 1


@pytest.mark.parametrize(
    ("name", "complaint"),
    [("Eko Prasetyo, S.T.", "akun lama"), ("Orang Lain", "dipakai akun dengan nama lain")],
)
def test_a_nip_from_another_class_brings_its_account_and_no_password(
    app, cast, dewi, address, name, complaint
):
    with app.app_context():
        session().get(User, cast.eko).nip = NIP
        session().commit()
    rows = json.dumps([[1, name, NIP, "Dinas PUPR", "", ""]])
    preview = dewi.post(address, {"rows": rows, "step": "check"})
    assert complaint in preview.text
    assert "Eko" not in preview.text or name.startswith("Eko"), "a NIP does not tell whose it is"
    done = dewi.post(address, {"rows": rows, "step": "apply"})
    assert "account-card" not in done.text


def test_no_organiser_gets_into_another_class_with_a_new_password(app, cast, dewi, address):
    """Carla's class is not Dewi's: enrolling Eko must not let her set his password."""
    with app.app_context():
        eko = enrolling.accounts.enrol(session().get(User, cast.eko), cast.cohort, Role.PARTICIPANT, "PUPR")
        before, membership_id = eko.user.password_hash, eko.id
        session().commit()
    dewi.post(f"/kelas/{cast.cohort}/peserta/{membership_id}/kartu")
    asked = dewi.get(f"/kelas/{cast.cohort}/peserta/kartu").text
    assert "Eko Prasetyo" in asked.partition("Tidak ikut diganti")[2], "it says whose card stays"
    shown = re.search(r'name="list" value="([^"]+)"', asked).group(1)
    assert "Eko Prasetyo" not in dewi.post(f"/kelas/{cast.cohort}/peserta/kartu", {"list": shown}).text
    with app.app_context():
        assert session().get(User, cast.eko).password_hash == before


def test_a_failure_in_the_middle_leaves_nothing(app, cast, monkeypatch):
    """One transaction: the third account fails, the first two are gone too."""
    with app.app_context():
        cohort, organiser = session().get(Cohort, cast.cohort), session().get(User, cast.dewi)
        before = session().scalar(select(func.count()).select_from(User))
        made, create = [], accounts.create

        def failing(name, *arguments, **more):
            made.append(name)
            if len(made) == 3:
                more["username"] = "ana"  # taken: breaks the unique constraint
            return create(name, *arguments, **more)

        monkeypatch.setattr(accounts, "create", failing)
        people = roster.check(reading.read_text("Satu Orang\nDua Orang\nTiga Orang"))
        with pytest.raises(enrolling.Overtaken):
            enrolling.apply(cohort, organiser, people)
        session().rollback()
        assert session().scalar(select(func.count()).select_from(User)) == before


def test_what_is_exported_can_be_imported_again(app, cast, dewi, address):
    dewi.post(
        address,
        {
            "rows": json.dumps(
                [
                    [1, "=SUM(A1) Gilang", NIP, "+OPD", "-Kabid", ""],
                    [2, "Putri Ayu, S.E.", "", "Dinas, Koperasi; UKM", "", "p@arunika.example"],
                ]
            ),
            "step": "apply",
        },
    )
    exported = dewi.get(f"/kelas/{cast.cohort}/peserta.xlsx")
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(exported.data)).active
    assert not [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.data_type == "f"]
    assert next(row[0].value for row in sheet.iter_rows(min_row=2)).startswith("'=")
    upload = {"file": (io.BytesIO(exported.data), "peserta.xlsx")}
    preview = dewi.post(address, upload, content_type="multipart/form-data")
    assert "3 sudah terdaftar" in preview.text


@pytest.mark.parametrize("rows", ["", "[", "5", '{"a": 1}', '[["a"]]', "[[1, 2]]", '["xyz"]'])
def test_rows_that_were_tampered_with_are_refused(dewi, address, rows):
    assert dewi.post(address, {"rows": rows, "step": "apply"}).status_code == 400


def test_what_was_pasted_stays_when_nothing_can_be_read(dewi, address):
    answer = dewi.post(address, {"pasted": "   ", "unit": "Dinas Kesehatan"})
    assert answer.status_code == 422
    assert "field-error" in answer.text
    assert 'value="Dinas Kesehatan"' in answer.text


def test_a_list_of_one_opd_needs_no_opd_column(app, cast, dewi, address):
    preview = dewi.post(address, {"pasted": "Gilang\nPutri Ayu", "unit": "Dinas Kesehatan"})
    dewi.post(address, {"rows": carried(preview.text), "step": "apply"})
    with app.app_context():
        units = session().scalars(select(Membership.unit).where(Membership.cohort_id == cast.cohort))
        assert list(units).count("Dinas Kesehatan") == 2


def test_the_exporting_sheet_is_written_for_this_class_only(app, cast, bram, carla):
    assert bram.get(f"/kelas/{cast.cohort}/peserta.xlsx").status_code == 403
    assert carla.get(f"/kelas/{cast.cohort}/peserta.xlsx").status_code == 404


def test_planning_takes_the_same_number_of_queries_for_few_and_many(app, cast):
    with app.app_context():
        cohort, organiser = session().get(Cohort, cast.cohort), session().get(User, cast.dewi)
        few = roster.check(reading.read_text("\n".join(f"Orang Ke {n}" for n in range(5))))
        many = roster.check(reading.read_text("\n".join(f"Orang Ke {n}" for n in range(500))))
        enrolling.plan(cohort, organiser, few)
        with counted() as first:
            enrolling.plan(cohort, organiser, few)
        with counted() as second:
            enrolling.plan(cohort, organiser, many)
        assert len(first) == len(second) <= 4


def test_the_example_is_open_to_organisers_and_members_alike(dewi):
    answer = dewi.get("/kelas/peserta-contoh.xlsx")
    assert answer.data == roster_sheet.example() or answer.data[:2] == b"PK"
    assert "peserta-contoh.xlsx" in answer.headers["Content-Disposition"]


def test_a_doubtful_row_that_nobody_mended_is_not_brought_in(app, cast, dewi, address):
    """What stands above the headings may be no participant; the button adds as many as it says."""
    preview = dewi.post(address, {"pasted": "1. Sekar Ayu\nNo\tNama\n2\tBayu Pamungkas\n"}).text
    assert "Tambahkan 1 orang" in preview
    rows = html.unescape(re.search(r'name="rows" value="([^"]*)"', preview).group(1))
    shown = {f"{name}-1": "" for name in ("nip", "unit", "position", "email")}
    shown["name-1"] = re.search(r'name="name-1"[^>]* value="([^"]*)"', preview).group(1)
    again = dewi.post(address, {"rows": rows, "step": "check", **shown})
    assert "Tambahkan 2 orang" in again.text, "whoever looked at it again says that it is right"
    done = dewi.post(address, {"rows": rows, "step": "apply", **shown})
    assert done.text.count("account-card") == 1
    assert "Belum diperbaiki" in done.text
