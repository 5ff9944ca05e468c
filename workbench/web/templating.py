"""Jinja: an unknown name is an error; our filters; the navigation."""

from flask import Flask, current_app, g
from flask_babel import lazy_gettext as _
from jinja2 import StrictUndefined

from workbench import formats
from workbench.people.models import Role

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
        membership = g.get("membership")
        items = NAVIGATION[Role(membership.role)] if membership else ()
        return {
            "membership": membership,
            "navigation": [item for item in items if item[1] in current_app.view_functions],
            "Role": Role,
        }
