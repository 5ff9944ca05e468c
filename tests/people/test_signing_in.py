"""Signing in, joining, and what happens to what somebody typed when their session ends."""

import re
from urllib.parse import urlsplit

import pytest
from flask import Flask
from sqlalchemy import select

from workbench.db import session
from workbench.people.models import User


def test_it_signs_in_and_leads_to_the_only_class(visitor, cast):
    answer = visitor.post("/masuk", {"masuk-username": "ana", "masuk-password": "kopi-pagi-7"})
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/"
    assert visitor.get("/").headers["Location"] == f"/kelas/{cast.cohort}/"


@pytest.mark.parametrize(("username", "password"), [("ana", "salah"), ("tidak-ada", "kopi-pagi-7"), ("", "")])
def test_it_refuses_a_wrong_name_or_password_and_keeps_the_name(visitor, cast, username, password):
    answer = visitor.post("/masuk", {"masuk-username": username, "masuk-password": password})
    assert answer.status_code == 422
    assert "field-error" in answer.text
    assert f'value="{username}"' in answer.text
    assert "salah" not in answer.text


@pytest.mark.parametrize("target", ["//jahat.example", "https://jahat.example/", "/\\jahat.example", "jahat"])
def test_it_never_leads_to_another_site(visitor, cast, target):
    answer = visitor.post(f"/masuk?next={target}", {"masuk-username": "ana", "masuk-password": "kopi-pagi-7"})
    assert answer.headers["Location"] == "/"


def test_a_form_sent_after_the_session_ended_arrives_after_signing_in(app: Flask, ana):
    """No JavaScript, session gone: the sign-in page carries the fields, and 307 sends them on."""
    token = ana.token()
    ana.client.delete_cookie("session")
    refused = ana.client.post("/akun?x=1", data={"csrf_token": token, "catatan": "satu <jam> mengetik"})
    assert refused.status_code == 401
    assert 'name="catatan" value="satu &lt;jam&gt; mengetik"' in refused.text
    action = re.search(r'action="([^"]+)"', refused.text.split("<main")[1]).group(1)
    fresh = re.search(r'name="csrf_token" value="([^"]+)"', refused.text.split("<main")[1]).group(1)
    sent = ana.client.post(
        action,
        data={
            "csrf_token": fresh,
            "parked": "1",
            "catatan": "satu <jam> mengetik",
            "masuk-username": "ana",
            "masuk-password": "kopi-pagi-7",
        },
    )
    assert sent.status_code == 307
    assert urlsplit(sent.headers["Location"]).path == "/akun"


def test_a_wrong_password_does_not_lose_the_carried_fields(visitor, cast):
    answer = visitor.post(
        "/masuk?next=/akun",
        {"parked": "1", "catatan": "masih ada", "masuk-username": "ana", "masuk-password": "salah"},
    )
    assert answer.status_code == 422
    assert 'name="catatan" value="masih ada"' in answer.text


def test_a_script_whose_session_ended_is_told_so_in_words(visitor):
    answer = visitor.get("/akun", headers={"Accept": "application/json"})
    assert answer.status_code == 401
    assert "Masuk lagi" in answer.json["advice"]


def test_it_joins_with_a_class_code_and_shows_how_to_come_back(visitor, cast):
    answer = visitor.post(
        "/gabung",
        {
            "code": "arunika1",
            "name": " Gilang  Ramadhan, S.Kom. ",
            "unit": "DPMPTSP",
            "password": "langkah-baru",
        },
    )
    assert answer.status_code == 200
    assert "gilang" in answer.text
    visitor.post("/keluar")
    visitor.sign_in("gilang", "langkah-baru")


@pytest.mark.parametrize("code", ["ARUNIKA-1", " arunika 1 ", "Arunika1"])
def test_a_class_code_is_known_however_it_is_typed(visitor, cast, code):
    typed = {"code": code, "name": "Gilang Ramadhan", "unit": "DPMPTSP", "password": "langkah-baru"}
    assert visitor.post("/gabung", typed).status_code == 200


def test_signs_that_cannot_be_seen_do_not_get_into_a_name(app, visitor, cast):
    typed = {
        "code": "ARUNIKA1",
        "name": "\u202eGil\u200bang Ramadhan\x07",
        "unit": "DPMPTSP",
        "password": "langkah-baru",
    }
    assert visitor.post("/gabung", typed).status_code == 200
    with app.app_context():
        assert session().scalar(select(User.name).where(User.username == "gilang")) == "Gilang Ramadhan"


@pytest.mark.parametrize(
    ("field", "value", "complaint"),
    [
        ("code", "SALAH", "Kode kelas tidak dikenal"),
        ("name", "12", "paling sedikit 3"),
        ("name", "12345", "harus memuat huruf"),
        ("name", "ANA LESTARI S.Sos", "sudah ada di daftar peserta"),
        ("unit", " ", "Tulis nama OPD"),
        ("password", "pendek", "paling sedikit 8"),
    ],
)
def test_a_refused_joining_keeps_everything_typed(visitor, cast, field, value, complaint):
    typed = {"code": "ARUNIKA1", "name": "Gilang Ramadhan", "unit": "DPMPTSP", "password": "langkah-baru"}
    answer = visitor.post("/gabung", typed | {field: value})
    assert answer.status_code == 422
    assert complaint in answer.text
    kept = typed | {field: value}
    assert all(
        f'value="{kept[name].strip()}"' in answer.text for name in ("code", "name", "unit") if name != field
    )


def test_a_new_password_ends_every_other_session(ana, sign_in_as):
    elsewhere = sign_in_as("ana")
    changed = ana.post("/akun", {"current": "kopi-pagi-7", "password": "teh-sore-8", "again": "teh-sore-8"})
    assert changed.status_code == 302
    assert ana.get("/akun").status_code == 200
    assert elsewhere.get("/akun").status_code == 302


@pytest.mark.throttled
def test_guessing_a_password_is_slowed_down(visitor, cast):
    wrong = {"masuk-username": "ana", "masuk-password": "tebak"}
    codes = [visitor.post("/masuk", wrong).status_code for _ in range(12)]
    other = visitor.post("/masuk", {"masuk-username": "bram", "masuk-password": "kopi-pagi-7"})
    assert codes[:10] == [422] * 10
    assert codes[10:] == [429] * 2
    assert other.status_code == 302, "a neighbour behind the same address is not locked out"


def test_passwords_and_stack_traces_never_reach_a_page(visitor, cast):
    answer = visitor.get("/kelas/abc/")
    assert answer.status_code == 404
    assert "Traceback" not in answer.text
