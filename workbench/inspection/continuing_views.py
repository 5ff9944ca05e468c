"""Going on from a review as a draft: at once at an empty desk, after a question where something lies."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from workbench.exercises import drafts
from workbench.exercises.kinds.base import Answer, Unreadable
from workbench.exercises.library import current
from workbench.exercises.unfit import unfit
from workbench.inspection.continuing import TAKING, Carried, Desk, carried, put, takes
from workbench.inspection.subjects import Subject
from workbench.inspection.taking import asked, taken
from workbench.inspection.views import bp
from workbench.people import access
from workbench.web.labels import COLUMNS

__all__ = ["bp"]


@bp.post("/lanjutkan")
@taken
def go_on() -> ResponseReturnValue:
    """Make the table or tree the draft of an exercise; `confirmed` is the version that may be replaced."""
    subject, _inspection = asked()
    desk = _desk(request.form.get("to", ""), subject)
    table = carried(subject, desk)
    if isinstance(table.answer, Unreadable):
        return _question(desk, table, unfit(table.answer), 422)
    confirmed = request.form.get("confirmed", type=int)
    if confirmed is None and (desk.filled or table.left):
        return _question(desk, table)
    version = desk.draft.version if desk.draft else 0
    outcome = put(desk, table.answer, version if confirmed is None else confirmed)
    if isinstance(outcome, drafts.Conflict):
        newer = Desk(desk.membership, desk.exercise, outcome.draft)
        return _question(
            newer, table, _("Draf ini baru saja berubah di tempat lain. Lihat dulu, lalu pilih."), 409
        )
    flash(_arrived(desk, table, table.answer))
    cohort_id = desk.membership.cohort_id
    return redirect(
        url_for("exercises.desk", cohort_id=cohort_id, slug=desk.exercise.slug, _anchor="draf"), 303
    )


def _desk(key: str, subject: Subject) -> Desk:
    """The desk that a form names; 404 for a class of others and for exercises of another kind."""
    cohort, _slash, slug = key.partition("/")
    membership = access.membership(int(cohort) if cohort.isascii() and cohort.isdecimal() else 0)
    exercise = current().get(slug)
    if not isinstance(exercise, TAKING) or not takes(exercise, subject):
        abort(404)
    return Desk(membership, exercise, drafts.find(membership.id, slug))


def _question(desk: Desk, table: Carried, refused: str = "", code: int = 200) -> ResponseReturnValue:
    fields = [
        (name, value)
        for name, value in request.form.items()
        if name in {"carried", "kept", "position", "table"} or name.startswith("column-")
    ]
    return render_template(
        "inspection/replace.html",
        desk=desk,
        carried=table,
        fits=not isinstance(table.answer, Unreadable),
        fields=fields,
        refused=refused,
        columns=COLUMNS,
    ), code


def _arrived(desk: Desk, table: Carried, answer: Answer) -> str:
    """How much of the document is a draft now, and what of it is not."""
    told = _counted(answer)
    if desk.filled:
        told += " " + _("Draf yang tadi tetap ada sebagai salinan.")
    if table.stands:
        told += " " + _(
            "Kotak %(key)s terkunci di latihan ini dan tetap seperti diberikan.", key=table.stands
        )
    if table.left_columns:
        names = ", ".join(str(COLUMNS[name]) for name in table.left_columns)
        told += " " + _("Kolom yang tidak ada di latihan ini tidak ikut: %(names)s.", names=names)
    return told


def _counted(answer: Answer) -> str:
    if "boxes" in answer:
        told = ngettext(
            "%(num)s kotak dari dokumen Anda sudah menjadi draf.",
            "%(num)s kotak dari dokumen Anda sudah menjadi draf.",
            len(answer["boxes"]),
        )
    else:
        told = ngettext(
            "%(num)s baris dari dokumen Anda sudah menjadi draf.",
            "%(num)s baris dari dokumen Anda sudah menjadi draf.",
            len(answer["rows"]),
        )
    return str(told)
