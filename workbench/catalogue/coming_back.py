"""From a rule back to the page that spoke of it."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from flask import current_app, url_for
from flask_babel import lazy_gettext as _
from werkzeug.exceptions import HTTPException

#: Pages that lead to a rule, and what going back to them is called.
WAYS = {
    "exercises.attempt": _("Kembali ke umpan balik"),
    "exercises.desk": _("Kembali ke latihan"),
    "exercises.objections": _("Kembali ke keberatan"),
    "inspection.kept": _("Kembali ke ulasan dokumen"),
}


@dataclass(frozen=True, slots=True)
class Way:
    """Where back is, and how it is called."""

    label: Any
    address: str


def way(typed: str) -> Way | None:
    """The way back to an address of ours with its place on the page; None for any other text.

    The address is written anew from what it means, so that a link never leads elsewhere.
    """
    try:
        parts = urlsplit(typed)
        if parts.scheme or parts.netloc:
            return None
        endpoint, values = current_app.url_map.bind("").match(parts.path, "GET")
    except (ValueError, HTTPException):
        return None
    if endpoint not in WAYS:
        return None
    return Way(WAYS[endpoint], url_for(endpoint, **values, _anchor=parts.fragment or None))
