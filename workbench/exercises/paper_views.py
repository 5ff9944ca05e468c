"""What is taken home from a desk or an attempt as a file, and what is brought back filled in."""

from flask import abort, flash, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale, ngettext
from flask_babel import gettext as _

from workbench import formats
from workbench.documents import review_pdf
from workbench.documents.unreadable import Unreadable as UnreadableFile
from workbench.exercises import before_after, drafts, papers, worksheets
from workbench.exercises.attempt_views import bp
from workbench.exercises.fields import answer_from
from workbench.exercises.kinds.base import Answer, Exercise, Unreadable
from workbench.exercises.library import current
from workbench.exercises.models import Attempt
from workbench.exercises.unfit import unfit
from workbench.exercises.views import Sheet, as_typed, page_of, place_at
from workbench.people import access
from workbench.people.models import Membership
from workbench.web.language import in_indonesian

__all__ = ["bp"]


@bp.get("/latihan/<slug>/lembar-kerja.<any(xlsx,pdf):kind>")
def worksheet(cohort_id: int, slug: str, kind: str) -> ResponseReturnValue:
    """The exercise to fill in on paper or in a spreadsheet."""
    exercise = place_at(cohort_id, slug).exercise
    if kind not in worksheets.kinds(exercise):
        abort(404)
    return sent(worksheets.written(exercise, kind), kind, f"lembar-kerja-latihan-{exercise.number:02}")


@bp.get("/latihan/<slug>/draf.<any(xlsx,docx,pdf):kind>")
def draft_paper(cohort_id: int, slug: str, kind: str) -> ResponseReturnValue:
    """The draft as it is saved; the untouched desk where nothing is."""
    place = place_at(cohort_id, slug)
    draft = place.draft()
    answer = place.exercise.accept(draft.answer) if draft else place.blank()
    return _paper(place.exercise, answer, kind, place.membership)


@bp.get("/percobaan/<int:attempt_id>/isi.<any(xlsx,docx,pdf):kind>")
def attempt_paper(cohort_id: int, attempt_id: int, kind: str) -> ResponseReturnValue:
    """What was submitted, as a document."""
    found, _viewer = access.attempt(cohort_id, attempt_id)
    exercise = current().get(found.exercise) or abort(404)
    return _paper(exercise, exercise.accept(found.answer), kind, found.membership, found)


@bp.get("/percobaan/<int:attempt_id>/ulasan.pdf")
def review_paper(cohort_id: int, attempt_id: int) -> ResponseReturnValue:
    """The review of an attempt as PDF."""
    found, _viewer = access.attempt(cohort_id, attempt_id)
    if "items" in found.review:
        abort(404)
    with force_locale("id"):
        data = review_pdf.draw(found.review, facts=_facts(found))
    return sent(data, "pdf", f"ulasan-{_number(found)}-percobaan-{found.number}")


@bp.get("/latihan/<slug>/unggah")
def uploaded(cohort_id: int, slug: str) -> ResponseReturnValue:
    """Back to the desk: whoever loads the page of a refused file again lands here."""
    return redirect(place_at(cohort_id, slug).url(), 303)


@bp.post("/latihan/<slug>/unggah")
def upload(cohort_id: int, slug: str) -> ResponseReturnValue:
    """A filled worksheet or a signed document fills the draft; what was typed is saved first, as a copy."""
    place = place_at(cohort_id, slug)
    exercise = place.exercise
    if not worksheets.kinds(exercise):
        abort(404)
    typed = answer_from(request.form.items(multi=True))
    answer = exercise.accept(typed)
    version = request.form.get("versi", 0, type=int)
    if isinstance(answer, Unreadable):
        return page_of(place, Sheet(as_typed(place, typed), version, answer), 422)
    saved = place.save(answer, version)
    if isinstance(saved, drafts.Conflict):
        return page_of(place, Sheet(exercise.shown(answer), version, newer=saved.draft), 409)
    version = saved.draft.version
    try:
        brought = _brought(exercise, answer)
    except UnreadableFile as refusal:
        sheet = Sheet(exercise.shown(answer), version, refused=str(refusal))
        return page_of(place, sheet, 422)
    ready = exercise.accept(brought.answer)
    if isinstance(ready, Unreadable):
        return page_of(place, Sheet(exercise.shown(answer), version, refused=unfit(ready)), 422)
    drafts.save(place.membership.id, exercise.slug, ready, version, keep=True)
    flash(_counted(brought) + " " + _("Isian sebelumnya tersimpan sebagai salinan."))
    if brought.notes:
        flash(in_indonesian(" ".join(brought.notes)), "warning")
    return redirect(place.url(), 303)  # the top of the page, where these words stand


def _brought(exercise: Exercise, draft: Answer) -> worksheets.Brought:
    """The draft with what the uploaded file brings.

    :raises UnreadableFile: with one sentence.
    """
    file = request.files.get("berkas")
    if file is None or not file.filename:
        raise UnreadableFile("Pilih dahulu berkasnya, lalu tekan Unggah.")
    return worksheets.brought(exercise, draft, file.filename, file.read())


def _counted(brought: worksheets.Brought) -> str:
    """How much of the draft comes from the file now."""
    count = brought.count
    if not count:
        return str(_("Berkas terbaca: yang terisi di dalamnya menggantikan draf."))
    if brought.part == "boxes":
        told = ngettext(
            "Berkas terbaca: %(num)s kotak menggantikan draf.",
            "Berkas terbaca: %(num)s kotak menggantikan draf.",
            count,
        )
    elif brought.part == "choices":
        told = ngettext(
            "Berkas terbaca: %(num)s pilihan menggantikan draf.",
            "Berkas terbaca: %(num)s pilihan menggantikan draf.",
            count,
        )
    else:
        told = ngettext(
            "Berkas terbaca: %(num)s baris menggantikan draf.",
            "Berkas terbaca: %(num)s baris menggantikan draf.",
            count,
        )
    return str(told)


@bp.get("/latihan/<slug>/perubahan.pdf")
def turn_paper(cohort_id: int, slug: str) -> ResponseReturnValue:
    """Before and after as PDF; the page that says what is missing where there is nothing to compare."""
    exercise, owner = whose(cohort_id, slug)
    found = before_after.turn(owner.id, exercise)
    if found is None:
        address = url_for(".turn", cohort_id=cohort_id, slug=slug, peserta=request.args.get("peserta"))
        return redirect(address, 303)
    with force_locale("id"):
        zone = owner.cohort.zone
        made = formats.moment(found.first.made_at, zone), formats.moment(found.last.made_at, zone)
        title = f"Sebelum dan sesudah: {exercise.title}"
        data = before_after.drawn(found, title, _people(owner), made)
    return sent(data, "pdf", f"perubahan-latihan-{exercise.number:02}")


def whose(cohort_id: int, slug: str) -> tuple[Exercise, Membership]:
    """The exercise and the person whose work in it is asked for: one's own, or for staff `?peserta=ID`."""
    viewer = access.membership(cohort_id)
    exercise = current().get(slug) or abort(404)
    asked = request.args.get("peserta", type=int)
    if asked is None or asked == viewer.id:
        return exercise, viewer
    if viewer.role not in access.STAFF:
        abort(404)
    return exercise, access.member_of(cohort_id, asked)


def sent(data: bytes, kind: str, name: str) -> ResponseReturnValue:
    """A file to be kept; PDFs open in the browser first."""
    answer = make_response(data)
    answer.headers["Content-Type"] = papers.TYPES[kind]
    way = "inline" if kind == "pdf" else "attachment"
    answer.headers["Content-Disposition"] = f'{way}; filename="{name}.{kind}"'
    return answer


def _paper(
    exercise: Exercise,
    answer: Answer | Unreadable,
    kind: str,
    owner: Membership,
    found: Attempt | None = None,
) -> ResponseReturnValue:
    if kind not in papers.kinds(exercise) or isinstance(answer, Unreadable):
        abort(404)
    name = papers.stem(exercise) + (f"-percobaan-{found.number}" if found else "")
    return sent(papers.written(exercise, answer, kind, owner.unit), kind, name)


def _number(found: Attempt) -> str:
    exercise = current().get(found.exercise)
    return f"latihan-{exercise.number:02}" if exercise else "latihan"


def _people(owner: Membership) -> list[tuple[str, str]]:
    facts = [("Peserta", owner.user.name), ("Unit", owner.unit), ("Kelas", owner.cohort.title)]
    return [(label, text) for label, text in facts if text]


def _facts(found: Attempt) -> list[tuple[str, str]]:
    """Whose attempt it is, which, when, and what became of its score; in the language of the paper."""
    exercise = current().get(found.exercise)
    zone = found.membership.cohort.zone
    facts = _people(found.membership)
    facts.append(("Latihan", f"{exercise.number}. {exercise.title}" if exercise else found.exercise))
    facts.append(("Percobaan", f"{found.number}, dikirim {formats.moment(found.submitted_at, zone)}"))
    if found.final_score != found.review["score"]:
        why = "koreksi fasilitator" if found.correction is not None else "keberatan diterima"
        facts.append(("Skor akhir", f"{found.final_score} ({why})"))
    return facts
