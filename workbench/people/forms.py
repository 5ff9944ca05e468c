"""Forms for signing in, joining a class and the own account."""

from flask_babel import lazy_gettext as _
from wtforms import PasswordField, StringField
from wtforms.validators import DataRequired, EqualTo, Length, Regexp, ValidationError

from workbench.people.accounts import MINIMUM_PASSWORD
from workbench.web.forms import Form


def squeezed(text: str | None) -> str | None:
    """Without spaces at the ends and doubled spaces inside, nor signs that cannot be seen."""
    if not text:
        return text
    return " ".join("".join(sign for sign in text if sign.isprintable() or sign.isspace()).split())


def _at_most(most: int) -> Length:
    return Length(max=most, message=_("Paling banyak %(most)s huruf.", most=most))


class SignInForm(Form):
    """Name and password; prefixed, because it may carry another form's fields."""

    username = StringField(
        _("Nama pengguna"), validators=[DataRequired(_("Tulis nama pengguna Anda."))], filters=[squeezed]
    )
    password = PasswordField(_("Kata sandi"), validators=[DataRequired(_("Tulis kata sandi Anda."))])


class JoinForm(Form):
    """A class code and one's own name."""

    code = StringField(
        _("Kode kelas"),
        validators=[DataRequired(_("Tulis kode kelas yang ditampilkan di depan.")), _at_most(20)],
        filters=[squeezed],
    )
    name = StringField(
        _("Nama lengkap"),
        description=_("Seperti yang akan tercetak di sertifikat, dengan gelar."),
        validators=[
            DataRequired(_("Tulis nama lengkap Anda.")),
            Length(min=3, max=160, message=_("Nama paling sedikit 3 dan paling banyak 160 huruf.")),
            Regexp(r".*[^\W\d_].*", message=_("Nama harus memuat huruf.")),
        ],
        filters=[squeezed],
    )
    unit = StringField(
        _("OPD / instansi"),
        validators=[DataRequired(_("Tulis nama OPD Anda.")), _at_most(160)],
        filters=[squeezed],
    )
    position = StringField(_("Jabatan (boleh kosong)"), validators=[_at_most(160)], filters=[squeezed])
    password = PasswordField(
        _("Buat kata sandi"),
        description=_("Paling sedikit 8 huruf atau angka. Dipakai untuk masuk lagi dari perangkat mana pun."),
        validators=[
            DataRequired(_("Buat kata sandi.")),
            Length(min=MINIMUM_PASSWORD, max=200, message=_("Kata sandi paling sedikit 8 huruf atau angka.")),
        ],
    )


class PasswordForm(Form):
    """A new password, typed twice."""

    current = PasswordField(
        _("Kata sandi sekarang"), validators=[DataRequired(_("Tulis kata sandi Anda sekarang."))]
    )
    password = PasswordField(
        _("Kata sandi baru"),
        validators=[
            DataRequired(_("Tulis kata sandi baru.")),
            Length(min=MINIMUM_PASSWORD, max=200, message=_("Kata sandi paling sedikit 8 huruf atau angka.")),
        ],
    )
    again = PasswordField(
        _("Kata sandi baru, sekali lagi"),
        validators=[EqualTo("password", _("Kedua kata sandi baru tidak sama."))],
    )

    def validate_password(self, field: PasswordField) -> None:
        """A new password has to be new."""
        if field.data and field.data == self.current.data:
            raise ValidationError(_("Kata sandi baru masih sama dengan yang lama."))
