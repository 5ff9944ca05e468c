"""Objecting to a finding on the page of an attempt, and the facilitators' queue of objections."""

from dataclasses import dataclass
from typing import Any

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from markupsafe import Markup

from workbench.exercises import contested, objections
from workbench.exercises.attempt_views import attempt_page, bp
from workbench.exercises.feedback import cells, title_of
from workbench.exercises.forms import DecisionForm, ObjectionForm
from workbench.exercises.library import current
from workbench.exercises.models import Objection, ObjectionState
from workbench.people import access
from workbench.people.models import Membership, Role
from workbench.web.labels import COLUMNS

__all__ = ["bp"]

#: So many decided objections are shown in the queue; the others stay beside their findings.
MOST_DECIDED = 30


@dataclass(frozen=True, slots=True)
class Entry:
    """An objection in the queue: the row as typed with the words marked, the finding, the form to decide.

    For a finding about the whole `row` is None and `rows` are the sasaran and indicators of the table.
    """

    objection: Objection
    finding: dict[str, Any]
    row: int | None
    cells: tuple[tuple[str, Markup], ...]
    rows: tuple[tuple[str, str], ...]
    form: DecisionForm


@bp.post("/percobaan/<int:attempt_id>/keberatan")
def contest(cohort_id: int, attempt_id: int) -> ResponseReturnValue:
    """Object to a finding of one's own attempt."""
    found, viewer = access.own_attempt(cohort_id, attempt_id)
    form = ObjectionForm()
    if not form.validate_on_submit():
        return attempt_page(found, viewer, objection=form, code=422)
    try:
        made = objections.contest(found, form.finding.data or "", form.reason.data or "")
    except objections.NoSuchFinding:
        abort(404)
    flash(_("Keberatan terkirim. Fasilitator kelas Anda akan memutuskannya."))
    return redirect(_address(made, cohort_id), 303)


@bp.post("/keberatan/<int:objection_id>/tarik")
def withdraw(cohort_id: int, objection_id: int) -> ResponseReturnValue:
    """Take an open objection of one's own back."""
    access.membership(cohort_id, Role.PARTICIPANT)
    made = access.objection(cohort_id, objection_id)
    found, _viewer = access.own_attempt(cohort_id, made.attempt_id)
    address = url_for(".attempt", cohort_id=cohort_id, attempt_id=found.id, _anchor="isi")
    try:
        objections.withdraw(made)
    except objections.StaleObjection:
        flash(_("Keberatan ini sudah diputuskan; keputusannya tampak di samping temuannya."), "warning")
        return redirect(address, 303)
    flash(_("Keberatan ditarik kembali."))
    return redirect(address, 303)


@bp.get("/keberatan", endpoint="objections")
def queue(cohort_id: int) -> ResponseReturnValue:
    """Every objection in the class, the open ones first."""
    return _queue(access.membership(cohort_id, *access.STAFF))


@bp.post("/keberatan/<int:objection_id>")
def decide(cohort_id: int, objection_id: int) -> ResponseReturnValue:
    """Accept or reject an objection; 409 where somebody else decided it in the meantime."""
    viewer = access.membership(cohort_id, Role.FACILITATOR)
    made = access.objection(cohort_id, objection_id)
    form = DecisionForm()
    if not form.validate_on_submit():
        return _queue(viewer, made.id, form, 422)
    version = int(form.version.data) if (form.version.data or "").isdecimal() else 0
    state = ObjectionState(form.state.data)
    exercise = current().get(made.attempt.exercise)
    try:
        objections.decide(made, state, form.answer.data or "", viewer.user, version, exercise)
    except objections.StaleObjection:
        form.version.data = str(access.objection(cohort_id, objection_id).version)
        form.answer.errors = [
            _(
                "Keberatan ini baru saja diputuskan orang lain; keputusannya tampak di atas. "
                "Alasan Anda masih di sini: kirim lagi bila tetap ingin menggantinya."
            )
        ]
        return _queue(viewer, objection_id, form, 409)
    flash(
        _("Keberatan diterima. Poinnya kembali, dan peserta membaca alasan Anda.")
        if state == ObjectionState.ACCEPTED
        else _("Keberatan ditolak. Skor tetap, dan peserta membaca alasan Anda.")
    )
    return redirect(url_for(".objections", cohort_id=cohort_id, _anchor="isi"), 303)


def _queue(
    viewer: Membership, refused: int | None = None, form: DecisionForm | None = None, code: int = 200
) -> ResponseReturnValue:
    everything = objections.of_class(viewer.cohort_id)
    decided = [one for one in everything if one.state != ObjectionState.OPEN]
    decided.sort(key=lambda one: one.decided_at or one.raised_at, reverse=True)
    return render_template(
        "exercises/objections.html",
        cohort=viewer.cohort,
        waiting=[_entry(one, refused, form) for one in everything if one.state == ObjectionState.OPEN],
        decided=[
            _entry(one, refused, form)
            for i, one in enumerate(decided)
            if i < MOST_DECIDED or one.id == refused
        ],
        hidden=max(0, len(decided) - MOST_DECIDED),
        refused=refused,
        may_decide=viewer.role == Role.FACILITATOR,
        tallies=contested.of_class(viewer.cohort_id, everything),
        exercises=current().exercises,
        title_of=title_of,
        columns=COLUMNS,
    ), code


def _entry(made: Objection, refused: int | None, form: DecisionForm | None) -> Entry:
    about = objections.contested(made)
    rows = () if about.row else tuple((r["sasaran"], r["indikator"]) for r in made.attempt.review["rows"])
    return Entry(
        objection=made,
        finding=about.finding,
        row=about.row["row"] if about.row else None,
        cells=cells(about.row, [about.finding]) if about.row else (),
        rows=rows,
        form=form if form and made.id == refused else DecisionForm(formdata=None, version=made.version),
    )


def _address(made: Objection, cohort_id: int) -> str:
    return url_for(
        ".attempt", cohort_id=cohort_id, attempt_id=made.attempt_id, _anchor=f"keberatan-{made.id}"
    )
