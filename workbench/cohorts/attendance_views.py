"""Marking who was there: one session on a phone, the whole schedule on a desk."""

from collections.abc import Iterable

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from workbench import formats
from workbench.cohorts import attendance as presence
from workbench.cohorts.attendance import Mark
from workbench.cohorts.models import ClassSession, Cohort
from workbench.cohorts.roster_views import participants
from workbench.cohorts.views import bp
from workbench.db import now, session
from workbench.people import access
from workbench.people.models import Membership


@bp.route("/<int:cohort_id>/kehadiran", methods=["GET", "POST"])
def attendance(cohort_id: int) -> ResponseReturnValue:
    """Sessions across and people down, or one session as a list (`?sesi=`)."""
    viewer = access.membership(cohort_id, *access.STAFF)
    cohort = viewer.cohort
    chosen = _chosen(cohort)
    people = participants(cohort)
    if request.method == "POST":
        return _save(viewer, chosen, people)
    marks = presence.marks(cohort)
    return render_template(
        "cohorts/attendance.html",
        cohort=cohort,
        people=people,
        sessions=cohort.sessions,
        chosen=chosen,
        marks=marks,
        was=_written(mark for mark in marks if chosen is None or mark[0] == chosen.id),
        presences=presence.presences(cohort),
        present={item.id: sum(mark[0] == item.id for mark in marks) for item in cohort.sessions},
    )


def _chosen(cohort: Cohort) -> ClassSession | None:
    wanted = request.args.get("sesi")
    if wanted is None:
        return None
    found = next((item for item in cohort.sessions if str(item.id) == wanted), None)
    return found or abort(404)


def _save(viewer: Membership, chosen: ClassSession | None, people: list[Membership]) -> ResponseReturnValue:
    cohort = viewer.cohort
    before, after = _read(request.form.get("was", "").split()), _read(request.form.getlist("hadir"))
    if chosen and request.form.get("semua"):
        after = {(chosen.id, member.id) for member in people}
    added, removed = presence.record(cohort, before, after, viewer.user)
    session().commit()
    shown = [chosen] if chosen else cohort.sessions
    present = sum(mark[0] in {item.id for item in shown} for mark in presence.marks(cohort))
    flash(
        _(
            "Tersimpan pukul %(time)s: %(added)s ditambah, %(removed)s dihapus. "
            "Sekarang %(present)s hadir dari %(places)s.",
            time=formats.clock(now(), cohort.zone),
            added=added,
            removed=removed,
            present=formats.number(present),
            places=formats.number(len(people) * len(shown)),
        )
    )
    return redirect(url_for("cohorts.attendance", cohort_id=cohort.id, sesi=chosen.id if chosen else None))


def _written(marks: Iterable[Mark]) -> str:
    return " ".join(sorted(f"{session_id}-{person_id}" for session_id, person_id in marks))


def _read(texts: list[str]) -> set[Mark]:
    """Marks as the page names them, "3-17"; anything else is ignored."""
    pairs = (text.partition("-") for text in texts)
    return {
        (int(first), int(second))
        for first, _dash, second in pairs
        if first.isdecimal() and second.isdecimal()
    }
