"""The form that a document comes in with."""

from flask_babel import lazy_gettext as _
from flask_wtf.file import FileField, FileRequired
from wtforms import SelectChoice, SelectField

from workbench.documents.tables import KINDS
from workbench.reviewer.document import Position
from workbench.web.forms import Form
from workbench.web.labels import POSITIONS


class BringForm(Form):
    """A file, and whose table or agreement it is."""

    file = FileField(
        _("Berkas"),
        description=_(
            "XLSX, DOCX atau CSV (juga YAML dan JSON), paling besar 5 MB. Boleh beberapa lembar dan tabel."
        ),
        validators=[FileRequired(_("Pilih berkasnya lebih dulu."))],
        render_kw={"accept": ",".join(KINDS)},
    )
    position = SelectField(
        _("Tabel atau perjanjian siapa?"),
        description=_("Jabatan menentukan tingkat hasil yang diharapkan dari indikatornya."),
        choices=[SelectChoice(value, label) for value, label in POSITIONS.items()],
        default=Position.AGENCY_HEAD.value,
    )
