"""DOCX as paragraphs and tables in their order. Only the text part is opened: nothing is run or fetched."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from .archive import UNPACKED, UNPACKED_XML, declares, whole
from .grid import COLUMNS, ROWS, Grid
from .headings import field_of
from .remarks import MACROS
from .unreadable import Unreadable

#: Most cells of all tables that are read.
CELLS = 300_000

#: The character style by which our own papers tell the unit of a target from the target.
UNIT_STYLE = "Satuan"

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_PROTECTED = (
    "Dokumen ini dilindungi kata sandi atau berformat Word lama (.doc). Simpan sebagai .docx tanpa kata "
    "sandi, lalu kirim lagi."
)
_BROKEN = "Dokumen Word ini rusak sehingga tidak dapat dibuka. Buka di Word, simpan ulang, lalu kirim lagi."
_STRANGE = (
    "Berkas ini bernama .docx tetapi isinya bukan dokumen Word. Buka berkas aslinya, pilih Simpan Sebagai, "
    "lalu DOCX."
)
_TOO_MUCH = "Isi dokumen ini setelah dibuka terlalu besar. Salin hanya tabelnya ke dokumen baru."

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_TARGET = re.compile(r"[≥≤<>=±~]*\s*\d")  # how a target begins, and a unit does not

#: What is not text of the document as it stands: deletions, field codes, drawings, second copies.
_SKIPPED = {
    "del",
    "moveFrom",
    "instrText",
    "delText",
    "txbxContent",
    "Fallback",
    "drawing",
    "pict",
    "rPr",
    "pPr",
}

#: Signs that Word takes from the font Symbol, by their code there.
_SYMBOLS = {
    "A3": "≤",
    "B3": "≥",
    "B1": "±",
    "B4": "×",
    "B8": "÷",
    "B9": "≠",
    "BB": "≈",
    "25": "%",
    "3C": "<",
    "3D": "=",
    "3E": ">",
    "2D": "-",
    "53": "Σ",
    "E5": "Σ",
    "D7": "·",
    "B0": "°",
}

#: A paragraph, or a table.
Block = str | Grid


def read(data: bytes) -> tuple[Block, ...]:
    """Paragraphs and tables in reading order; merged cells hold their text in every row they span.

    Raises Unreadable.
    """
    from docx.oxml.parser import (
        parse_xml,
    )  # resolves no entities and reads nothing outside the text it is given

    xml = _text_part(data)
    if declares(xml):
        raise Unreadable(_STRANGE)
    try:
        document = parse_xml(xml)
    except (SyntaxError, ValueError) as error:
        raise Unreadable(_BROKEN) from error
    if document.getroottree().docinfo.doctype:  # in an encoding in which it could not be seen
        raise Unreadable(_STRANGE)
    body = next((child for child in document if _name(child) == "body"), None)
    if body is None:
        raise Unreadable(_BROKEN)
    blocks = _continued(list(_blocks(body)))
    if not any(block.strip() if isinstance(block, str) else block.cells for block in blocks):
        if any(_name(element) in ("drawing", "pict", "object") for element in body.iter()):
            raise Unreadable(
                "Dokumen ini hanya memuat gambar, misalnya hasil pindaian. Ketik tabelnya di Word atau "
                "Excel, lalu kirim lagi."
            )
        raise Unreadable("Dokumen ini kosong. Isi tabelnya lebih dulu, lalu kirim lagi.")
    return blocks


def _continued(blocks: list[Block]) -> tuple[Block, ...]:
    """The blocks, every table whole that a page cut in two: only blank lines between, no other headings."""
    whole: list[Block] = []
    last = -1  # the place of the last block in which something stands
    for block in blocks:
        above = whole[last] if last >= 0 else ""
        if isinstance(block, Grid) and isinstance(above, Grid) and _goes_on(above, block):
            again = block.cells[0] == above.cells[0]
            whole[last:] = [Grid((*above.cells, *block.cells[again:]), above.notes)]
            continue
        whole.append(block)
        if isinstance(block, Grid) or block.strip():
            last = len(whole) - 1
    return tuple(whole)


def _goes_on(above: Grid, below: Grid) -> bool:
    """Whether a table is the rest of the one above it: as wide, and headed the same or not at all."""
    if not (above.cells and below.cells) or len(above.cells[0]) != len(below.cells[0]) or _known(above) < 2:
        return False
    filled = sum(bool(text.strip()) for text in below.cells[0])
    return below.cells[0] == above.cells[0] or (_known(below) == 0 and filled > 2)


def best_table(data: bytes) -> Grid:
    """The table whose headings are known best as an indicator table; a remark where there are several."""
    tables = [block for block in read(data) if isinstance(block, Grid)]
    if not tables:
        raise Unreadable(
            "Dokumen ini tidak memuat tabel. Ketik indikatornya dalam tabel dengan judul kolom, lalu kirim "
            "lagi."
        )
    number, best = max(enumerate(tables, start=1), key=lambda item: (_known(item[1]), -item[0]))
    if len(tables) > 1:
        return Grid(best.cells, (*best.notes, f"Yang dibaca tabel ke-{number} dari {len(tables)} tabel."))
    return best


def _known(table: Grid) -> int:
    return max((len({field_of(cell) for cell in row} - {None}) for row in table.cells[:40]), default=0)


def _text_part(data: bytes) -> bytes:
    """The XML of the text, after looking at the archive without unpacking it."""
    if data.startswith(_OLE):
        raise Unreadable(_PROTECTED)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            inside = parts.infolist()
            if any(part.flag_bits & 1 for part in inside):
                raise Unreadable(_PROTECTED)
            if any(part.filename.casefold().endswith("vbaproject.bin") for part in inside):
                raise Unreadable(MACROS)
            texts = [part for part in inside if part.filename in ("word/document.xml", "word/document2.xml")]
            if not texts:
                raise Unreadable(_STRANGE)
            if sum(part.file_size for part in inside) > UNPACKED or texts[0].file_size > UNPACKED_XML:
                raise Unreadable(_TOO_MUCH)
            return whole(parts, texts[0])
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, EOFError, OSError) as error:
        raise Unreadable(_BROKEN if data.startswith(b"PK") else _STRANGE) from error


def _name(element: Any) -> str:
    """The name without its namespace; "" for comments and processing instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _value(element: Any, path: tuple[str, ...], attribute: str = "val") -> str | None:
    """The attribute of the first element under `path`, None where there is no such element."""
    for name in path:
        element = next((child for child in element if _name(child) == name), None)
        if element is None:
            return None
    return str(element.get(_W + attribute) or element.get(_STRICT + attribute) or "")


def _blocks(parent: Any) -> Iterator[Block]:
    for child in parent:
        name = _name(child)
        if name == "p":
            yield _text(child)
            for box in _text_boxes(child):
                yield from _blocks(box)
        elif name == "tbl":
            yield from _table(child)
        elif name not in _SKIPPED and name not in ("sectPr", "tblPr", "tblGrid", "tcPr", "trPr"):
            yield from _blocks(child)


def _text_boxes(element: Any) -> Iterator[Any]:
    """The text boxes that hang on a paragraph, each once: Word keeps a second copy for old programs."""
    for child in element:
        if _name(child) == "txbxContent":
            yield child
        elif _name(child) not in ("Fallback", "del", "moveFrom"):
            yield from _text_boxes(child)


def _text(element: Any) -> str:
    """The text as it stands: insertions count, deletions do not."""
    pieces: list[str] = []
    for child in element:
        name = _name(child)
        if name == "t":
            pieces.append(child.text or "")
        elif name == "tab":
            pieces.append("\t")
        elif name in ("br", "cr"):
            pieces.append("\n")
        elif name == "noBreakHyphen":
            pieces.append("-")
        elif name == "sym":
            pieces.append(_SYMBOLS.get((child.get(_W + "char") or "")[-2:].upper(), ""))
        elif name == "f":
            pieces.append(_fraction(child))
        elif name not in _SKIPPED:
            pieces.append(_text(child))
    return "".join(pieces)


def _fraction(element: Any) -> str:
    """A fraction of a formula on one line, in brackets where a part has several words."""
    parts = [_text(part).strip() for part in element if _name(part) in ("num", "den")]
    return "/".join(f"({part})" if re.search(r"[\s+\-×]", part) else part for part in parts)


def _table(table: Any) -> Iterator[Grid]:
    """The table, then the tables inside its cells."""
    rows: list[list[str]] = []
    units: dict[int, dict[int, str]] = {}
    inner: list[Grid] = []
    cells = 0
    for row in _under(table, "tr"):
        if len(rows) == ROWS or cells > CELLS or _value(row, ("trPr", "del")) is not None:
            continue
        texts: list[str] = [""] * min(int(_value(row, ("trPr", "gridBefore")) or 0), COLUMNS)
        for cell in _under(row, "tc"):
            column = len(texts)
            text, unit, nested = _cell(cell)
            inner += nested
            merge = _value(cell, ("tcPr", "vMerge"))
            if merge is not None and merge != "restart" and rows and column < len(rows[-1]):
                text = rows[-1][column]
            if unit:
                units.setdefault(column, {})[len(rows)] = unit
            texts += [text] * max(1, min(_number(_value(cell, ("tcPr", "gridSpan"))), COLUMNS - column))
        rows.append(texts[:COLUMNS])
        cells += len(texts)
    yield Grid(tuple(tuple(row) for row in _with_units(rows, units)))
    yield from inner


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 1


def _under(parent: Any, name: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, also those inside content controls."""
    for child in parent:
        if _name(child) == name:
            yield child
        elif _name(child) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _under(child, name)


def _cell(cell: Any) -> tuple[str, str, list[Grid]]:
    """The text of a cell without its unit, the unit where our own style marks one, and tables in the cell."""
    lines: list[str] = []
    units: list[str] = []
    nested: list[Grid] = []
    for paragraph in _paragraphs(cell):
        if isinstance(paragraph, Grid):
            if len(paragraph.cells) > 1 and len(paragraph.cells[0]) > 1:
                nested.append(paragraph)
            else:  # a list laid out as a table is what the cell says
                lines += [text for row in paragraph.cells for text in row]
            continue
        marked = [run for run in paragraph.iter() if _name(run) == "r" and _is_unit(run)]
        if _typed_anew(paragraph, marked):
            marked = []
        units += [_text(run) for run in marked]
        for run in marked:
            run.getparent().remove(run)
        lines.append(_text(paragraph))
    return "\n".join(lines).strip("\n"), "".join(units).strip(" ()"), nested


def _paragraphs(parent: Any) -> Iterator[Any]:
    for child in parent:
        if _name(child) == "p":
            yield child
            for box in _text_boxes(child):
                yield from _paragraphs(box)
        elif _name(child) == "tbl":
            yield from _table(child)
        elif _name(child) not in _SKIPPED:
            yield from _paragraphs(child)


def _typed_anew(paragraph: Any, marked: list[Any]) -> bool:
    """Whether a person typed a whole target in the style of the unit that stood there."""
    text = _text(paragraph).strip()
    return text == "".join(_text(run) for run in marked).strip() and _TARGET.match(text) is not None


def _is_unit(run: Any) -> bool:
    return _value(run, ("rPr", "rStyle")) == UNIT_STYLE


def _with_units(rows: list[list[str]], units: dict[int, dict[int, str]]) -> list[list[str]]:
    """The rows with a column of units, headed Satuan, after the column they were taken from."""
    for column in sorted(units, reverse=True):
        for number, row in enumerate(rows):
            inside = "%" if column < len(row) and "%" in row[column] else ""  # our papers do not say it twice
            unit = units[column].get(number, inside if number else UNIT_STYLE)
            row.insert(min(column + 1, len(row)), unit)
    return rows
