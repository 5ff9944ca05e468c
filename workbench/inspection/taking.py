"""What can be done with a review: take it as PDF or XLSX, keep it, delete it.

Each works on the document that the page carries, or on a kept one (`kept` names it).
"""

from flask import Response, abort, flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale
from flask_babel import gettext as _

from workbench import formats
from workbench.db import now
from workbench.documents import review_pdf
from workbench.documents.finding import CASCADE
from workbench.documents.unreadable import Unreadable
from workbench.inspection import keeping
from workbench.inspection.carrying import NotCarried
from workbench.inspection.choosing import Unclear
from workbench.inspection.linking import CHAIN
from workbench.inspection.models import Inspection
from workbench.inspection.paging import leaf, printable, steps_of
from workbench.inspection.subjects import Subject
from workbench.inspection.views import (
    REVIEWING,
    account,
    bp,
    kinds,
    lost,
    reviewed,
    sentence,
    shown,
    step_from_form,
    understood,
    zone,
)
from workbench.people import access
from workbench.people.access import person
from workbench.web.labels import POSITIONS
from workbench.web.safety import limiter

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
taken = limiter.shared_limit(REVIEWING, scope="inspection", key_func=account)


def asked() -> tuple[Subject, Inspection | None]:
    """What a form speaks of: a kept review, or the document that it carries.

    :raises HTTPException: with the page that says why there is nothing to speak of.
    """
    number = request.form.get("kept", type=int)
    if number is not None:
        inspection = access.inspection(number)
        if inspection.kind == CHAIN:  # which has pages of its own
            abort(404)
        return keeping.subject_of(inspection), inspection
    try:
        step = step_from_form()
    except (Unreadable, NotCarried) as refusal:
        abort(make_response(lost(refusal)))
    try:
        return step.subject, None
    except (Unreadable, Unclear) as refusal:
        abort(make_response(understood(step, sentence(refusal), 422)))


@bp.post("/ulasan.pdf")
@taken
def pdf() -> ResponseReturnValue:
    """The review as PDF."""
    subject, inspection = asked()
    document = inspection.review if inspection else subject.review()
    part, printed = printable(document)
    with force_locale("id"):  # the paper is Indonesian like what it says
        facts = [
            ("Berkas", subject.file_name),
            ("Bagian", f"{kinds()[subject.kind]}, {subject.place}"),
            ("Jabatan", str(POSITIONS[subject.position])),
            ("Diperiksa", formats.moment(inspection.saved_at if inspection else now(), zone())),
        ]
        if printed < len(document["rows"]):
            count = formats.number(len(document["rows"]))
            facts.append(("Memuat", f"{printed} dari {count} baris, yang paling perlu diperbaiki"))
    drawn = review_pdf.draw(part, title="Hasil pemeriksaan dokumen", facts=facts, steps=steps_of(document))
    return _file(drawn, "ulasan.pdf", "application/pdf")


@bp.post("/iku.xlsx")
@taken
def xlsx() -> ResponseReturnValue:
    """The table as it was read, in the form of an IKU table; a tree as its boxes."""
    subject, _inspection = asked()
    name = "pohon-kinerja.xlsx" if subject.kind == CASCADE else "iku.xlsx"
    return _file(subject.spreadsheet(), name, XLSX)


def _file(content: bytes, name: str, kind: str) -> Response:
    answer = Response(content, mimetype=kind)
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


@bp.post("/simpan")
@taken
def keep() -> ResponseReturnValue:
    """Keep the review, because the person says so."""
    subject, inspection = asked()
    if inspection is None:
        inspection = keeping.keep(person().id, subject, subject.review())
    if inspection is None:
        refused = _(
            "Anda sudah menyimpan %(most)s ulasan. Hapus salah satu di halaman Periksa dokumen saya, lalu "
            "simpan lagi; ulasan ini masih ada di sini.",
            most=keeping.MOST,
        )
        return reviewed(subject, step_from_form(), refused, 422)
    flash(_("Tersimpan. Hanya Anda yang dapat melihatnya; berkas aslinya tidak kami simpan."))
    return redirect(url_for(".kept", inspection_id=inspection.id), 303)


@bp.get("/<int:inspection_id>")
def kept(inspection_id: int) -> ResponseReturnValue:
    """A review that was kept, as its owner sees it."""
    inspection = access.inspection(inspection_id)
    if inspection.kind == CHAIN:
        return redirect(url_for("chain.kept", inspection_id=inspection_id))
    return render_template(
        "inspection/reviewed.html",
        **shown(keeping.subject_of(inspection)),
        leaf=leaf(inspection.review, request.args.get("page", 1, type=int)),
        work=None,
        step=None,
        fields=[("kept", str(inspection.id))],
        inspection=inspection,
        refused="",
        zone=zone(),
    )


@bp.post("/<int:inspection_id>/hapus")
def forget(inspection_id: int) -> ResponseReturnValue:
    """Delete a kept review."""
    keeping.forget(access.inspection(inspection_id))
    flash(_("Ulasan dan isinya sudah dihapus."))
    return redirect(url_for(".start"), 303)
