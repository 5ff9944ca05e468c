"""Indonesian is the source language of every text; English comes through gettext."""

from flask import Flask, has_request_context, session
from flask_babel import Babel, gettext
from flask_login import current_user
from markupsafe import Markup

LANGUAGES = {"id": "Bahasa Indonesia", "en": "English"}

babel = Babel()


def chosen() -> str:
    """The language of this page: what was picked in this browser, else the account's, else Indonesian.

    Outside a page (commands, background work) it is Indonesian.
    """
    if not has_request_context():
        return "id"
    picked = session.get("language")
    if picked in LANGUAGES:
        return str(picked)
    if current_user and current_user.is_authenticated and current_user.language in LANGUAGES:
        return str(current_user.language)
    return "id"


def pick(language: str) -> None:
    """Remember a language for this browser.

    :raises ValueError: for a language we do not speak.
    """
    if language not in LANGUAGES:
        raise ValueError(language)
    session["language"] = language


def in_indonesian(sentence: str) -> str:
    """A sentence that is only written in Indonesian, marked and announced on a page in another language."""
    if chosen() == "id":
        return sentence
    announced = gettext("Penjelasannya dalam bahasa Indonesia:")
    return Markup('{} <span lang="id">{}</span>').format(announced, sentence)


def init_app(app: Flask) -> None:
    """Translate pages."""
    babel.init_app(app, locale_selector=chosen, default_translation_directories="translations")

    @app.context_processor
    def speak() -> dict[str, object]:
        return {
            "language": chosen(),
            "languages": LANGUAGES,
        }
