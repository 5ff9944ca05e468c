"""Documents set beside each other: rows of own files, of kept reviews and typed objectives as one chain."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from flask import current_app
from flask_babel import gettext as _
from itsdangerous import BadData, URLSafeSerializer

from workbench.documents.finding import AGREEMENT, RENSTRA_TABLE
from workbench.exercises.kinds.agreement import objectives
from workbench.exercises.kinds.base import Document
from workbench.inspection.carrying import LARGEST
from workbench.inspection.subjects import Subject
from workbench.people.access import person
from workbench.reviewer import review_chain
from workbench.reviewer.document import Chain, Position, Row
from workbench.reviewer.following import LINKS

#: The kind of a kept chain, beside those of `documents.finding`.
CHAIN = "chain"

#: Most rows of one document; a unit's own are far fewer, a whole region's say nothing to one chain.
MOST = 200

#: Most letters of a kept review's name.
LONGEST_NAME = 200

CELLS = ("sasaran", "indikator", "satuan", "target")
#: The members of a Chain, by the key of the document.
_MEMBERS = {"rpjmd": "rpjmd", "renstra": "renstra", "iku": "iku", "perjanjian": "agreement"}


class NotLinked(Exception):
    """A sentence for the person about a document that cannot be set beside others."""


@dataclass(frozen=True, slots=True)
class Linked:
    """One document: where its rows come from, in words (empty: typed on the page), and the rows."""

    source: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Linking:
    """The documents that are there, by their key in LINKS, and whose agreement it is.

    Has what keeping asks of something reviewed: name, kind, place, position, content and review.
    """

    links: Mapping[str, Linked]
    position: Position = Position.AGENCY_HEAD

    kind = CHAIN

    @property
    def file_name(self) -> str:
        """The name of the lowest document that is a file, as long as a kept review can name it."""
        sources = [one.source for key in LINKS if (one := self.links.get(key)) and one.source]
        return sources[-1][:LONGEST_NAME] if sources else str(_("diketik di halaman"))

    @property
    def place(self) -> str:
        """Which documents, from the top down; in Indonesian as all places are."""
        names = ("RPJMD", "Renstra", "tabel IKU", "perjanjian kinerja")
        return " → ".join(name for key, name in zip(LINKS, names, strict=True) if key in self.links)

    @property
    def chain(self) -> Chain:
        """What the reviewer compares."""
        rows = {_MEMBERS[key]: one.rows for key, one in self.links.items()}
        return replace(Chain(position=self.position, name=self.file_name), **cast(Any, rows))

    def review(self) -> Document:
        """What the reviewer says about it."""
        return cast(Document, review_chain(self.chain))

    def content(self) -> dict[str, Any]:
        """As plain values, from which `restored` makes the same again."""
        return {
            key: {"source": one.source, "rows": [[row.cell(name) for name in CELLS] for row in one.rows]}
            for key, one in self.links.items()
        }


def restored(content: Mapping[str, Any], position: Position) -> Linking:
    """What `content` said."""
    links = {
        key: Linked(str(content[key]["source"]), _numbered(content[key]["rows"]))
        for key in LINKS
        if key in content
    }
    return Linking(links, position)


def linked(subject: Subject) -> Linked:
    """The rows of a document that was read. Raises NotLinked where they are none or too many."""
    rows = [
        [row.cell(name) for name in CELLS]
        for row in subject.table.rows
        if row.sasaran.strip() or row.indikator.strip()
    ]
    if not rows:
        raise NotLinked(_("Tidak ada sasaran atau indikator di berkas ini."))
    if len(rows) > MOST:
        told = _(
            "Berkas ini memuat %(count)s baris; yang dapat disandingkan paling banyak %(most)s. Salin hanya "
            "baris perangkat daerah Anda ke berkas baru, lalu pilih lagi.",
            count=len(rows),
            most=MOST,
        )
        raise NotLinked(told)
    return Linked(f"{subject.file_name}, {subject.place}", _numbered(rows))


def typed(text: str) -> Linked | None:
    """Objectives that were typed, one on a line; None where there are none. Raises NotLinked for too many."""
    found = [line for line in objectives(text) if line]
    if len(found) > MOST:
        raise NotLinked(_("Paling banyak %(most)s sasaran.", most=MOST))
    return Linked("", _numbered([[line] for line in found])) if found else None


def slot_of(subject: Subject) -> str:
    """Which document of a chain something that was read probably is."""
    return {AGREEMENT: "perjanjian", RENSTRA_TABLE: "renstra"}.get(subject.kind, "iku")


def seal(linking: Linking) -> str:
    """The documents as one text for a hidden field."""
    packed = _signer().dumps(linking.content())
    return packed.decode() if isinstance(packed, bytes) else packed


def unseal(text: str, position: Position) -> Linking:
    """The documents again; none for an empty text. Raises NotLinked for what `seal` has not made."""
    if not text:
        return Linking({}, position)
    lost = NotLinked(_("Berkas yang tadi dipilih tidak ikut terkirim dengan utuh. Pilih sekali lagi."))
    if len(text) > LARGEST:
        raise lost
    try:
        return restored(_signer().loads(text), position)
    except (BadData, KeyError, TypeError, ValueError) as error:
        raise lost from error


def _signer() -> URLSafeSerializer:
    """Bound to the account, as in `carrying`: what comes back is what we made for this person."""
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt=f"chain-1-{person().id}")


def _numbered(rows: list[list[str]]) -> tuple[Row, ...]:
    return tuple(
        Row(number, **dict(zip(CELLS, cells, strict=False))) for number, cells in enumerate(rows, start=1)
    )
