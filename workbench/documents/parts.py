"""Any file a person brings, as its parts: sheets, or one text with tables between paragraphs."""

from dataclasses import dataclass
from pathlib import Path

from . import delimited, docx, sheets
from .grid import Grid
from .tables import LARGEST, TOO_BIG, refuse_strangers
from .unreadable import Unreadable

Block = str | Grid


@dataclass(frozen=True, slots=True)
class Part:
    """A sheet or a text: its name ("" where the file is one whole), and paragraphs and grids in order.

    `cells_named` tells whether its cells have names such as C7.
    """

    name: str
    blocks: tuple[Block, ...]
    cells_named: bool = False

    @property
    def grids(self) -> list[Grid]:
        """The tables of the part."""
        return [block for block in self.blocks if isinstance(block, Grid)]


def parts_of(name: str, data: bytes) -> list[Part]:
    """What is in the file. YAML and JSON have no parts; `records` reads them. Raises Unreadable."""
    kind = Path(name).suffix.casefold()
    if len(data) > LARGEST:
        raise Unreadable(TOO_BIG)
    if not data.strip():
        raise Unreadable("Berkas ini kosong. Isi tabelnya lebih dulu, lalu kirim lagi.")
    refuse_strangers(kind, data)
    if kind == ".xlsx":
        return [Part(title, (grid,), cells_named=True) for title, grid in sheets.every(data)]
    if kind == ".docx":
        return [Part("", docx.read(data))]
    return [Part("", (delimited.read(data),), cells_named=True)]
