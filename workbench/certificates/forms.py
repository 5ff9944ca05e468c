"""Forms around certificates."""

from flask_babel import lazy_gettext as _
from flask_wtf.file import FileField
from wtforms import StringField
from wtforms.validators import DataRequired, Length

from workbench.cohorts.forms import tidy
from workbench.web.forms import Form


class RevokeForm(Form):
    """Why a certificate no longer holds; the public page shows the reason."""

    reason = StringField(
        _("Alasan pencabutan"),
        description=_("Alasan ini tampil di halaman verifikasi publik. Jangan menulis NIP atau hal pribadi."),
        validators=[
            DataRequired(_("Tulis alasannya.")),
            Length(min=5, max=300, message=_("Alasan antara 5 dan 300 huruf.")),
        ],
        filters=[tidy],
    )


class FileForm(Form):
    """A PDF to compare with what was issued."""

    file = FileField(_("Berkas PDF sertifikat"))
