"""A page that is sent while it is being made, so that it can say how far the work is.

What stands before a `<!-- pause -->` in its template is sent at once; the rest follows in the same response.
"""

import zlib
from collections.abc import Callable, Iterator

from flask import Response, request, stream_template, stream_with_context

from workbench.web.errors import noted

_PAUSE = "<!-- pause -->"


def streamed(template: str, otherwise: Callable[[str], str], code: int = 200, **values: object) -> Response:
    """The page of this template, as far as it is made.

    Up to the first pause it is made before the answer begins: messages and the session are settled then, and
    an error there is an error page like any other. Where a later part fails, nothing of that part is sent,
    and the page ends with what `otherwise` makes of the number under which the failure was noted.
    """
    parts = _until_pauses(stream_template(template, **values))
    beginning = next(parts)

    def whole() -> Iterator[str]:
        yield beginning
        try:
            yield from parts
        except Exception as error:
            yield otherwise(noted(error))

    response = Response(mimetype="text/html", status=code)
    pieces: Iterator[str] | Iterator[bytes] = whole()
    if request.accept_encodings["gzip"]:  # done here, because compressing a stream usually holds it back
        pieces = _packed(whole())
        response.headers["Content-Encoding"] = "gzip"
    response.headers["X-Accel-Buffering"] = "no"
    response.response = stream_with_context(pieces)
    return response


def _until_pauses(parts: Iterator[str]) -> Iterator[str]:
    """The same text in pieces that end at a pause."""
    waiting: list[str] = []
    for part in parts:
        before, pause, after = part.rpartition(_PAUSE)
        if pause:
            yield "".join((*waiting, before))
            waiting.clear()
        waiting.append(after)
    yield "".join(waiting)


def _packed(pieces: Iterator[str]) -> Iterator[bytes]:
    """The pieces compressed, each so that it can be read before the next one comes."""
    packing = zlib.compressobj(wbits=31)
    for piece in pieces:
        yield packing.compress(piece.encode()) + packing.flush(zlib.Z_SYNC_FLUSH)
    yield packing.flush()
