"""What somebody typed before their session ended, carried through signing in.

The sign-in page repeats the fields of the refused form as hidden fields; after signing in the browser is
told (307) to send the whole form again to where it was going. Nothing is kept on the server.
"""

from urllib.parse import urlsplit

from flask import request

#: Marks a sign-in form that carries somebody's fields.
MARK = "parked"
PREFIX = "masuk-"


def parked_fields() -> list[tuple[str, str]]:
    """Name and value of every typed field of this request, without tokens and passwords."""
    return [
        (name, value)
        for name, value in request.form.items(multi=True)
        if not name.startswith(PREFIX) and not name.endswith("csrf_token") and name != MARK
    ]


def safe_target(target: str | None) -> str | None:
    """`target` if it is a path on this site, otherwise None (no open redirect)."""
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")):
        return None
    parts = urlsplit(target)
    return target if not parts.scheme and not parts.netloc and "\\" not in target else None
