"""Documents set beside each other: RPJMD, Renstra, IKU and agreement as one chain.

One page: a place for each document, and above them the review once two are there. Like a single document
they travel in the page and are kept only if the person says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale
from flask_babel import gettext as _
from werkzeug.exceptions import RequestEntityTooLarge

from workbench import formats
from workbench.db import now
from workbench.documents import review_pdf
from workbench.documents.finding import CASCADE, find
from workbench.documents.tables import KINDS
from workbench.documents.unreadable import Unreadable
from workbench.exercises.feedback import present
from workbench.exercises.fields import PLANS
from workbench.exercises.kinds.base import LONGEST, clean
from workbench.inspection import keeping
from workbench.inspection.carrying import Brought
from workbench.inspection.choosing import Unclear, position_from, recognised, subject_of
from workbench.inspection.linking import (
    CHAIN,
    Linked,
    Linking,
    NotLinked,
    linked,
    restored,
    seal,
    slot_of,
    typed,
    unseal,
)
from workbench.inspection.models import Inspection
from workbench.inspection.taking import asked, taken
from workbench.inspection.views import drain, own_name, zone
from workbench.people import access
from workbench.people.access import person
from workbench.reviewer.following import LINKS
from workbench.web.labels import COLUMNS, POSITIONS, PRINCIPLES
from workbench.web.labels import LINKS as NAMES
from workbench.web.language import in_indonesian

bp = Blueprint("chain", __name__, url_prefix="/periksa/rantai")


@dataclass
class Sheet:
    """The page as it is sent: the documents, what was typed, and what is wrong, by document."""

    linking: Linking
    texts: dict[str, str] = field(default_factory=dict)
    wrong: dict[str, str] = field(default_factory=dict)
    refused: str = ""


@bp.get("")
def start() -> ResponseReturnValue:
    """The places, empty."""
    return _page(Sheet(Linking({})))


@bp.post("/mulai")
@taken
def begin() -> ResponseReturnValue:
    """The places, with the document that somebody has just had reviewed in the one they say."""
    subject, _inspection = asked()
    if subject.kind == CASCADE:
        abort(404)
    slot = request.form.get("as", "")
    slot = slot if slot in LINKS else slot_of(subject)
    try:
        return _page(Sheet(Linking({slot: linked(subject)}, subject.position)))
    except NotLinked as refusal:
        return _page(Sheet(Linking({}, subject.position), wrong={slot: str(refusal)}), 422)


@bp.post("")
@taken
def compare() -> ResponseReturnValue:
    """Read what came, and review the chain; whatever could be read stays on the page."""
    sheet = _sheet()
    if sheet.wrong or sheet.refused:
        return _page(sheet, 422)
    if len(sheet.linking.links) < 2:
        sheet.refused = _("Isi sedikitnya dua dokumen, misalnya sasaran Renstra dan tabel IKU.")
        return _page(sheet, 422)
    return _page(sheet, review=sheet.linking.review())


@bp.post("/ulasan.pdf")
@taken
def pdf() -> ResponseReturnValue:
    """The review of the chain as PDF."""
    linking, inspection = _asked()
    document = inspection.review if inspection else linking.review()
    with force_locale("id"):  # the paper is Indonesian like what it says
        facts = [(str(NAMES[key]), one.source or "diketik") for key, one in linking.links.items()]
        facts.append(("Jabatan", str(POSITIONS[linking.position])))
        facts.append(("Diperiksa", formats.moment(inspection.saved_at if inspection else now(), zone())))
    drawn = review_pdf.draw(document, title="Rantai dokumen", facts=facts)
    answer = Response(drawn, mimetype="application/pdf")
    answer.headers.set("Content-Disposition", "attachment", filename="rantai-dokumen.pdf")
    return answer


@bp.post("/simpan")
@taken
def keep() -> ResponseReturnValue:
    """Keep the review of the chain, because the person says so."""
    linking, inspection = _asked()
    inspection = inspection or keeping.keep(person().id, linking, linking.review())
    if inspection is None:
        refused = _(
            "Anda sudah menyimpan %(most)s ulasan. Hapus salah satu di halaman Periksa dokumen saya, lalu "
            "simpan lagi; ulasan ini masih ada di sini.",
            most=keeping.MOST,
        )
        return _page(Sheet(linking, refused=refused), 422, review=linking.review())
    flash(_("Tersimpan. Hanya Anda yang dapat melihatnya; berkas aslinya tidak kami simpan."))
    return redirect(url_for(".kept", inspection_id=inspection.id), 303)


@bp.get("/<int:inspection_id>")
def kept(inspection_id: int) -> ResponseReturnValue:
    """A chain that was kept, as its owner sees it."""
    inspection = access.inspection(inspection_id)
    if inspection.kind != CHAIN:
        return redirect(url_for("inspection.kept", inspection_id=inspection_id))
    linking = restored(inspection.content, position_from(inspection.position))
    return _page(Sheet(linking), review=inspection.review, inspection=inspection)


@bp.errorhandler(413)
def too_large(_error: RequestEntityTooLarge) -> ResponseReturnValue:
    """Files beyond what a request may hold: the same page and a sentence."""
    drain()
    sheet = Sheet(Linking({}))
    sheet.refused = _(
        "Berkas-berkas ini bersama-sama lebih dari 5 MB. Pilih satu berkas, tekan tombolnya, lalu tambahkan "
        "berkas berikutnya; atau salin hanya tabelnya tanpa gambar."
    )
    return _page(sheet, 413)


def _asked() -> tuple[Linking, Inspection | None]:
    """The chain that a form speaks of: a kept one, or the one that it carries.

    :raises HTTPException: 404 for what is no chain of this person, 422 for what did not come back whole.
    """
    number = request.form.get("kept", type=int)
    if number is not None:
        inspection = access.inspection(number)
        if inspection.kind != CHAIN:
            abort(404)
        return restored(inspection.content, position_from(inspection.position)), inspection
    sheet = _sheet()
    if sheet.wrong or sheet.refused or len(sheet.linking.links) < 2:
        page, code = _page(sheet, 422)
        abort(Response(page, code))
    return sheet.linking, None


def _sheet() -> Sheet:
    """What the form says: a new file before a kept review, before what was there, before what is typed."""
    position = position_from(request.form.get("position"))
    sheet = Sheet(Linking({}, position))
    try:
        carried = unseal(request.form.get("carried", ""), position).links
    except NotLinked as refusal:
        carried, sheet.refused = {}, str(refusal)
    links: dict[str, Linked] = {}
    for slot in LINKS:
        sheet.texts[slot] = clean(request.form.get(f"text-{slot}", ""))[:LONGEST] if slot in PLANS else ""
        try:
            found = _of(slot, carried, sheet.texts[slot])
        except Unreadable as refusal:
            sheet.wrong[slot] = in_indonesian(refusal.message)
        except (NotLinked, Unclear) as refusal:
            sheet.wrong[slot] = str(refusal)
        else:
            if found:
                links[slot] = found
    sheet.linking = Linking(links, position)
    return sheet


def _of(slot: str, carried: Mapping[str, Linked], text: str) -> Linked | None:
    """The document of one place. Raises NotLinked, Unclear and Unreadable."""
    upload = request.files.get(f"file-{slot}")
    if upload and upload.filename:
        return _read(upload.read(), own_name(upload))
    number = request.form.get(f"kept-{slot}", type=int)
    if number is not None:
        inspection = access.inspection(number)
        if inspection.kind == CHAIN:
            abort(404)
        return linked(keeping.subject_of(inspection))
    if slot in carried and carried[slot].source and f"drop-{slot}" not in request.form:
        return carried[slot]
    return typed(text)


def _read(data: bytes, name: str) -> Linked:
    position = position_from(request.form.get("position"))
    brought = Brought(name, tuple(one for one in find(data, name, position) if one.kind != CASCADE))
    if not brought.found:
        raise NotLinked(_("Tidak ada tabel indikator atau perjanjian di berkas ini."))
    try:
        return linked(subject_of(brought, recognised(brought, position)))
    except Unclear as refusal:
        told = _(
            "Kolom berkas ini belum dikenali. Bukalah dahulu lewat Periksa dokumen saya: di sana kolomnya "
            "dapat Anda tunjukkan, lalu tekan “Sandingkan”."
        )
        raise NotLinked(told) from refusal


def _page(
    sheet: Sheet, code: int = 200, review: Any = None, inspection: Inspection | None = None
) -> tuple[str, int]:
    texts = {slot: sheet.texts.get(slot) or _lines(sheet.linking.links.get(slot)) for slot in PLANS}
    kept = [one for one in keeping.kept(person().id) if one.kind not in (CHAIN, CASCADE)]
    return render_template(
        "inspection/chain.html",
        sheet=sheet,
        links=sheet.linking.links,
        texts=texts,
        carried=seal(sheet.linking),
        feedback=present(review) if review else None,
        inspection=inspection,
        kept=kept,
        names=NAMES,
        positions=POSITIONS,
        principles=PRINCIPLES,
        columns=COLUMNS,
        link_labels=NAMES,
        accept=",".join(KINDS),
        zone=zone(),
    ), code


def _lines(one: Linked | None) -> str:
    """Typed objectives as they stand in their field."""
    return "\n".join(row.sasaran for row in one.rows) if one and not one.source else ""
