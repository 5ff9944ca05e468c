"""Reading a module; that it was opened and finished is kept without a button to press."""

from typing import Protocol

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from workbench.db import session
from workbench.modules import library, reading
from workbench.modules.library import Module
from workbench.people import access
from workbench.people.models import Membership, Role

bp = Blueprint("modules", __name__, url_prefix="/kelas/<int:cohort_id>/modul")


class Practice(Protocol):
    """What this page says about an exercise; the exercises room owns the rest."""

    slug: str

    @property
    def title(self) -> str:
        """Its title."""

    @property
    def minutes(self) -> int:
        """How long it takes."""


def _module(slug: str) -> Module:
    return library.current().get(slug) or abort(404)


def _practices(module: Module) -> list[Practice]:
    """The exercises a module leads to. That room stands above this one, so its shelf is asked by name."""
    shelf = current_app.extensions["exercises"]
    return [practice for slug in module.front.exercises if (practice := shelf.exercises.get(slug))]


def _reads(membership: Membership) -> bool:
    return membership.role == Role.PARTICIPANT


@bp.get("/<slug>")
def read(cohort_id: int, slug: str) -> ResponseReturnValue:
    """A module as a chapter: objectives, its parts, checks of oneself, and what it leads to."""
    membership = access.membership(cohort_id)
    module = _module(slug)
    state = reading.State.UNREAD
    if _reads(membership):
        found = reading.opened(membership.id, slug)
        session().commit()
        state = reading.State.FINISHED if found.finished_at else reading.State.OPENED
    before, after = library.current().neighbours(slug)
    return render_template(
        "modules/read.html",
        module=module,
        state=state,
        records=_reads(membership),
        before=before,
        after=after,
        total=len(library.current().modules),
        practices=_practices(module),
        certainty={
            "V1": _("dibaca pada naskahnya"),
            "V2": _("menurut sumber yang mengutip naskahnya"),
            "M": _("pengetahuan umum, naskahnya belum dibaca ulang"),
            "M?": _("praktik, bukan ketentuan"),
        },
    )


@bp.post("/<slug>/selesai")
def finished(cohort_id: int, slug: str) -> ResponseReturnValue:
    """The page reached its end on screen (told by `reading.js`)."""
    membership = access.membership(cohort_id)
    _module(slug)
    if _reads(membership):
        reading.finished(membership.id, slug)
        session().commit()
    return "", 204


@bp.get("/<slug>/lanjut")
def proceed(cohort_id: int, slug: str) -> ResponseReturnValue:
    """On from the end of a module, which is thereby read: `?ke=` an exercise of it, else the next module."""
    membership = access.membership(cohort_id)
    module = _module(slug)
    if _reads(membership):
        reading.finished(membership.id, slug)
        session().commit()
    wanted = request.args.get("ke", "")
    if wanted in module.front.exercises:
        return redirect(url_for("exercises.desk", cohort_id=cohort_id, slug=wanted))
    after = library.current().neighbours(slug)[1]
    if after:
        return redirect(url_for("modules.read", cohort_id=cohort_id, slug=after.slug))
    return redirect(url_for("progress.home", cohort_id=cohort_id))
