"""Certificates: who gets one, issuing, the PDFs, and the public page that says whether one is real."""

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    stream_with_context,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from workbench import formats
from workbench.certificates import archive, drawing, issue, printed, verification
from workbench.certificates.criteria import required
from workbench.certificates.forms import FileForm, RevokeForm
from workbench.certificates.models import Certificate
from workbench.certificates.verification import Verdict
from workbench.cohorts import founding
from workbench.cohorts.models import Cohort
from workbench.config import Settings
from workbench.db import now, session
from workbench.people import access
from workbench.people.models import Membership, Role
from workbench.web.safety import limiter

bp = Blueprint("certificates", __name__)

PER_ADDRESS = "30 per minute"
#: What a browser's own PDF viewer needs; the policy of our pages would leave it blank.
VIEWER = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'"


@bp.get("/kelas/<int:cohort_id>/sertifikat")
def index(cohort_id: int) -> ResponseReturnValue:
    """Who is due, who lacks what, and what was issued."""
    return _index(access.membership(cohort_id, *access.STAFF))


def _index(
    viewer: Membership,
    code: int = 200,
    *,
    complaint: str = "",
    revoking: tuple[int, RevokeForm] | None = None,
) -> ResponseReturnValue:
    cohort = viewer.cohort
    page = render_template(
        "certificates/index.html",
        cohort=cohort,
        organises=viewer.role == Role.ORGANISER,
        found=issue.overview(cohort, required()),
        complaint=complaint,
        revoke_form=RevokeForm(formdata=None),
        revoking=revoking,
        scheduled=sum(item.jp for item in cohort.sessions),
    )
    return page, code


@bp.post("/kelas/<int:cohort_id>/sertifikat")
def issue_all(cohort_id: int) -> ResponseReturnValue:
    """Issue to everybody who was on the list that the organiser saw."""
    viewer = access.membership(cohort_id, Role.ORGANISER)
    try:
        done = issue.issue(viewer.cohort, required(), viewer.user, request.form.get("list", ""))
    except issue.ListChanged:
        return _index(access.membership(cohort_id), 409, complaint=_changed())
    except issue.NotPossible as error:
        return _index(viewer, 409, complaint=str(error))
    if done:
        flash(
            _(
                "%(n)s sertifikat diterbitkan, nomor %(first)s sampai %(last)s.",
                n=len(done),
                first=done[0].number,
                last=done[-1].number,
            )
        )
    return redirect(url_for("certificates.index", cohort_id=cohort_id))


def _changed() -> str:
    return str(
        _(
            "Belum ada yang diterbitkan: daftarnya berubah sejak Anda membuka halaman ini. "
            "Periksa lagi daftar di bawah, lalu tekan tombolnya sekali lagi."
        )
    )


def _certificate(cohort_id: int, certificate_id: int) -> Certificate:
    found = session().get(Certificate, certificate_id)
    if found is None or found.cohort_id != cohort_id:
        abort(404)
    return found


@bp.post("/kelas/<int:cohort_id>/sertifikat/<int:certificate_id>/cabut")
def revoke(cohort_id: int, certificate_id: int) -> ResponseReturnValue:
    """Withdraw a certificate with a reason."""
    viewer = access.membership(cohort_id, Role.ORGANISER)
    certificate = _certificate(cohort_id, certificate_id)
    form = RevokeForm()
    if not form.validate():
        return _index(viewer, 422, revoking=(certificate.id, form))
    if issue.revoke(certificate, form.reason.data, viewer.user):
        flash(_("Sertifikat %(number)s dicabut.", number=certificate.number))
    else:
        flash(_("Sertifikat %(number)s sudah dicabut sebelumnya.", number=certificate.number), "warning")
    return redirect(url_for("certificates.index", cohort_id=cohort_id))


@bp.post("/kelas/<int:cohort_id>/sertifikat/<int:certificate_id>/ganti")
def replace(cohort_id: int, certificate_id: int) -> ResponseReturnValue:
    """Issue a successor to a revoked certificate."""
    viewer = access.membership(cohort_id, Role.ORGANISER)
    try:
        done = issue.replace(_certificate(cohort_id, certificate_id), required(), viewer.user)
    except issue.ListChanged:
        return _index(access.membership(cohort_id), 409, complaint=_changed())
    except issue.NotPossible as error:
        return _index(viewer, 409, complaint=str(error))
    flash(
        _(
            "Sertifikat pengganti %(number)s diterbitkan untuk %(name)s.",
            number=done.number,
            name=done.fields["name"],
        )
    )
    return redirect(url_for("certificates.index", cohort_id=cohort_id))


@bp.get("/kelas/<int:cohort_id>/sertifikat/<int:certificate_id>.pdf")
def pdf(cohort_id: int, certificate_id: int) -> ResponseReturnValue:
    """The bytes that were issued: for their owner while valid, and for the staff of the class."""
    viewer = access.membership(cohort_id)
    certificate = _certificate(cohort_id, certificate_id)
    if viewer.role not in access.STAFF and (
        certificate.membership_id != viewer.id or certificate.revoked_at is not None
    ):
        abort(404)
    return _pdf(certificate.pdf, archive.file_name(certificate))


@bp.get("/kelas/<int:cohort_id>/sertifikat/contoh.pdf")
def sample(cohort_id: int) -> ResponseReturnValue:
    """What a certificate of this class will look like, marked as a sample."""
    cohort = access.membership(cohort_id, Role.ORGANISER).cohort
    on = issue.today(cohort)
    titles = [title for _slug, title in required().modules]
    shared = printed.common(cohort, titles, on, _settings().public_url)
    try:
        fields = printed.sample(shared, cohort, on)
    except ValueError as error:
        flash(str(error), "warning")
        return redirect(url_for("certificates.index", cohort_id=cohort_id))
    return _pdf(drawing.draw(fields, now()), "contoh-sertifikat.pdf")


def _settings() -> Settings:
    settings: Settings = current_app.config["WORKBENCH"]
    return settings


def _pdf(data: bytes, name: str) -> ResponseReturnValue:
    answer = make_response(data)
    answer.headers["Content-Type"] = "application/pdf"
    answer.headers["Content-Disposition"] = f'inline; filename="{name}"'
    answer.headers["Content-Security-Policy"] = VIEWER
    return answer


@bp.get("/kelas/<int:cohort_id>/sertifikat.zip")
def download(cohort_id: int) -> ResponseReturnValue:
    """Every valid certificate of the class, sent while the ZIP is made."""
    access.membership(cohort_id, Role.ORGANISER)
    pieces = stream_with_context(archive.zipped(cohort_id))
    answer = Response(pieces, mimetype="application/zip")
    answer.headers["Content-Disposition"] = f'attachment; filename="sertifikat-kelas-{cohort_id}.zip"'
    return answer


@bp.route("/verifikasi/", methods=["GET", "POST"])
@limiter.limit(PER_ADDRESS)
def verify() -> ResponseReturnValue:
    """Ask for a code, or compare a file with what was issued."""
    form = FileForm()
    if request.method == "GET":
        typed = request.args.get("kode", "").strip()
        if typed:
            return redirect(url_for("certificates.shown", code=typed[:60]))
        return render_template("certificates/verify.html", form=form)
    upload = request.files.get("file")
    data = upload.read() if upload else b""
    if not data:
        form.file.errors = [_("Pilih berkas PDF sertifikat lebih dulu.")]
    elif not data.lstrip()[:5].startswith(b"%PDF"):
        form.file.errors = [_("Berkas ini bukan PDF. Pilih PDF sertifikat yang Anda terima.")]
    if form.file.errors:
        return render_template("certificates/verify.html", form=form), 422
    certificate = verification.by_file(data)
    if certificate:
        return _answer(certificate, verification.verdict(certificate), form, same_file=True)
    claimed = verification.by_code(request.form.get("kode", ""))
    return _answer(claimed, Verdict.ALTERED, form), 422


@bp.get("/verifikasi/<code>")
@limiter.limit(PER_ADDRESS)
def shown(code: str) -> ResponseReturnValue:
    """What was printed on the certificate with this code, and whether it holds."""
    certificate = verification.by_code(code)
    page = _answer(certificate, verification.verdict(certificate), FileForm(formdata=None), typed=code)
    return page, 200 if certificate else 404


def _answer(
    certificate: Certificate | None,
    word: Verdict,
    form: FileForm,
    *,
    same_file: bool = False,
    typed: str = "",
) -> str:
    cohort: Cohort | None = session().get(Cohort, certificate.cohort_id) if certificate else None
    revoked = (
        formats.day(certificate.revoked_at.astimezone(founding.zone_of(cohort)).date())
        if certificate and cohort and certificate.revoked_at
        else ""
    )
    return render_template(
        "certificates/shown.html",
        certificate=certificate,
        verdict=word,
        Verdict=Verdict,
        revoked=revoked,
        same_file=same_file,
        typed=typed[:60],
        form=form,
    )
