"""Forms about an attempt: a comment, a correction, an objection and its decision."""

from flask_babel import lazy_gettext as _
from wtforms import Field, HiddenField, IntegerField, TextAreaField
from wtforms.validators import AnyOf, DataRequired, InputRequired, Length, NumberRange, ValidationError

from workbench.exercises.models import ObjectionState
from workbench.web.forms import Form

#: A reason shorter than this, in characters and in words, is not a sentence.
SHORTEST, FEWEST_WORDS = 20, 4


def stripped(text: str | None) -> str | None:
    """Without blanks at both ends."""
    return text.strip() if text else text


class ScoreField(IntegerField):
    """A whole number; what was typed instead is told in the language of the page."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the number.

        :raises ValueError: with our sentence.
        """
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(_("Skor harus bilangan bulat 0 sampai 100.")) from None


class CommentForm(Form):
    """Something said about an attempt."""

    body = TextAreaField(
        _("Tulis komentar"),
        filters=[stripped],
        validators=[
            DataRequired(_("Tulis komentarnya dahulu.")),
            Length(max=4000, message=_("Komentar paling banyak 4.000 huruf.")),
        ],
    )


class CorrectionForm(Form):
    """A score over the machine's, with its reason; `version` is the attempt as the facilitator saw it."""

    value = ScoreField(
        _("Skor setelah koreksi"),
        validators=[
            InputRequired(_("Tulis skor 0 sampai 100.")),
            NumberRange(0, 100, _("Skor harus 0 sampai 100.")),
        ],
    )
    reason = TextAreaField(
        _("Alasan (dibaca peserta)"),
        filters=[stripped],
        validators=[
            DataRequired(_("Tulis alasannya; peserta akan membacanya.")),
            Length(max=2000, message=_("Alasan paling banyak 2.000 huruf.")),
        ],
    )
    version = HiddenField()


def a_sentence(_form: Form, field: Field) -> None:
    """At least one sentence.

    :raises ValidationError: for less.
    """
    text = field.data or ""
    if len(text) < SHORTEST or len(text.split()) < FEWEST_WORDS:
        raise ValidationError(_("Tulis alasannya dalam sedikitnya satu kalimat."))


class ObjectionForm(Form):
    """Why a participant does not agree with a finding; `finding` is its key."""

    finding = HiddenField()
    reason = TextAreaField(
        _("Mengapa temuan ini menurut Anda keliru?"),
        filters=[stripped],
        validators=[a_sentence, Length(max=2000, message=_("Alasan paling banyak 2.000 huruf."))],
    )


class DecisionForm(Form):
    """What a facilitator decides; `version` is the objection as they saw it."""

    state = HiddenField(
        validators=[AnyOf([ObjectionState.ACCEPTED, ObjectionState.REJECTED], _("Pilih terima atau tolak."))]
    )
    answer = TextAreaField(
        _("Alasan keputusan (dibaca peserta)"),
        filters=[stripped],
        validators=[
            DataRequired(_("Tulis alasannya; peserta akan membacanya.")),
            Length(max=2000, message=_("Alasan paling banyak 2.000 huruf.")),
        ],
    )
    version = HiddenField()
