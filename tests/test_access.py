"""Every address as every person: a new address without a row fails.

The columns are a visitor, Ana (takes part), Bram (facilitates her class), Dewi (organises it), and Carla and
Eko, who belong to another class. `in` means let in: the page, a redirect to another page of ours, or a
complaint about an empty form. `sign` means led to the sign-in page. A number is the refusal.
"""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from workbench import db
from workbench.certificates import criteria, issue
from workbench.cohorts.models import ClassSession, Cohort
from workbench.documents.finding import IKU_TABLE
from workbench.exercises import attempts, objections
from workbench.exercises.kinds.indicator_table import IndicatorTable
from workbench.exercises.kinds.tables import TableExercise
from workbench.exercises.library import current as exercises
from workbench.exercises.models import Attempt
from workbench.inspection import keeping
from workbench.inspection.subjects import Subject
from workbench.people.models import User
from workbench.reviewer.document import Row, Table
from workbench.reviewer.without import findings_of

PEOPLE = ("visitor", "ana", "bram", "dewi", "carla", "eko")
IN, SIGN = "in", "sign"
EVERYBODY = (IN,) * 6
ACCOUNT = (SIGN, IN, IN, IN, IN, IN)
MAY_ORGANISE = (SIGN, 403, 403, IN, 403, 403)
CLASS = (SIGN, IN, IN, IN, 404, 404)
STAFF = (SIGN, 403, IN, IN, 404, 404)
PARTICIPANT = (SIGN, IN, 403, 403, 404, 404)
OWNER = (SIGN, IN, 404, 404, 404, 404)
FACILITATOR = (SIGN, 403, IN, 403, 404, 404)
ORGANISER = (SIGN, 403, 403, IN, 404, 404)

#: endpoint, method, address, who is let in
ROWS = (
    ("people.front", "GET", "/", EVERYBODY),
    ("people.sign_in", "GET", "/masuk", EVERYBODY),
    ("people.sign_in", "POST", "/masuk", EVERYBODY),
    ("people.join", "GET", "/gabung", EVERYBODY),
    ("people.join", "POST", "/gabung", EVERYBODY),
    ("people.speak", "POST", "/bahasa", EVERYBODY),
    ("people.alive", "GET", "/sehat", EVERYBODY),
    ("people.sign_out", "POST", "/keluar", ACCOUNT),
    ("people.account", "GET", "/akun", ACCOUNT),
    ("people.account", "POST", "/akun", ACCOUNT),
    ("catalogue.index", "GET", "/aturan/", EVERYBODY),
    ("catalogue.rule", "GET", "/aturan/not-a-measure", EVERYBODY),
    ("certificates.verify", "GET", "/verifikasi/", EVERYBODY),
    ("certificates.verify", "POST", "/verifikasi/", EVERYBODY),
    ("certificates.shown", "GET", "/verifikasi/{code}", EVERYBODY),
    ("cohorts.create", "GET", "/kelas/baru", MAY_ORGANISE),
    ("cohorts.create", "POST", "/kelas/baru", MAY_ORGANISE),
    ("cohorts.example", "GET", "/kelas/peserta-contoh.xlsx", ACCOUNT),
    ("cohorts.settings", "GET", "/kelas/{cohort}/pengaturan", ORGANISER),
    ("cohorts.settings", "POST", "/kelas/{cohort}/pengaturan", ORGANISER),
    ("cohorts.code", "POST", "/kelas/{cohort}/kode", ORGANISER),
    ("cohorts.add_facilitator", "POST", "/kelas/{cohort}/fasilitator", ORGANISER),
    ("cohorts.remove_facilitator", "POST", "/kelas/{cohort}/fasilitator/{bram}/hapus", ORGANISER),
    ("cohorts.add_session", "POST", "/kelas/{cohort}/sesi", ORGANISER),
    ("cohorts.edit_session", "GET", "/kelas/{cohort}/sesi/{session}", ORGANISER),
    ("cohorts.edit_session", "POST", "/kelas/{cohort}/sesi/{session}", ORGANISER),
    ("cohorts.remove_session", "POST", "/kelas/{cohort}/sesi/{session}/hapus", ORGANISER),
    ("cohorts.roster", "GET", "/kelas/{cohort}/peserta", STAFF),
    ("cohorts.roster", "POST", "/kelas/{cohort}/peserta", ORGANISER),
    ("cohorts.export", "GET", "/kelas/{cohort}/peserta.xlsx", ORGANISER),
    ("cohorts.participant", "GET", "/kelas/{cohort}/peserta/{ana}", ORGANISER),
    ("cohorts.participant", "POST", "/kelas/{cohort}/peserta/{ana}", ORGANISER),
    ("cohorts.remove", "POST", "/kelas/{cohort}/peserta/{ana}/hapus", ORGANISER),
    ("cohorts.card", "POST", "/kelas/{cohort}/peserta/{ana}/kartu", ORGANISER),
    ("cohorts.cards", "GET", "/kelas/{cohort}/peserta/kartu", ORGANISER),
    ("cohorts.cards", "POST", "/kelas/{cohort}/peserta/kartu", ORGANISER),
    ("cohorts.import_roster", "GET", "/kelas/{cohort}/peserta/impor", ORGANISER),
    ("cohorts.import_roster", "POST", "/kelas/{cohort}/peserta/impor", ORGANISER),
    ("cohorts.attendance", "GET", "/kelas/{cohort}/kehadiran", STAFF),
    ("cohorts.attendance", "POST", "/kelas/{cohort}/kehadiran", STAFF),
    ("modules.read", "GET", "/kelas/{cohort}/modul/{module}", CLASS),
    ("modules.finished", "POST", "/kelas/{cohort}/modul/{module}/selesai", CLASS),
    ("modules.proceed", "GET", "/kelas/{cohort}/modul/{module}/lanjut", CLASS),
    ("exercises.desk", "GET", "/kelas/{cohort}/latihan/{exercise}", CLASS),
    ("exercises.work", "POST", "/kelas/{cohort}/latihan/{exercise}", CLASS),
    ("exercises.save_draft", "PUT", "/kelas/{cohort}/latihan/{exercise}/draf", CLASS),
    ("exercises.worksheet", "GET", "/kelas/{cohort}/latihan/{table}/lembar-kerja.xlsx", CLASS),
    ("exercises.draft_paper", "GET", "/kelas/{cohort}/latihan/{table}/draf.pdf", CLASS),
    ("exercises.uploaded", "GET", "/kelas/{cohort}/latihan/{table}/unggah", CLASS),
    ("exercises.upload", "POST", "/kelas/{cohort}/latihan/{table}/unggah", CLASS),
    ("exercises.turn", "GET", "/kelas/{cohort}/latihan/{exercise}/perubahan", CLASS),
    ("exercises.turn_paper", "GET", "/kelas/{cohort}/latihan/{exercise}/perubahan.pdf", CLASS),
    ("exercises.attempt_paper", "GET", "/kelas/{cohort}/percobaan/{tabled}/isi.pdf", CLASS),
    ("exercises.review_paper", "GET", "/kelas/{cohort}/percobaan/{tabled}/ulasan.pdf", CLASS),
    ("exercises.attempt", "GET", "/kelas/{cohort}/percobaan/{attempt}", CLASS),
    ("exercises.comment", "POST", "/kelas/{cohort}/percobaan/{attempt}/komentar", CLASS),
    ("exercises.correct", "POST", "/kelas/{cohort}/percobaan/{attempt}/koreksi", STAFF),
    ("exercises.objections", "GET", "/kelas/{cohort}/keberatan", STAFF),
    ("exercises.contest", "POST", "/kelas/{cohort}/percobaan/{contested}/keberatan", PARTICIPANT),
    ("exercises.withdraw", "POST", "/kelas/{cohort}/keberatan/{objection}/tarik", PARTICIPANT),
    ("exercises.decide", "POST", "/kelas/{cohort}/keberatan/{objection}", FACILITATOR),
    ("certificates.index", "GET", "/kelas/{cohort}/sertifikat", STAFF),
    ("certificates.issue_all", "POST", "/kelas/{cohort}/sertifikat", ORGANISER),
    ("certificates.sample", "GET", "/kelas/{cohort}/sertifikat/contoh.pdf", ORGANISER),
    ("certificates.download", "GET", "/kelas/{cohort}/sertifikat.zip", ORGANISER),
    ("certificates.pdf", "GET", "/kelas/{cohort}/sertifikat/{certificate}.pdf", CLASS),
    ("certificates.revoke", "POST", "/kelas/{cohort}/sertifikat/{certificate}/cabut", ORGANISER),
    ("certificates.replace", "POST", "/kelas/{cohort}/sertifikat/{certificate}/ganti", ORGANISER),
    ("inspection.start", "GET", "/periksa", ACCOUNT),
    ("inspection.bring", "POST", "/periksa", ACCOUNT),
    ("inspection.begin_again", "GET", "/periksa/ulasan", ACCOUNT),
    ("inspection.review", "POST", "/periksa/ulasan", ACCOUNT),
    ("inspection.pdf", "POST", "/periksa/ulasan.pdf", ACCOUNT),
    ("inspection.xlsx", "POST", "/periksa/iku.xlsx", ACCOUNT),
    ("inspection.keep", "POST", "/periksa/simpan", ACCOUNT),
    ("inspection.go_on", "POST", "/periksa/lanjutkan", ACCOUNT),
    ("inspection.kept", "GET", "/periksa/{inspection}", OWNER),
    ("chain.start", "GET", "/periksa/rantai", ACCOUNT),
    ("chain.begin", "POST", "/periksa/rantai/mulai", ACCOUNT),
    ("chain.compare", "POST", "/periksa/rantai", ACCOUNT),
    ("chain.pdf", "POST", "/periksa/rantai/ulasan.pdf", ACCOUNT),
    ("chain.keep", "POST", "/periksa/rantai/simpan", ACCOUNT),
    ("chain.kept", "GET", "/periksa/rantai/{inspection}", OWNER),
    ("inspection.forget", "POST", "/periksa/{inspection}/hapus", OWNER),
    ("progress.home", "GET", "/kelas/{cohort}/", CLASS),
    ("progress.matrix", "GET", "/kelas/{cohort}/matriks", STAFF),
    ("progress.person", "GET", "/kelas/{cohort}/matriks/{ana}", STAFF),
)


@dataclass
class World:
    """Numbers that fill the addresses."""

    names: dict[str, object]
    users: dict[str, str]


@pytest.fixture
def world(app: Flask, cast) -> World:
    """Attempts, an objection, a kept review and a certificate of Ana's, and a session of her class."""
    app.config["WTF_CSRF_ENABLED"] = False
    with app.app_context():
        slug, exercise = next(iter(exercises().exercises.items()))
        attempt = Attempt(
            membership_id=cast.ana_membership,
            exercise=slug,
            number=1,
            answer=exercise.samples[0].answer,
            review=exercise.review(exercise.samples[0].answer),
            ruleset="uji",
            machine_score=80,
        )
        cohort = db.session().get(Cohort, cast.cohort)
        cohort.minimum_score = cohort.minimum_attendance = 0
        cohort.modules_required = False
        start = db.now() + timedelta(hours=2)
        session = ClassSession(
            cohort_id=cast.cohort,
            title="Penutupan",
            starts_at=start,
            ends_at=start + timedelta(hours=1),
            jp=1,
        )
        db.session().add_all([attempt, session])
        db.session().commit()
        table = next(one for one in exercises() if isinstance(one, TableExercise))
        iku = next(one for one in exercises() if isinstance(one, IndicatorTable))
        tabled = attempts.submit(cast.ana_membership, iku, iku.parse(iku.samples[0].answer))
        contested = attempts.submit(cast.ana_membership, table, poor(table))
        key = next(key for key, _row, _finding in findings_of(contested.review))
        objection = objections.contest(contested, key, "Menurut kami ukuran ini sudah tepat.")
        needed = criteria.required()
        due = issue.overview(cohort, needed)
        certificate = issue.issue(cohort, needed, db.session().get(User, cast.dewi), due.fingerprint)[0]
        table = Table((Row(1, "Meningkatnya mutu layanan", "Indeks mutu layanan"),))
        subject = Subject("iku.xlsx", IKU_TABLE, "berkas", table)
        inspection = keeping.keep(cast.ana, subject, subject.review())
        people = {user.username: user for user in db.session().scalars(db.db.select(User))}
        return World(
            names={
                "cohort": cast.cohort,
                "attempt": attempt.id,
                "contested": contested.id,
                "table": iku.slug,
                "tabled": tabled.id,
                "objection": objection.id,
                "certificate": certificate.id,
                "session": session.id,
                "inspection": inspection.id,
                "code": certificate.code,
                "exercise": slug,
                "module": exercise.module,
                "ana": cast.ana_membership,
                "bram": people["bram"].memberships[0].id,
            },
            users={name: user.get_id() for name, user in people.items()},
        )


def poor(exercise: TableExercise) -> dict:
    """An answer in which the reviewer finds something."""
    rows = exercise.blank()["rows"]
    return {"rows": [{**cells, "indikator": "Terlaksananya pelayanan"} for cells in rows]}


def outcome(answer: TestResponse) -> str | int:
    """What happened, in the words of the table."""
    if answer.status_code == 401 or answer.headers.get("Location", "").startswith("/masuk"):
        return SIGN
    return IN if answer.status_code < 400 or answer.status_code in {400, 409, 422} else answer.status_code


@pytest.mark.parametrize(
    ("endpoint", "method", "address", "expected"), ROWS, ids=lambda value: str(value)[:40]
)
def test_it_lets_in_whom_it_should(app: Flask, world: World, endpoint, method, address, expected):
    wanted = dict(zip(PEOPLE, expected, strict=True))
    got = {}
    for name in ("visitor", "carla", "eko", "ana", "bram", "dewi"):  # those who may change things come last
        client = app.test_client()
        if name != "visitor":
            with client.session_transaction() as session:
                session["_user_id"] = world.users[name]
                session["_fresh"] = True
        arguments = {"json": {}} if method == "PUT" else {}
        got[name] = outcome(client.open(address.format(**world.names), method=method, **arguments))
    assert {name: got[name] for name in PEOPLE} == wanted


@pytest.mark.parametrize("number", [2**31, 10**25])
def test_a_number_that_no_row_can_have_leads_nowhere(visitor, sign_in_as, cast, number):
    ana = sign_in_as("ana")
    assert ana.get(f"/kelas/{number}/").status_code == 404
    assert ana.get(f"/kelas/{cast.cohort}/percobaan/{number}").status_code == 404


def test_every_address_has_a_row(app: Flask):
    addresses = {
        (rule.endpoint, method)
        for rule in app.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
        if not rule.endpoint.endswith("static")
    }
    known = {(endpoint, method) for endpoint, method, _address, _people in ROWS}
    assert sorted(addresses - known) == [], "a new address: decide who may see it, and add its row"
    assert sorted(known - addresses) == [], "a row without an address"
