"""Periksa dokumen saya, in three steps: bring a file, look at what was understood, read the review.

Nothing is kept in between; what was read travels in the page (`carrying`). Every refusal is a page with one
sentence (422) that still holds what was chosen.
"""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import RequestEntityTooLarge

from workbench.documents.finding import AGREEMENT, CASCADE, IKU_TABLE, RENSTRA_TABLE, find
from workbench.documents.unreadable import Unreadable
from workbench.exercises.kinds.base import clean
from workbench.inspection import continuing, keeping
from workbench.inspection.carrying import Brought, NotCarried, pack, unpack
from workbench.inspection.choosing import (
    Choice,
    Unclear,
    choice_from,
    position_from,
    recognised,
    subject_of,
    trees_of,
)
from workbench.inspection.forms import BringForm
from workbench.inspection.linking import CHAIN, slot_of
from workbench.inspection.paging import leaf
from workbench.inspection.subjects import Subject
from workbench.inspection.waiting import Waiting
from workbench.people.access import person
from workbench.reviewer.document import Position
from workbench.reviewer.underway import Reviewing
from workbench.web.labels import COLUMNS, LEVELS, LINKS, POSITIONS, PRINCIPLES
from workbench.web.language import in_indonesian
from workbench.web.safety import limiter
from workbench.web.streaming import streamed

bp = Blueprint("inspection", __name__, url_prefix="/periksa")

BRINGING = "20 per minute"
REVIEWING = "60 per minute"

#: Most of a refused request that is read, so that the browser shows the answer instead of a broken line.
DRAINED = 60_000_000

#: What could not be done, as a sentence of ours or of the documents' readers.
Refusal = Unreadable | Unclear | NotCarried


@dataclass(frozen=True, slots=True)
class Step:
    """A document on its way: as it travels, what was understood, and what is chosen of it."""

    carried: str
    brought: Brought
    choice: Choice

    @property
    def subject(self) -> Subject:
        """What is reviewed. Raises Unclear and Unreadable."""
        return subject_of(self.brought, self.choice)

    def fields(self) -> list[tuple[str, str]]:
        """Everything of it as form fields."""
        return [("carried", self.carried), *self.choice.fields()]


def account() -> str:
    """Whose requests are counted together."""
    return f"account:{current_user.get_id()}" if current_user.is_authenticated else str(request.remote_addr)


def zone() -> str:
    """The zone of this person's latest class, of Jakarta without one."""
    memberships = sorted(person().memberships, key=lambda one: one.id)
    return memberships[-1].cohort.zone if memberships else "Asia/Jakarta"


def kinds() -> dict[str, str]:
    """What the kinds of what is found are called."""
    return {
        IKU_TABLE: _("Tabel indikator"),
        RENSTRA_TABLE: _("Tabel Renstra"),
        AGREEMENT: _("Perjanjian kinerja"),
        CASCADE: _("Pohon kinerja"),
        CHAIN: _("Rantai dokumen"),
    }


def sentence(refusal: Refusal) -> str:
    """Why not, in the language of the page or marked as Indonesian."""
    return in_indonesian(refusal.message) if isinstance(refusal, Unreadable) else str(refusal)


@bp.get("")
def start() -> ResponseReturnValue:
    """The form, and what this person keeps."""
    return start_page(BringForm())


def start_page(form: BringForm, code: int = 200) -> ResponseReturnValue:
    """The first step, with whatever was refused."""
    kept = keeping.kept(person().id)
    return render_template(
        "inspection/start.html", form=form, kept=kept, zone=zone(), kinds=kinds(), positions=POSITIONS
    ), code


@bp.post("")
@limiter.limit(BRINGING, key_func=account)
def bring() -> ResponseReturnValue:
    """Read the file and show what was understood."""
    form = BringForm()
    if form.validate():
        try:
            step = _read(form.file.data, position_from(form.position.data))
        except (Unreadable, NotCarried) as refusal:
            form.file.errors = [sentence(refusal)]
        else:
            return understood(step)
    return start_page(form, 422)


def _read(upload: FileStorage, position: Position) -> Step:
    name = own_name(upload)
    brought = Brought(name, tuple(find(upload.read(), name)))
    return Step(pack(brought), brought, recognised(brought, position))


def own_name(upload: FileStorage) -> str:
    """What the person calls the file, without folders."""
    return clean(upload.filename or "").replace("\\", "/").rsplit("/", 1)[-1].strip()[-200:]


def understood(step: Step, refused: str = "", code: int = 200) -> ResponseReturnValue:
    """The second step: every table with its columns, to be chosen and corrected."""
    agreement = step.brought.found[0].agreement
    seems = agreement.position if agreement else Position.AGENCY_HEAD
    return render_template(
        "inspection/understood.html",
        step=step,
        refused=refused,
        seems=seems if seems not in (step.choice.position, Position.AGENCY_HEAD) else None,
        kinds=kinds(),
        positions=POSITIONS,
        columns=COLUMNS,
        trees=trees_of(step.brought),
    ), code


@bp.get("/ulasan")
def begin_again() -> ResponseReturnValue:
    """The address of a review that was sent, opened without anything: the beginning."""
    return redirect(url_for(".start"))


@bp.post("/ulasan")
@limiter.limit(REVIEWING, key_func=account)
def review() -> ResponseReturnValue:
    """Review what was chosen; `step=columns` goes back to choosing."""
    try:
        step = step_from_form()
    except (Unreadable, NotCarried) as refusal:
        return lost(refusal)
    if request.form.get("step") == "columns":
        return understood(step)
    try:
        subject = step.subject
    except (Unreadable, Unclear) as refusal:
        return understood(step, sentence(refusal), 422)
    return reviewed(subject, step)


def step_from_form() -> Step:
    """The document that this form carries. Raises NotCarried, and Unreadable for too long an agreement."""
    carried = request.form.get("carried", "")
    brought = unpack(carried)
    return Step(carried, brought, choice_from(request.form, brought))


def lost(refusal: Refusal) -> ResponseReturnValue:
    """The first step again, because the document did not come back whole; the position stays."""
    form = BringForm(formdata=None, position=position_from(request.form.get("position")))
    form.file.errors = [sentence(refusal)]
    return start_page(form, 422)


def reviewed(subject: Subject, step: Step, refused: str = "", code: int = 200) -> ResponseReturnValue:
    """The third step: the review, and what can be done with it."""
    number = request.form.get("page", 1, type=int)
    work = Reviewing(subject.document)
    page = shown(subject) | {
        "step": step,
        "fields": step.fields(),
        "inspection": None,
        "refused": refused,
    }
    if work.is_long:
        return streamed(
            "inspection/reviewed.html",
            lambda incident: render_template("inspection/interrupted.html", incident=incident, **page),
            code,
            **page,
            leaf=None,
            work=Waiting(work, number),
        )
    return render_template(
        "inspection/reviewed.html", **page, leaf=leaf(subject.review(), number), work=None
    ), code


def shown(subject: Subject) -> dict[str, Any]:
    """What the page of a review needs beside the review, whether it is kept or not."""
    return {
        "subject": subject,
        "desks": continuing.desks(person().memberships, subject),
        "link_slot": slot_of(subject),
        "link_labels": LINKS,
        "kinds": kinds(),
        "positions": POSITIONS,
        "columns": COLUMNS,
        "levels": LEVELS,
        "principles": PRINCIPLES,
    }


@bp.errorhandler(413)
def too_large(_error: RequestEntityTooLarge) -> ResponseReturnValue:
    """A file beyond what a request may hold: the same page and a sentence, as for every other bad file."""
    drain()
    form = BringForm(formdata=None)
    form.file.errors = [
        _("Berkas ini lebih dari 5 MB. Salin hanya tabelnya ke berkas baru tanpa gambar, lalu kirim lagi.")
    ]
    return start_page(form, 413)


def drain() -> None:
    """Read what is left of a refused request, so that the browser shows the answer."""
    rest = min(request.content_length or 0, DRAINED)
    while rest > 0 and (piece := request.environ["wsgi.input"].read(min(rest, 65_536))):
        rest -= len(piece)
