"""What was read travels in the page, signed and compressed: between the steps nothing is kept here.

The signature is bound to the account. A page that is sent on after somebody else signed in at the same
machine is refused, and what comes back is what we made ourselves, so unpacking it is safe.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from flask import current_app
from flask_babel import gettext as _
from itsdangerous import BadData, URLSafeSerializer

from workbench.documents import agreements, cascades
from workbench.documents.finding import Column, Found
from workbench.people.access import person

#: Most that travels, in characters: a table of 5,000 full rows fits.
LARGEST = 1_000_000


class NotCarried(Exception):
    """A sentence for the person about what cannot travel or did not come back whole."""


@dataclass(frozen=True, slots=True)
class Brought:
    """A document as it was understood: the name of its file and everything found in it."""

    file_name: str
    found: tuple[Found, ...]


def pack(brought: Brought) -> str:
    """The document as one text for a hidden field. Raises NotCarried where it is too much."""
    packed = _signer().dumps({"file": brought.file_name, "found": [_bare(one) for one in brought.found]})
    text = packed.decode() if isinstance(packed, bytes) else packed
    if len(text) > LARGEST:
        raise NotCarried(
            _(
                "Berkas ini memuat terlalu banyak isi untuk diperiksa sekaligus. Salin hanya tabel yang "
                "ingin diperiksa ke berkas baru, lalu kirim lagi."
            )
        )
    return text


def unpack(text: str) -> Brought:
    """The document again. Raises NotCarried for anything but what `pack` made for this account."""
    lost = NotCarried(
        _("Isi berkas tidak ikut terkirim dengan utuh. Pilih berkasnya sekali lagi; tidak ada yang disimpan.")
    )
    if len(text) > LARGEST:
        raise lost
    try:
        data = _signer().loads(text)
        return Brought(data["file"], tuple(_full(one) for one in data["found"]))
    except (
        BadData,
        KeyError,
        TypeError,
        ValueError,
    ) as error:  # signed under an earlier version of this shape
        raise lost from error


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt=f"inspection-1-{person().id}")


def _bare(found: Found) -> dict[str, Any]:
    agreement, cascade = found.agreement, found.cascade
    whole = {name: getattr(found, name) for name in ("kind", "where", "header_row", "count", "notes", "name")}
    return whole | {
        "columns": [asdict(column) for column in found.columns],
        "preview": found.preview,
        "body": _filled(found.body),
        "agreement": agreements.to_record(agreement) if agreement else None,
        "cascade": cascades.to_record(cascade) if cascade else None,
    }


def _filled(rows: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """The rows up to the last one in which something stands; a sheet may have thousands after it."""
    last = max((number for number, row in enumerate(rows, start=1) if any(map(str.strip, row))), default=0)
    return list(rows[:last])


def _full(data: dict[str, Any]) -> Found:
    notes = tuple(data["notes"])
    of_agreement, of_cascade = data["agreement"], data.get("cascade")
    agreement = replace(agreements.from_record(of_agreement), notes=notes) if of_agreement else None
    cascade = replace(cascades.from_record(of_cascade), notes=notes) if of_cascade else None
    rows = {name: tuple(tuple(row) for row in data[name]) for name in ("preview", "body")}
    columns = tuple(Column(**column) for column in data["columns"])
    whole = {"columns": columns, "notes": notes, "agreement": agreement, "cascade": cascade}
    return Found(**{**data, **rows, **whole})
