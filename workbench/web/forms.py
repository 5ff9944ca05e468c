"""The form that every form of ours is: what WTForms would say in English, it says in our words."""

from typing import Any

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm

#: Sentences of WTForms itself, of the fields and validators that we use. A form usually says something more
#: helpful; these are left for what only a tampered page can send.
WORDS = {
    "This field is required.": _("Isian ini perlu diisi."),
    "Not a valid choice.": _("Pilih salah satu dari daftar."),
    "Invalid Choice: could not coerce.": _("Pilih salah satu dari daftar."),
    "Not a valid integer value.": _("Tulis angka bulat, misalnya 80."),
    "Not a valid date value.": _("Tanggal tidak dikenal. Contoh: 20/11/2026."),
    "Not a valid time value.": _("Jam tidak dikenal. Contoh: 08.00."),
    "Number must be at least %(min)s.": _("Paling sedikit %(min)s."),
    "Number must be at most %(max)s.": _("Paling banyak %(max)s."),
    "Number must be between %(min)s and %(max)s.": _("Antara %(min)s dan %(max)s."),
    "Field must be at least %(min)d character long.": _("Paling sedikit %(min)d huruf."),
    "Field cannot be longer than %(max)d character.": _("Paling banyak %(max)d huruf."),
    "Field must be between %(min)d and %(max)d characters long.": _(
        "Paling sedikit %(min)d dan paling banyak %(max)d huruf."
    ),
    "Field must be equal to %(other_name)s.": _("Kedua isian tidak sama."),
    "Invalid input.": _("Isian ini tidak dapat diterima. Periksa penulisannya."),
    "Invalid value, must be one of: %(values)s.": _("Pilih salah satu dari daftar."),
}


class _OurWords:
    """What WTForms asks for the words of its sentences; a sentence it does not know stays as it is."""

    def gettext(self, string: str) -> str:
        """Our words for a sentence, in the language of the page."""
        return str(WORDS.get(string, string))

    def ngettext(self, singular: str, _plural: str, _n: int) -> str:
        """As `gettext`: our words serve for one and for many."""
        return self.gettext(singular)


class Form(FlaskForm):
    """A form whose every complaint is in the language of the page."""

    class Meta(FlaskForm.Meta):
        """WTForms with our words."""

        def get_translations(self, form: Any) -> _OurWords:
            """Not Flask-WTF's: WTForms has no Indonesian."""
            return _OurWords()
