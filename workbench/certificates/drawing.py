"""From the printed fields to a PDF. The same fields give the same bytes."""

import io
import json
import threading
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import segno
import typst

TEMPLATE = Path(__file__).with_name("certificate.typ")

_one_at_a_time = threading.Lock()


@cache
def _compiler() -> Any:
    """The template with the fonts that travel with typst: no font of the machine changes a certificate."""
    fonts = typst.Fonts(include_system_fonts=False)
    return typst.Compiler(str(TEMPLATE), root=str(TEMPLATE.parent), font_paths=fonts)


def draw(fields: dict[str, Any], issued_at: datetime) -> bytes:
    """The certificate as PDF.

    The fields reach the template as data, never as source, so no sign in a name means anything there.
    `url` empty draws a sample without a code, marked as such.
    """
    inputs = {
        "fields": json.dumps(fields, ensure_ascii=False),
        "qr": _qr(fields["url"]) if fields["url"] else "",
    }
    with _one_at_a_time:
        drawn: bytes = _compiler().compile(
            format="pdf", sys_inputs=inputs, timestamp=int(issued_at.timestamp())
        )
    return drawn


def _qr(url: str) -> str:
    """A QR code as SVG that survives a photocopy: a quarter of it may be lost."""
    target = io.BytesIO()
    segno.make(url, error="q", micro=False, boost_error=False).save(
        target, kind="svg", border=0, dark="#0b3f43", xmldecl=False
    )
    return target.getvalue().decode("ascii")
