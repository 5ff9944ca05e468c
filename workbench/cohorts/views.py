"""A class from its organiser's side: beginning it, its settings, its schedule, its staff."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm.exc import StaleDataError

from workbench import formats
from workbench.cohorts import enrolling, founding
from workbench.cohorts.forms import CohortForm, SessionForm, StaffForm
from workbench.cohorts.models import ClassSession, Cohort
from workbench.db import now, session
from workbench.people import access, accounts
from workbench.people.models import Membership, Role, User

bp = Blueprint("cohorts", __name__, url_prefix="/kelas")

# the settings page holds three forms, whose fields need names of their own
SESSION, STAFF_MEMBER = "sesi-", "fasilitator-"

SETTINGS = (
    "title",
    "body",
    "starts_on",
    "ends_on",
    "place",
    "jp",
    "signatory_name",
    "signatory_title",
    "number_pattern",
    "minimum_score",
    "minimum_attendance",
    "modules_required",
    "join_open",
)


@bp.route("/baru", methods=["GET", "POST"])
def create() -> ResponseReturnValue:
    """Begin a class; whoever begins it organises it."""
    organiser = access.organiser()
    form = CohortForm(
        data={
            "starts_on": now().date(),
            "ends_on": now().date(),
            "zone": "Asia/Jakarta",
            "jp": 16,
            "minimum_score": 70,
            "minimum_attendance": 80,
            "number_pattern": founding.fresh_pattern(),
            "modules_required": True,
            "join_open": True,
        }
    )
    if form.validate_on_submit():
        cohort = Cohort(zone=form.zone.data)
        _fill(cohort, form)
        founding.found(cohort, organiser)
        session().commit()
        flash(_("Kelas sudah dibuat. Susun jadwalnya di bawah, lalu masukkan peserta."))
        return redirect(url_for("cohorts.settings", cohort_id=cohort.id))
    return render_template("cohorts/create.html", form=form), 200 if request.method == "GET" else 422


def _fill(cohort: Cohort, form: CohortForm) -> None:
    for name in SETTINGS:
        setattr(cohort, name, form[name].data)


@bp.route("/<int:cohort_id>/pengaturan", methods=["GET", "POST"])
def settings(cohort_id: int) -> ResponseReturnValue:
    """Change a class; whoever saves an older page is told what changed meanwhile."""
    cohort = access.membership(cohort_id, Role.ORGANISER).cohort
    form = CohortForm(obj=cohort)
    if not form.is_submitted():
        return _settings(cohort, form)
    if form.version.data != str(cohort.version):
        return _overtaken(cohort, form)
    if not form.validate():
        return _settings(cohort, form, 422)
    if form.zone.data != cohort.zone:
        founding.move_to_zone(cohort, form.zone.data)
    _fill(cohort, form)
    try:
        session().commit()
    except StaleDataError:  # saved elsewhere between our reading and our writing
        session().rollback()
        return _overtaken(cohort, form)
    flash(_("Pengaturan tersimpan pukul %(time)s.", time=formats.clock(now(), cohort.zone)))
    return redirect(url_for("cohorts.settings", cohort_id=cohort.id))


def _overtaken(cohort: Cohort, form: CohortForm) -> ResponseReturnValue:
    """Keep what was typed, and show what is stored now wherever the two differ."""
    differing = [form[name] for name in ("zone", *SETTINGS) if form[name].data != getattr(cohort, name)]
    form.version.data = str(cohort.version)
    return _settings(cohort, form, 409, differing=differing)


def _settings(
    cohort: Cohort,
    form: CohortForm | None = None,
    code: int = 200,
    *,
    session_form: SessionForm | None = None,
    staff_form: StaffForm | None = None,
    differing: list[object] | None = None,
) -> ResponseReturnValue:
    staff = session().scalars(
        select(Membership)
        .where(Membership.cohort_id == cohort.id, Membership.role != Role.PARTICIPANT)
        .order_by(Membership.role.desc(), Membership.id)
    )
    last = cohort.sessions[-1] if cohort.sessions else None
    day = last.starts_at.astimezone(founding.zone_of(cohort)).date() if last else cohort.starts_on
    return render_template(
        "cohorts/settings.html",
        cohort=cohort,
        form=form or CohortForm(formdata=None, obj=cohort),
        session_form=session_form or SessionForm(formdata=None, prefix=SESSION, data={"day": day, "jp": 2}),
        staff_form=staff_form or StaffForm(formdata=None, prefix=STAFF_MEMBER),
        staff=staff.all(),
        differing=differing or [],
        scheduled=sum(item.jp for item in cohort.sessions),
    ), code


@bp.post("/<int:cohort_id>/kode")
def code(cohort_id: int) -> ResponseReturnValue:
    """A new class code; the old one stops working."""
    cohort = access.membership(cohort_id, Role.ORGANISER).cohort
    cohort.join_code = founding.fresh_code()
    cohort.join_open = True
    session().commit()
    flash(_("Kode kelas sekarang %(code)s. Kode lama tidak berlaku lagi.", code=cohort.join_code))
    return redirect(url_for("cohorts.settings", cohort_id=cohort.id) + "#gabung")


@bp.post("/<int:cohort_id>/sesi")
def add_session(cohort_id: int) -> ResponseReturnValue:
    """Put a session into the schedule."""
    cohort = access.membership(cohort_id, Role.ORGANISER).cohort
    form = SessionForm(prefix=SESSION)
    if not form.validate():
        return _settings(cohort, None, 422, session_form=form)
    item = ClassSession(cohort_id=cohort.id)
    _fill_session(cohort, item, form)
    session().add(item)
    session().commit()
    return redirect(url_for("cohorts.settings", cohort_id=cohort.id) + "#jadwal")


def _fill_session(cohort: Cohort, item: ClassSession, form: SessionForm) -> None:
    item.title, item.jp = form.title.data, form.jp.data
    item.starts_at = founding.at(cohort, form.day.data, form.begins.data)
    item.ends_at = founding.at(cohort, form.day.data, form.ends.data)


def _session(cohort: Cohort, session_id: int) -> ClassSession:
    item = session().get(ClassSession, session_id)
    if item is None or item.cohort_id != cohort.id:
        abort(404)
    return item


@bp.route("/<int:cohort_id>/sesi/<int:session_id>", methods=["GET", "POST"])
def edit_session(cohort_id: int, session_id: int) -> ResponseReturnValue:
    """Correct a session."""
    cohort = access.membership(cohort_id, Role.ORGANISER).cohort
    item = _session(cohort, session_id)
    begins, ends = (moment.astimezone(founding.zone_of(cohort)) for moment in (item.starts_at, item.ends_at))
    shown = {
        "title": item.title,
        "jp": item.jp,
        "day": begins.date(),
        "begins": begins.time(),
        "ends": ends.time(),
    }
    stored = " ".join(str(value) for value in shown.values())
    form = SessionForm(prefix=SESSION, data=shown | {"seen": stored})
    overtaken = form.is_submitted() and form.seen.data != stored
    if overtaken:
        form.seen.data = stored
    elif form.validate_on_submit():
        _fill_session(cohort, item, form)
        session().commit()
        return redirect(url_for("cohorts.settings", cohort_id=cohort.id) + "#jadwal")
    page = render_template("cohorts/session.html", cohort=cohort, item=item, form=form, overtaken=overtaken)
    return page, 200 if request.method == "GET" else 409 if overtaken else 422


@bp.post("/<int:cohort_id>/sesi/<int:session_id>/hapus")
def remove_session(cohort_id: int, session_id: int) -> ResponseReturnValue:
    """Take a session out, unless attendance stands in it."""
    cohort = access.membership(cohort_id, Role.ORGANISER).cohort
    try:
        founding.remove_session(_session(cohort, session_id))
    except founding.InUse:
        flash(_("Sesi ini tidak dihapus karena kehadirannya sudah dicatat."), "warning")
    session().commit()
    return redirect(url_for("cohorts.settings", cohort_id=cohort.id) + "#jadwal")


@bp.post("/<int:cohort_id>/fasilitator")
def add_facilitator(cohort_id: int) -> ResponseReturnValue:
    """Give a facilitator a place in the class, with a new account where they have none."""
    cohort = access.membership(cohort_id, Role.ORGANISER).cohort
    form = StaffForm(prefix=STAFF_MEMBER)
    if not form.validate():
        return _settings(cohort, None, 422, staff_form=form)
    if not form.username.data:
        password = accounts.readable_secret()
        user = accounts.create(form.name.data, password)
        accounts.enrol(user, cohort.id, Role.FACILITATOR, form.unit.data or "")
        session().commit()
        card = enrolling.Slip(user.name, form.unit.data or "", user.username, password)
        return render_template("cohorts/cards.html", cohort=cohort, slips=[card], told="", rest=None)
    known = session().scalar(select(User).where(User.username == form.username.data.lower()))
    if known is None:
        form.username.errors = [_("Nama pengguna ini tidak ada. Periksa ejaannya, atau buat akun baru.")]
        return _settings(cohort, None, 422, staff_form=form)
    if session().scalar(
        select(Membership.id).where(Membership.cohort_id == cohort.id, Membership.user_id == known.id)
    ):
        form.username.errors = [_("Orang ini sudah ada di kelas ini.")]
        return _settings(cohort, None, 422, staff_form=form)
    accounts.enrol(known, cohort.id, Role.FACILITATOR, form.unit.data or "")
    session().commit()
    flash(_("%(name)s sekarang fasilitator kelas ini.", name=known.name))
    return redirect(url_for("cohorts.settings", cohort_id=cohort.id) + "#fasilitator")


@bp.post("/<int:cohort_id>/fasilitator/<int:membership_id>/hapus")
def remove_facilitator(cohort_id: int, membership_id: int) -> ResponseReturnValue:
    """Take a facilitator out of the class; their comments and corrections stay."""
    cohort = access.membership(cohort_id, Role.ORGANISER).cohort
    member = access.member_of(cohort_id, membership_id)
    if member.role != Role.FACILITATOR:
        abort(404)
    name = member.user.name
    enrolling.remove(member)
    session().commit()
    flash(_("%(name)s tidak lagi menjadi fasilitator kelas ini.", name=name))
    return redirect(url_for("cohorts.settings", cohort_id=cohort.id) + "#fasilitator")
