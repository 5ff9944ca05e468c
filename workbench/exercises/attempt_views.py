"""The feedback page of an attempt, what people say about it, and a facilitator's correction."""

from dataclasses import dataclass

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from workbench.db import session
from workbench.exercises import attempts, objections, papers
from workbench.exercises.comparison import Comparison, compare
from workbench.exercises.feedback import present
from workbench.exercises.forms import CommentForm, CorrectionForm, ObjectionForm
from workbench.exercises.library import current
from workbench.exercises.models import Attempt, Objection
from workbench.exercises.views import bp
from workbench.exercises.wording import WORDS
from workbench.people import access
from workbench.people.models import Membership, Role

__all__ = ["bp"]


@dataclass(frozen=True, slots=True)
class Objecting:
    """Objections on an attempt's page: those made, by the key of their finding, and whether more may be.

    `form` is one that was refused, to be shown again with what was typed.
    """

    made: dict[str, Objection]
    may: bool
    form: ObjectionForm | None = None


def attempt_page(
    found: Attempt,
    viewer: Membership,
    said: CommentForm | None = None,
    correction: CorrectionForm | None = None,
    objection: ObjectionForm | None = None,
    code: int = 200,
) -> ResponseReturnValue:
    """The page of an attempt, with whichever form was refused."""
    fresh = {
        comment.id
        for comment in found.comments
        if not comment.seen_at and comment.author_id != viewer.user_id
    }
    if fresh:
        attempts.mark_seen(found, viewer.user)
    own = found.membership_id == viewer.id
    made = {one.finding: one for one in found.objections}
    if own and any(one.decided_at and not one.seen_at for one in made.values()):
        objections.mark_seen(found)
    other = _other(found)
    exercise = current().get(found.exercise)
    return render_template(
        "exercises/attempt.html",
        attempt=found,
        exercise=exercise,
        passed=exercise is not None and attempts.passed(found, exercise),
        viewer=viewer,
        own=own,
        staff=viewer.role in access.STAFF,
        feedback=present(found.review, found.accepted),
        objecting=Objecting(made, own and viewer.role == Role.PARTICIPANT, objection),
        dots=attempts.strip(found.membership_id, found.exercise),
        other=other,
        paper_kinds=papers.kinds(exercise) if exercise else (),
        comparison=_compared(other, found) if other else None,
        fresh=fresh,
        comment_form=said or CommentForm(formdata=None),
        correction_form=correction or CorrectionForm(formdata=None, version=found.version),
        **WORDS,
    ), code


def _compared(before: Attempt, after: Attempt) -> Comparison:
    exercise = current().get(after.exercise)
    parts = [exercise.parts(one.answer) if exercise else {} for one in (before, after)]
    return compare(before.review, after.review, *parts)


def _other(found: Attempt) -> Attempt | None:
    """The attempt to compare with: `?banding=ID` of the same person and exercise, else the one before."""
    asked = request.args.get("banding", type=int)
    if asked is not None:
        other = session().get(Attempt, asked)
        if other is None or (other.membership_id, other.exercise) != (found.membership_id, found.exercise):
            abort(404)
        return None if other.id == found.id else other
    return attempts.before(found)


@bp.get("/percobaan/<int:attempt_id>")
def attempt(cohort_id: int, attempt_id: int) -> ResponseReturnValue:
    """An attempt with its review, as its author and the staff of the class see it."""
    return attempt_page(*access.attempt(cohort_id, attempt_id))


@bp.post("/percobaan/<int:attempt_id>/komentar")
def comment(cohort_id: int, attempt_id: int) -> ResponseReturnValue:
    """Say something about an attempt."""
    found, viewer = access.attempt(cohort_id, attempt_id)
    form = CommentForm()
    if not form.validate_on_submit():
        return attempt_page(found, viewer, said=form, code=422)
    said = attempts.comment(found, viewer.user, form.body.data or "")
    address = url_for(".attempt", cohort_id=cohort_id, attempt_id=attempt_id, _anchor=f"komentar-{said.id}")
    return redirect(address, 303)


@bp.post("/percobaan/<int:attempt_id>/koreksi")
def correct(cohort_id: int, attempt_id: int) -> ResponseReturnValue:
    """Put a score over the machine's; 409 where somebody else did so in the meantime."""
    access.membership(cohort_id, *access.STAFF)
    found, viewer = access.attempt(cohort_id, attempt_id)
    form = CorrectionForm()
    if not form.validate_on_submit() or form.value.data is None:
        return attempt_page(found, viewer, correction=form, code=422)
    version = int(form.version.data) if (form.version.data or "").isdecimal() else 0
    exercise = current().get(found.exercise)
    try:
        attempts.correct(found, form.value.data, form.reason.data or "", viewer.user, version, exercise)
    except attempts.StaleAttempt:
        form.version.data = str(found.version)
        form.value.errors = [
            _(
                "Skor percobaan ini baru saja dikoreksi orang lain atau berubah karena keberatan; "
                "keadaan terakhirnya tampak di atas. "
                "Isian Anda masih di sini: kirim lagi bila tetap ingin menggantinya."
            )
        ]
        return attempt_page(found, viewer, correction=form, code=409)
    flash(_("Koreksi tersimpan. Peserta melihat skor baru beserta alasannya."))
    return redirect(url_for(".attempt", cohort_id=cohort_id, attempt_id=attempt_id, _anchor="isi"), 303)
