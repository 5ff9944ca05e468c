"""Signing in and out, joining a class, the own account."""

from flask import Blueprint, flash, jsonify, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user, login_user, logout_user
from sqlalchemy import func, select

from workbench import db
from workbench.cohorts.models import Cohort
from workbench.people import accounts
from workbench.people.access import person
from workbench.people.forms import JoinForm, PasswordForm, SignInForm
from workbench.people.models import Membership, Role, User
from workbench.people.parking import MARK, PREFIX, parked_fields, safe_target
from workbench.web import language
from workbench.web.safety import limiter

bp = Blueprint("people", __name__)

# A hall of sixty shares one address, so the address is allowed much and one account little.
PER_ADDRESS = "240 per minute"
PER_ACCOUNT = "10 per minute"


def _typed_username() -> str:
    return f"username:{request.form.get(PREFIX + 'username', '').strip().lower()}"


def _begin(user: User) -> None:
    session.permanent = True
    login_user(user)


def ask_to_sign_in() -> ResponseReturnValue:
    """The answer to a request without an account: typed fields stay in the sign-in form."""
    if request.accept_mimetypes.best_match(["text/html", "application/json"]) == "application/json":
        return jsonify(
            error=_("Sesi Anda berakhir."),
            advice=_("Isian tetap ada di halaman ini. Masuk lagi di tab baru, lalu simpan."),
        ), 401
    if request.method == "POST" and request.form:
        form = SignInForm(formdata=None, prefix=PREFIX)
        return render_template(
            "people/sign_in.html", form=form, target=request.full_path.rstrip("?"), parked=parked_fields()
        ), 401
    target = request.full_path.rstrip("?") if request.method == "GET" else None
    return redirect(url_for("people.sign_in", next=target))


@bp.get("/")
def front() -> ResponseReturnValue:
    """The front page; somebody signed in goes to their class or the list of their classes."""
    if not current_user.is_authenticated:
        return render_template("people/front.html")
    memberships = (
        db.session()
        .scalars(select(Membership).where(Membership.user_id == person().id).order_by(Membership.id.desc()))
        .all()
    )
    if len(memberships) == 1 and not person().may_organise:
        return redirect(url_for("progress.home", cohort_id=memberships[0].cohort_id))
    return render_template("people/classes.html", memberships=memberships)


@bp.route("/masuk", methods=["GET", "POST"])
@limiter.limit(PER_ADDRESS, methods=["POST"])
@limiter.limit(PER_ACCOUNT, key_func=_typed_username, methods=["POST"])
def sign_in() -> ResponseReturnValue:
    """Sign in; a form that was under way is sent on to where it was going."""
    form = SignInForm(prefix=PREFIX)
    target = safe_target(request.args.get("next"))
    if form.validate_on_submit():
        user = accounts.check(form.username.data or "", form.password.data or "")
        if user is not None:
            db.session().commit()
            _begin(user)
            if target and MARK in request.form:
                return redirect(target, code=307)
            return redirect(target or url_for("people.front"))
        form.password.errors = [
            _("Nama pengguna atau kata sandi tidak cocok. Periksa huruf besar dan kecil.")
        ]
    code = 200 if request.method == "GET" else 422
    parked = parked_fields() if MARK in request.form else []
    return render_template("people/sign_in.html", form=form, target=target, parked=parked), code


@bp.post("/keluar")
def sign_out() -> ResponseReturnValue:
    """Sign out; the page tells the browser to forget local copies of drafts."""
    logout_user()
    session.clear()
    return render_template("people/signed_out.html")


@bp.route("/gabung", methods=["GET", "POST"])
@limiter.limit("120 per minute", methods=["POST"])
def join() -> ResponseReturnValue:
    """Join a class with its code and one's own name."""
    form = JoinForm(code=request.args.get("kode", ""))
    if form.validate_on_submit():
        cohort = _of_code(form.code.data or "")
        if cohort is None or not cohort.join_open:
            form.code.errors = [
                _("Kode kelas tidak dikenal atau pendaftaran sudah ditutup. Tanyakan kepada panitia.")
            ]
        elif _named(cohort, form.name.data or ""):
            form.name.errors = [
                _("Nama ini sudah ada di daftar peserta. Masuklah dengan kartu akun dari penyelenggara.")
            ]
        else:
            user = accounts.create(form.name.data or "", form.password.data or "")
            accounts.enrol(user, cohort.id, Role.PARTICIPANT, form.unit.data or "", form.position.data or "")
            db.session().commit()
            _begin(user)
            return render_template("people/welcome.html", user=user, cohort=cohort)
    return render_template("people/join.html", form=form), 200 if request.method == "GET" else 422


def _of_code(typed: str) -> Cohort | None:
    """The class of a code as people type it from a screen: any case, with or without hyphen and spaces."""
    bare = typed.upper().replace(" ", "").replace("-", "")
    return db.session().scalar(select(Cohort).where(func.replace(Cohort.join_code, "-", "") == bare))


def _named(cohort: Cohort, name: str) -> bool:
    folded = accounts.fold_name(name)
    return any(
        accounts.fold_name(existing) == folded
        for existing in db.session().scalars(
            select(User.name).join(Membership).where(Membership.cohort_id == cohort.id)
        )
    )


@bp.route("/akun", methods=["GET", "POST"])
def account() -> ResponseReturnValue:
    """The own account and its password."""
    form = PasswordForm()
    if form.validate_on_submit():
        if accounts.check(person().username, form.current.data or "") is None:
            form.current.errors = [_("Kata sandi sekarang tidak cocok.")]
        else:
            user = person()
            accounts.change_password(user, form.password.data or "")
            db.session().commit()
            _begin(user)
            flash(_("Kata sandi sudah diganti. Sesi di perangkat lain telah diakhiri."))
            return redirect(url_for("people.account"))
    return render_template("people/account.html", form=form), 200 if request.method == "GET" else 422


@bp.post("/bahasa")
def speak() -> ResponseReturnValue:
    """Choose the language of the pages."""
    chosen = request.form.get("language", "")
    if chosen in language.LANGUAGES:
        language.pick(chosen)
        if current_user.is_authenticated:
            person().language = chosen
            db.session().commit()
    return redirect(safe_target(request.form.get("next")) or url_for("people.front"))


@bp.get("/sehat")
def alive() -> ResponseReturnValue:
    """For a supervisor: the server and its database answer."""
    db.session().execute(select(1))
    return jsonify(status="ok")
