"""The people of a class: the list, one person, account cards."""

import hashlib
from typing import Any

from flask import flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from workbench.cohorts import enrolling, roster_sheet
from workbench.cohorts.forms import ParticipantForm
from workbench.cohorts.models import Cohort
from workbench.cohorts.roster import Person, check
from workbench.cohorts.views import bp
from workbench.db import refusing_duplicates, session
from workbench.people import access
from workbench.people.models import Membership, Role, User

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def participants(cohort: Cohort) -> list[Membership]:
    """The participants of a class by OPD and name, in one query."""
    found = session().scalars(
        select(Membership)
        .join(User)
        .where(Membership.cohort_id == cohort.id, Membership.role == Role.PARTICIPANT)
        .order_by(Membership.unit, User.name)
        .options(joinedload(Membership.user))
    )
    return list(found)


@bp.route("/<int:cohort_id>/peserta", methods=["GET", "POST"])
def roster(cohort_id: int) -> ResponseReturnValue:
    """The list of participants; its organiser adds people here."""
    adding = request.method == "POST"
    viewer = access.membership(cohort_id, *((Role.ORGANISER,) if adding else access.STAFF))
    cohort = viewer.cohort
    form = ParticipantForm()
    if adding and form.validate():
        person = Person(
            1, form.name.data, form.nip.data or "", form.unit.data, form.position.data, form.email.data or ""
        )
        row = enrolling.plan(cohort, viewer.user, check([person]))[0]
        if row.outcome not in {enrolling.Outcome.PROBLEM, enrolling.Outcome.SAME}:
            return applied(cohort, viewer.user, [row.person])
        form.name.errors = list(row.person.problems) or [_("Orang ini sudah ada di daftar peserta.")]
    everybody = participants(cohort)
    units = sorted({member.unit for member in everybody})
    chosen = request.args.get("opd") or None
    chosen = "" if chosen == "-" else chosen
    page = render_template(
        "cohorts/roster.html",
        cohort=cohort,
        organises=viewer.role == Role.ORGANISER,
        members=[member for member in everybody if chosen is None or member.unit == chosen],
        everybody=everybody,
        unseen=[member for member in everybody if member.user.last_seen_at is None],
        own=access.accounts_within(viewer.user, [member.user_id for member in everybody]),
        units=units,
        chosen=chosen,
        form=form,
    )
    return page, 422 if adding else 200


def applied(
    cohort: Cohort, organiser: User, people: list[Person], rest: dict[str, Any] | None = None
) -> ResponseReturnValue:
    """Bring people in and show the cards of new accounts, once; `rest` are rows still to be mended."""
    try:
        done = enrolling.apply(cohort, organiser, people)
    except enrolling.Overtaken:
        session().rollback()
        flash(_("Daftar baru saja diubah orang lain, jadi belum ada yang ditambahkan. Coba lagi."), "warning")
        return redirect(url_for("cohorts.roster", cohort_id=cohort.id))
    session().commit()
    if not done.slips and not rest:
        flash(told(done))
        return redirect(url_for("cohorts.roster", cohort_id=cohort.id))
    return render_template("cohorts/cards.html", cohort=cohort, slips=done.slips, told=told(done), rest=rest)


def told(done: enrolling.Applied) -> str:
    """What a list did, in one sentence."""
    parts = [
        (len(done.slips), _("akun baru dibuat")),
        (len(done.enrolled), _("akun lama ditambahkan")),
        (done.changed, _("diperbarui")),
        (done.same, _("sudah terdaftar")),
    ]
    what = ", ".join(f"{n} {words}" for n, words in parts if n)
    return str(_("Selesai: %(what)s.", what=what or "0"))


def _seen(member: Membership) -> str:
    values = (
        member.user.name,
        member.user.nip,
        member.user.email,
        member.unit,
        member.position,
    )
    return hashlib.sha256(repr(values).encode()).hexdigest()[:16]


@bp.route("/<int:cohort_id>/peserta/<int:membership_id>", methods=["GET", "POST"])
def participant(cohort_id: int, membership_id: int) -> ResponseReturnValue:
    """Correct what is known of a participant, above all the name that will be printed."""
    viewer = access.membership(cohort_id, Role.ORGANISER)
    member = access.member_of(cohort_id, membership_id)
    own = member.user_id in access.accounts_within(viewer.user, [member.user_id])
    form = ParticipantForm(
        data={
            "name": member.user.name,
            "nip": member.user.nip,
            "email": member.user.email,
            "unit": member.unit,
            "position": member.position,
            "seen": _seen(member),
        }
    )
    if not own:
        del form.name, form.nip, form.email
    code = 200 if request.method == "GET" else 422
    overtaken = form.is_submitted() and form.seen.data != _seen(member)
    if overtaken:
        form.seen.data, code = _seen(member), 409
    elif form.validate_on_submit():
        with refusing_duplicates() as broken:
            member.unit, member.position = form.unit.data or "", form.position.data or ""
            if own:
                member.user.name = form.name.data
                member.user.nip = form.nip.data or None
                member.user.email = form.email.data or None
        if not broken:
            session().commit()
            flash(_("Data %(name)s tersimpan.", name=member.user.name))
            return redirect(url_for("cohorts.roster", cohort_id=cohort_id))
        form.nip.errors = [_("NIP ini sudah dipakai akun lain.")]
    page = render_template(
        "cohorts/participant.html",
        cohort=viewer.cohort,
        member=member,
        form=form,
        own=own,
        overtaken=overtaken,
    )
    return page, code


@bp.post("/<int:cohort_id>/peserta/<int:membership_id>/kartu")
def card(cohort_id: int, membership_id: int) -> ResponseReturnValue:
    """A new password for one person, on a card that is shown once."""
    viewer = access.membership(cohort_id, Role.ORGANISER)
    member = access.member_of(cohort_id, membership_id)
    return _cards(viewer, [member])


@bp.route("/<int:cohort_id>/peserta/kartu", methods=["GET", "POST"])
def cards(cohort_id: int) -> ResponseReturnValue:
    """New cards for everybody who has never signed in, after a page that names them all.

    The form carries that list: whoever was added or came in meanwhile is shown before anything changes.
    """
    viewer = access.membership(cohort_id, Role.ORGANISER)
    unseen = [member for member in participants(viewer.cohort) if member.user.last_seen_at is None]
    own = access.accounts_within(viewer.user, [member.user_id for member in unseen])
    due = [member for member in unseen if member.user_id in own]
    if not due:
        return _cards(viewer, unseen)
    shown = _listed(due)
    if request.form.get("list") == shown:
        return _cards(viewer, due)
    page = render_template(
        "cohorts/renew_cards.html",
        cohort=viewer.cohort,
        due=due,
        others=[member for member in unseen if member.user_id not in own],
        shown=shown,
        changed="list" in request.form,
    )
    return page, 409 if request.method == "POST" else 200


def _listed(members: list[Membership]) -> str:
    return hashlib.sha256(repr([member.id for member in members]).encode()).hexdigest()[:16]


def _cards(viewer: Membership, members: list[Membership]) -> ResponseReturnValue:
    own = access.accounts_within(viewer.user, [member.user_id for member in members])
    slips = enrolling.new_cards([member for member in members if member.user_id in own])
    if not slips:
        flash(
            _(
                "Tidak ada kartu yang dibuat: akun yang juga dipakai di kelas lain hanya dapat "
                "mengganti kata sandinya sendiri."
            )
            if members
            else _("Semua peserta sudah pernah masuk."),
            "warning",
        )
        return redirect(url_for("cohorts.roster", cohort_id=viewer.cohort_id))
    session().commit()
    return render_template("cohorts/cards.html", cohort=viewer.cohort, slips=slips, told="", rest=None)


@bp.post("/<int:cohort_id>/peserta/<int:membership_id>/hapus")
def remove(cohort_id: int, membership_id: int) -> ResponseReturnValue:
    """Take a participant out, unless they have begun."""
    access.membership(cohort_id, Role.ORGANISER)
    member = access.member_of(cohort_id, membership_id)
    name = member.user.name
    if member.role != Role.PARTICIPANT:
        flash(_("Fasilitator diatur di halaman Pengaturan."), "warning")
        return redirect(url_for("cohorts.roster", cohort_id=cohort_id))
    try:
        enrolling.remove(member)
    except enrolling.HasWork:
        flash(
            _(
                "%(name)s tidak dikeluarkan karena sudah mengerjakan latihan atau punya sertifikat.",
                name=name,
            ),
            "warning",
        )
    else:
        flash(_("%(name)s dikeluarkan dari kelas ini.", name=name))
    session().commit()
    return redirect(url_for("cohorts.roster", cohort_id=cohort_id))


@bp.get("/<int:cohort_id>/peserta.xlsx")
def export(cohort_id: int) -> ResponseReturnValue:
    """The list as a workbook that can be imported again."""
    cohort = access.membership(cohort_id, Role.ORGANISER).cohort
    return _workbook(roster_sheet.export(participants(cohort)), f"peserta-{cohort.id}.xlsx")


@bp.get("/peserta-contoh.xlsx")
def example() -> ResponseReturnValue:
    """An empty list to send to the OPDs."""
    return _workbook(roster_sheet.example(), "peserta-contoh.xlsx")


def _workbook(data: bytes, name: str) -> ResponseReturnValue:
    answer = make_response(data)
    answer.headers["Content-Type"] = XLSX
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
