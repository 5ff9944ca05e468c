"""Jinja: an unknown name is an error; our filters; the class menu."""

from flask import Flask, current_app, g, request, url_for
from flask_babel import lazy_gettext as _
from jinja2 import StrictUndefined

from workbench import formats
from workbench.people import access
from workbench.people.models import Membership, Role

#: Per role in a class: label and endpoint, in reading order.
NAVIGATION = {
    Role.PARTICIPANT: ((_("Kelas"), "progress.home"),),
    Role.FACILITATOR: (
        (_("Kelas"), "progress.home"),
        (_("Matriks"), "progress.matrix"),
    ),
    Role.ORGANISER: (
        (_("Kelas"), "progress.home"),
        (_("Peserta"), "cohorts.roster"),
        (_("Kehadiran"), "cohorts.attendance"),
        (_("Matriks"), "progress.matrix"),
        (_("Sertifikat"), "certificates.index"),
        (_("Pengaturan"), "cohorts.settings"),
    ),
}

#: In every class menu, though they belong to no class: label, endpoint, the blueprints of their pages.
BESIDE = (
    (_("Periksa dokumen"), "inspection.start", ("inspection", "chain")),
    (_("Aturan"), "catalogue.index", ("catalogue",)),
)
#: Pages of no class that keep the menu of the class opened last: who comes from there finds the way back.
KEEPING = {blueprint for _label, _endpoint, pages in BESIDE for blueprint in pages}


def menu() -> list[tuple[str, str, str | None]]:
    """Label, address and `aria-current` of every entry of the class menu; empty outside classes."""
    membership: Membership | None = g.get("membership")
    if membership is None and (request.blueprint in KEEPING or request.endpoint == "people.account"):
        membership = access.lately()
    if membership is None:
        return []
    entries = [
        (label, url_for(endpoint, cohort_id=membership.cohort_id), request.endpoint == endpoint)
        for label, endpoint in NAVIGATION[Role(membership.role)]
        if endpoint in current_app.view_functions
    ]
    entries += [(label, url_for(endpoint), request.blueprint in pages) for label, endpoint, pages in BESIDE]
    return [
        (label, address, ("page" if request.path == address else "true") if here else None)
        for label, address, here in entries
    ]


def init_app(app: Flask) -> None:
    """Make templates strict and give them what they share."""
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(
        angka=formats.number,
        tanggal=formats.day,
        pukul=formats.clock,
        baru_saja=formats.lately,
        hari=formats.weekday,
        jam=formats.hour,
        saat=formats.moment,
        saat_singkat=formats.short_moment,
        zona=formats.zone_name,
    )
    app.jinja_env.globals["rentang_hari"] = formats.days

    @app.context_processor
    def surroundings() -> dict[str, object]:
        return {
            "membership": g.get("membership"),
            "menu": menu(),
            "Role": Role,
        }
