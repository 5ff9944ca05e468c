"""The desk: drafting, saving, checking, submitting; with JavaScript and without."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, abort, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from workbench import formats
from workbench.exercises import attempts, drafts, papers, starting, worksheets
from workbench.exercises.feedback import Feedback, present
from workbench.exercises.fields import answer_from
from workbench.exercises.kinds.base import Answer, Exercise, Unreadable
from workbench.exercises.kinds.cascade import FIELDS as BOX_FIELDS
from workbench.exercises.library import current
from workbench.exercises.models import Draft
from workbench.exercises.wording import WORDS, of_kind
from workbench.modules import library as modules
from workbench.people import access
from workbench.people.models import Membership
from workbench.prose import render

bp = Blueprint("exercises", __name__, url_prefix="/kelas/<int:cohort_id>")

#: Larger than any honest draft, in bytes.
LARGEST_DRAFT = 512 * 1024

NOTHING_WRONG = Unreadable("")


@dataclass(frozen=True, slots=True)
class Place:
    """Who is at which desk."""

    membership: Membership
    exercise: Exercise

    def url(self, **values: Any) -> str:
        """The address of this desk."""
        return url_for(
            "exercises.desk", cohort_id=self.membership.cohort_id, slug=self.exercise.slug, **values
        )

    def draft(self) -> Draft | None:
        """The draft lying here."""
        return drafts.find(self.membership.id, self.exercise.slug)

    def blank(self) -> Answer:
        """What lies here before anything was typed."""
        return starting.blank(self.membership.id, self.exercise)

    def save(self, answer: Answer, version: int) -> drafts.Saved | drafts.Conflict:
        """Put a draft here."""
        return drafts.save(self.membership.id, self.exercise.slug, answer, version)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What lies on the desk: the answer as typed, the version it stands on, what is wrong with it.

    `refused` says why an uploaded file could not be read.
    """

    answer: Answer
    version: int
    wrong: Unreadable = NOTHING_WRONG
    newer: Draft | None = None
    feedback: Feedback | None = None
    refused: str = ""


def place_at(cohort_id: int, slug: str) -> Place:
    """The desk of the person who asks."""
    membership = access.membership(cohort_id)
    return Place(membership, current().get(slug) or abort(404))


def page_of(place: Place, sheet: Sheet, code: int = 200) -> ResponseReturnValue:
    """The page of a desk with what lies on it."""
    exercise = place.exercise
    draft = place.draft()
    return render_template(
        "exercises/desk.html",
        exercise=exercise,
        module=modules.current().get(exercise.module),
        sheet=sheet,
        draft=draft,
        dots=attempts.strip(place.membership.id, exercise.slug),
        unseen=[
            attempt
            for attempt in attempts.unseen(place.membership.id, access.person().id)
            if attempt.exercise == exercise.slug
        ],
        copies=drafts.copies(draft) if draft else [],
        render=render,
        has_own_table=bool(starting.own_table(place.membership.id, exercise)),
        paper_kinds=papers.kinds(exercise),
        sheet_kinds=worksheets.kinds(exercise),
        **WORDS,
        **of_kind(exercise, sheet.answer),
    ), code


@bp.get("/latihan/<slug>")
def desk(cohort_id: int, slug: str) -> ResponseReturnValue:
    """The desk of an exercise; `?periksa=1` with a review of the draft as it is saved."""
    place = place_at(cohort_id, slug)
    draft = place.draft()
    answer = place.exercise.accept(draft.answer) if draft else place.blank()
    if isinstance(answer, Unreadable):  # the exercise has changed its shape since; the copies keep the text
        answer = place.blank()
    feedback = None
    if "periksa" in request.args and place.exercise.may_check:
        ready = place.exercise.complete(answer, submitting=False)
        if not isinstance(ready, Unreadable):
            feedback = present(place.exercise.review(ready))
    shown = place.exercise.shown(answer)
    return page_of(place, Sheet(shown, draft.version if draft else 0, feedback=feedback))


@bp.put("/latihan/<slug>/draf")
def save_draft(cohort_id: int, slug: str) -> ResponseReturnValue:
    """Autosave: `{"version": 3, "answer": {...}}` over the version that the page stands on."""
    if (request.content_length or 0) > LARGEST_DRAFT:
        abort(413)
    place = place_at(cohort_id, slug)
    body = request.get_json(silent=True)
    body = body if isinstance(body, dict) else {}
    version = body.get("version")
    if not isinstance(version, int):
        return jsonify(error=_("Draf ini tidak dapat dibaca. Muat ulang halaman."), fields={}), 422
    answer = place.exercise.accept(body.get("answer"))
    if isinstance(answer, Unreadable):
        fields = {name: str(text) for name, text in answer.fields.items()}
        return jsonify(error=str(answer.sentence), fields=fields), 422
    outcome = place.save(answer, version)
    draft = outcome.draft
    stands = {
        "version": draft.version,
        "saved_at": formats.lately(draft.saved_at, place.membership.cohort.zone),
    }
    if isinstance(outcome, drafts.Conflict):
        return jsonify(error=_("Ada isian yang lebih baru."), answer=draft.answer, **stands), 409
    return jsonify(stands)


@bp.post("/latihan/<slug>")
def work(cohort_id: int, slug: str) -> ResponseReturnValue:
    """A button of the desk, named `aksi`; whatever it does, what was typed is saved first."""
    place = place_at(cohort_id, slug)
    exercise = place.exercise
    action = request.form.get("aksi", "simpan")
    version = request.form.get("versi", 0, type=int)
    if action.startswith("pakai-ini:"):
        version = int(action.removeprefix("pakai-ini:")) if action[10:].isdecimal() else version
    typed = answer_from(request.form.items(multi=True))
    answer = exercise.accept(typed)
    if isinstance(answer, Unreadable):
        return page_of(place, Sheet(as_typed(place, typed), version, answer), 422)
    if action.startswith("pulihkan:"):
        return _bring_back(place, action.removeprefix("pulihkan:"), answer, version)
    if action == starting.FETCH:
        answer = starting.fetched(place.membership.id, exercise, answer)
    answer = exercise.acted(answer, action)
    judged = action in {"periksa", "kirim"}
    ready = exercise.complete(answer, submitting=action == "kirim") if judged else answer
    outcome = place.save(answer if isinstance(ready, Unreadable) else ready, version)
    if isinstance(outcome, drafts.Conflict):
        return page_of(place, Sheet(exercise.shown(answer), version, newer=outcome.draft), 409)
    if isinstance(ready, Unreadable):
        return page_of(place, Sheet(exercise.shown(answer), outcome.draft.version, ready), 422)
    return _onward(place, action, ready)


def as_typed(place: Place, typed: Answer) -> Answer:
    """What was typed but cannot be a draft, as far as the desk can show it; else the untouched desk."""
    lists = [typed.get(name, []) for name in ("rows", "programmes", "boxes")]
    if not typed or not all(isinstance(item, dict) for items in lists for item in items):
        return place.blank()
    if not all(set(BOX_FIELDS) <= box.keys() for box in typed.get("boxes", [])):
        return place.blank()
    return {**place.blank(), **typed}


def _onward(place: Place, action: str, ready: Answer) -> ResponseReturnValue:
    if action == "kirim":
        attempt = attempts.submit(place.membership.id, place.exercise, ready)
        cohort_id = place.membership.cohort_id
        return redirect(url_for("exercises.attempt", cohort_id=cohort_id, attempt_id=attempt.id), 303)
    if action == "periksa" and place.exercise.may_check:
        return redirect(place.url(periksa=1, _anchor="ulasan"), 303)
    return redirect(place.url(_anchor=_after(action, ready)), 303)


def _after(action: str, answer: Answer) -> str:
    """The id of the place on the desk where work goes on after a button."""
    if action == "tambah-baris":
        return f"baris-{len(answer['rows'])}"
    if action == "tambah-program":
        return f"baris-program-{len(answer['programmes'])}"
    if action.startswith("tambah-kotak:"):
        level = action.removeprefix("tambah-kotak:")
        keys = [box["key"] for box in answer["boxes"] if box["position"] == level]
        return f"kotak-{keys[-1]}" if keys else "draf"
    return "draf"


def _bring_back(place: Place, copy_id: str, answer: Answer, version: int) -> ResponseReturnValue:
    """Save what is typed, then put an earlier copy in its place; the typed text becomes a copy itself."""
    outcome = place.save(answer, version)
    if isinstance(outcome, drafts.Conflict):
        return page_of(place, Sheet(place.exercise.shown(answer), version, newer=outcome.draft), 409)
    copies = {str(copy.id): copy for copy in drafts.copies(outcome.draft)}
    chosen = copies.get(copy_id) or abort(404)
    drafts.bring_back(outcome.draft, chosen)
    flash(_("Salinan lama dipulihkan. Isian yang tadi tersimpan sebagai salinan."))
    return redirect(place.url(_anchor="draf"), 303)
