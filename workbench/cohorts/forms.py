"""Forms of an organiser: the class, its sessions, its people."""

from datetime import time
from typing import Any

from flask_babel import gettext, ngettext
from flask_babel import lazy_gettext as _
from flask_wtf.file import FileField
from wtforms import (
    BooleanField,
    DateField,
    HiddenField,
    IntegerField,
    SelectChoice,
    SelectField,
    StringField,
    TextAreaField,
    TimeField,
)
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    NumberRange,
    Optional,
    Regexp,
    StopValidation,
    ValidationError,
)

from workbench.cohorts import numbering
from workbench.cohorts.roster import EMAIL
from workbench.db import now
from workbench.formats import ZONES
from workbench.web.forms import Form


def tidy(text: str | None) -> str:
    """Without control characters and repeated spaces; a field that was not sent is empty."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text or "").split())


def _required(sentence: Any, most: int = 200) -> list[Any]:
    return [DataRequired(sentence), Length(max=most, message=_at_most(most))]


def _at_most(most: int) -> Any:
    return _("Paling banyak %(most)s huruf.", most=most)


class StopsAtUnreadable:
    """What cannot be read gets one complaint, not also those of the validators."""

    def pre_validate(self, form: Form) -> None:
        """Stop where something was typed that is no number, day or time."""
        typed = getattr(self, "raw_data", None) or []
        if any(typed) and getattr(self, "process_errors", None):
            raise StopValidation


class Whole(StopsAtUnreadable, IntegerField):
    """A whole number; what was typed stays in the field, and the complaint is ours."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the typed number."""
        try:
            super().process_formdata(valuelist)
        except ValueError as error:
            raise ValueError(gettext("Tulis angka bulat, misalnya 80.")) from error


class Day(StopsAtUnreadable, DateField):
    """A day from the browser's calendar, or typed as 2026-11-20 or 20/11/2026."""

    def __init__(self, label: Any, **arguments: Any) -> None:
        super().__init__(label, format=["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"], **arguments)

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the typed day."""
        try:
            super().process_formdata(valuelist)
        except ValueError as error:
            raise ValueError(gettext("Tanggal tidak dikenal. Contoh: 20/11/2026.")) from error


class Hour(StopsAtUnreadable, TimeField):
    """A time of day, 08:00 or 08.00."""

    def __init__(self, label: Any, **arguments: Any) -> None:
        super().__init__(label, format=["%H:%M", "%H.%M", "%H:%M:%S"], **arguments)

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the typed time."""
        try:
            super().process_formdata(valuelist)
        except ValueError as error:
            raise ValueError(gettext("Jam tidak dikenal. Contoh: 08.00.")) from error


class CohortForm(Form):
    """Everything about a class that its organiser decides."""

    title = StringField(
        _("Judul bimtek dan angkatan"),
        description=_("Seperti yang tercetak di sertifikat."),
        validators=_required(_("Tulis judul bimtek.")),
        filters=[tidy],
    )
    body = StringField(
        _("Lembaga penyelenggara"), validators=_required(_("Tulis lembaga penyelenggara.")), filters=[tidy]
    )
    starts_on = Day(_("Hari pertama"), validators=[InputRequired(_("Isi tanggal hari pertama."))])
    ends_on = Day(_("Hari terakhir"), validators=[InputRequired(_("Isi tanggal hari terakhir."))])
    place = StringField(_("Tempat"), validators=_required(_("Tulis tempat bimtek.")), filters=[tidy])
    zone = SelectField(_("Zona waktu"), choices=[SelectChoice(zone, name) for zone, name in ZONES.items()])
    jp = Whole(
        _("Jumlah JP"),
        description=_("1 JP = 45 menit. Bimtek dua hari biasanya 16 JP."),
        validators=[
            InputRequired(_("Isi jumlah JP.")),
            NumberRange(1, 400, message=_("Jumlah JP antara 1 dan 400.")),
        ],
    )
    signatory_name = StringField(
        _("Nama penanda tangan"),
        description=_("Boleh dikosongkan sekarang; wajib ada sebelum sertifikat diterbitkan."),
        validators=[Length(max=160, message=_at_most(160))],
        filters=[tidy],
    )
    signatory_title = StringField(
        _("Jabatan penanda tangan"),
        validators=[Length(max=200, message=_at_most(200))],
        filters=[tidy],
    )
    number_pattern = StringField(
        _("Pola nomor sertifikat"),
        validators=_required(_("Tulis pola nomor sertifikat."), 80),
        filters=[tidy],
    )
    minimum_score = Whole(
        _("Nilai terendah setiap latihan"),
        description=_("0 sampai 100. Isi 0 bila nilai latihan tidak disyaratkan."),
        validators=[
            InputRequired(_("Isi nilainya.")),
            NumberRange(0, 100, message=_("Nilai antara 0 dan 100.")),
        ],
    )
    minimum_attendance = Whole(
        _("Kehadiran terendah (persen JP)"),
        description=_("0 sampai 100. Isi 0 bila kehadiran tidak disyaratkan."),
        validators=[
            InputRequired(_("Isi persentasenya.")),
            NumberRange(0, 100, message=_("Persentase antara 0 dan 100.")),
        ],
    )
    modules_required = BooleanField(_("Semua modul harus dibaca"))
    join_open = BooleanField(_("Orang dapat bergabung sendiri dengan kode kelas"))
    version = HiddenField()

    def validate_ends_on(self, field: Day) -> None:
        """The last day does not come before the first."""
        if field.data and self.starts_on.data and field.data < self.starts_on.data:
            raise ValidationError(gettext("Hari terakhir mendahului hari pertama."))
        if field.data and self.starts_on.data and (field.data - self.starts_on.data).days > 366:
            raise ValidationError(gettext("Bimtek lebih dari setahun. Periksa tahunnya."))

    def validate_number_pattern(self, field: StringField) -> None:
        """The pattern is tried before it is kept."""
        try:
            numbering.check(field.data or "", now().date())
        except ValueError as error:
            raise ValidationError(str(error)) from error

    def first_number(self) -> str:
        """What the pattern as typed makes of the first certificate; empty while it makes nothing."""
        try:
            return numbering.check(self.number_pattern.data or "", now().date())
        except ValueError:
            return ""


class SessionForm(Form):
    """One session of the schedule, in the zone of the class."""

    title = StringField(_("Materi atau acara"), validators=_required(_("Tulis materinya.")), filters=[tidy])
    day = Day(_("Tanggal"), validators=[InputRequired(_("Isi tanggalnya."))])
    begins = Hour(_("Jam mulai"), validators=[InputRequired(_("Isi jam mulai."))])
    ends = Hour(_("Jam selesai"), validators=[InputRequired(_("Isi jam selesai."))])
    jp = Whole(
        _("JP"),
        default=2,
        description=_("0 untuk acara yang tidak dihitung, misalnya pembukaan."),
        validators=[InputRequired(_("Isi JP-nya.")), NumberRange(0, 40, message=_("JP antara 0 dan 40."))],
    )
    seen = HiddenField()

    def validate_ends(self, field: Hour) -> None:
        """A session ends after it begins."""
        begins: time | None = self.begins.data
        if field.data and begins and field.data <= begins:
            raise ValidationError(gettext("Jam selesai harus sesudah jam mulai."))


class StaffForm(Form):
    """A facilitator: an account that exists, or a new one."""

    username = StringField(
        _("Nama pengguna"),
        description=_("Bila ia sudah punya akun. Isian lain boleh kosong."),
        validators=[Length(max=60, message=_at_most(60))],
        filters=[tidy],
    )
    name = StringField(
        _("Atau nama lengkap untuk akun baru"),
        validators=[Optional(), Length(min=3, max=160, message=_("Nama paling sedikit 3 huruf."))],
        filters=[tidy],
    )
    unit = StringField(_("Instansi"), validators=[Length(max=160, message=_at_most(160))], filters=[tidy])

    def validate_username(self, field: StringField) -> None:
        """One of the two ways has to be taken."""
        if not field.data and not self.name.data:
            raise ValidationError(gettext("Isi nama pengguna, atau nama lengkap untuk akun baru."))


class ParticipantForm(Form):
    """One participant, added or corrected by hand."""

    name = StringField(
        _("Nama lengkap dengan gelar"),
        description=_("Seperti yang akan tercetak di sertifikat."),
        validators=[
            DataRequired(_("Tulis nama lengkapnya.")),
            Length(min=3, max=160, message=_("Nama paling sedikit 3 dan paling banyak 160 huruf.")),
            Regexp(r".*[^\W\d_].*", message=_("Nama harus memuat huruf.")),
        ],
        filters=[tidy],
    )
    unit = StringField(
        _("OPD / instansi"), validators=[Length(max=160, message=_at_most(160))], filters=[tidy]
    )
    position = StringField(
        _("Jabatan (boleh kosong)"), validators=[Length(max=160, message=_at_most(160))], filters=[tidy]
    )
    nip = StringField(_("NIP (boleh kosong)"), validators=[Optional()], filters=[tidy])
    email = StringField(
        _("Email (boleh kosong)"),
        validators=[
            Optional(),
            Length(max=254, message=_at_most(254)),
            Regexp(EMAIL.pattern + "$", message=_("Alamat email tidak lengkap.")),
        ],
        filters=[tidy],
    )
    seen = HiddenField()

    def validate_nip(self, field: StringField) -> None:
        """Eighteen digits, however they are grouped."""
        digits = (field.data or "").replace(" ", "")
        if not (digits.isascii() and digits.isdigit()):
            raise ValidationError(gettext("NIP hanya berisi angka."))
        if len(digits) != 18:
            raise ValidationError(
                ngettext(
                    "NIP harus 18 angka; yang tertulis %(num)s.",
                    "NIP harus 18 angka; yang tertulis %(num)s.",
                    len(digits),
                )
            )
        field.data = digits


class ImportForm(Form):
    """A list, pasted or as a file."""

    pasted = TextAreaField(
        _("Tempel daftar dari Excel atau WhatsApp"),
        description=_(
            "Satu orang per baris, dengan atau tanpa judul kolom. "
            "Boleh nama saja, atau nama; NIP; OPD; jabatan; email."
        ),
    )
    file = FileField(
        _("Atau unggah berkas XLSX atau CSV"), description=_("Paling besar 5 MB dan 1.000 orang.")
    )
    unit = StringField(
        _("OPD untuk baris yang tidak menyebut OPD (boleh kosong)"),
        validators=[Length(max=160, message=_at_most(160))],
        filters=[tidy],
    )
