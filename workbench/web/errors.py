"""What went wrong, that nothing was lost, and what to do next; never a traceback."""

import secrets

from flask import Flask, current_app, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError

from workbench.db import session
from workbench.people.access import PUBLIC
from workbench.people.parking import parked_fields


def texts(code: int) -> tuple[str, str]:
    """Heading and advice for a status code."""
    known = {
        400: (_("Permintaan tidak dapat dibaca"), _("Kembali ke halaman sebelumnya, lalu coba sekali lagi.")),
        403: (
            _("Halaman ini bukan untuk peran Anda"),
            _("Bila menurut Anda ini keliru, mintalah penyelenggara kelas memeriksa peran Anda."),
        ),
        404: (
            _("Halaman tidak ditemukan"),
            _("Alamatnya mungkin salah ketik, atau halaman ini milik kelas yang tidak Anda ikuti."),
        ),
        405: (_("Cara membuka halaman ini keliru"), _("Bukalah dari tautan atau tombol di dalam kelas.")),
        409: (_("Ada perubahan lain yang lebih baru"), _("Muat ulang halaman untuk melihatnya.")),
        413: (_("Berkas atau isian terlalu besar"), _("Batasnya 5 MB. Kirim berkas yang lebih kecil.")),
        429: (
            _("Terlalu banyak percobaan"),
            _("Tunggu satu menit, lalu coba lagi. Isian Anda tidak hilang."),
        ),
    }
    return known.get(code, (_("Terjadi gangguan pada server"), _("Coba lagi sebentar lagi.")))


def page(code: int, incident: str = "") -> ResponseReturnValue:
    """The error as a page, or as JSON where a script asked."""
    heading, advice = texts(code)
    if request.accept_mimetypes.best_match(["text/html", "application/json"]) == "application/json":
        return jsonify(error=heading, advice=advice, incident=incident), code
    return render_template(
        "parts/error.html", code=code, heading=heading, advice=advice, incident=incident
    ), code


def noted(error: BaseException | None) -> str:
    """Undo what was not yet kept, write the failure into the log, and give the number that finds it there."""
    session().rollback()
    incident = secrets.token_hex(4)
    current_app.logger.error("incident %s at %s", incident, request.path, exc_info=error)
    return incident


def init_app(app: Flask) -> None:
    """Answer every error with a page that helps."""

    @app.errorhandler(HTTPException)
    def refused(error: HTTPException) -> ResponseReturnValue:
        return page(error.code or 500)

    @app.errorhandler(InternalServerError)
    def broken(error: InternalServerError) -> ResponseReturnValue:
        return page(500, noted(error.original_exception))

    @app.errorhandler(CSRFError)
    def resend(error: CSRFError) -> ResponseReturnValue:
        """The session ended while somebody typed: it all comes back, after signing in or by one button."""
        if not current_user.is_authenticated and request.endpoint not in PUBLIC:
            from workbench.people.views import ask_to_sign_in

            return ask_to_sign_in()
        heading = _("Halaman ini perlu dikirim sekali lagi")
        if request.accept_mimetypes.best_match(["text/html", "application/json"]) == "application/json":
            return jsonify(error=heading, advice=_("Sesi Anda berakhir. Masuk lagi, lalu simpan.")), 401
        return render_template("parts/resend.html", heading=heading, parked=parked_fields()), 400
