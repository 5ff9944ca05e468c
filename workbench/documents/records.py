"""YAML and JSON: a list of rows, or a mapping with `rows` and perhaps `position`."""

import json
from collections.abc import Mapping
from decimal import Decimal
from math import isfinite
from typing import Any, NoReturn

import yaml

from ..reviewer.document import Position
from .cells import legal
from .delimited import decoded
from .grid import COLUMNS, ROWS, Grid
from .headings import field_of
from .remarks import CUT
from .unreadable import Unreadable

_SHAPE = (
    "Isi berkas ini bukan daftar baris. Tulis sebagai daftar, satu baris tabel satu isian, "
    "misalnya “- sasaran: ...” lalu “indikator: ...”."
)

_TOO_MUCH = "Isi berkas ini terlalu banyak. Salin hanya baris yang ingin diperiksa ke berkas baru."

#: The deepest lists and mappings inside each other, and the most of them with their texts, in YAML.
DEEPEST = 50
MOST = 100_000

#: The parser in C is ten times as fast; it is there wherever PyYAML brought its own.
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read(data: bytes, kind: str) -> tuple[Grid, Position | None]:
    """The cells of a YAML or JSON file and the position it names. Raises Unreadable."""
    content = parsed(data, kind)
    position = None
    if isinstance(content, Mapping):
        position = position_of(content.get("position"))
        content = content.get("rows")
    if not isinstance(content, list) or not content or not all(isinstance(row, Mapping) for row in content):
        raise Unreadable(_SHAPE)
    columns = list(dict.fromkeys(str(key) for row in content for key in row))
    columns = (
        sorted(columns, key=lambda key: field_of(key) is None)[:COLUMNS] if columns[COLUMNS:] else columns
    )
    cells = [tuple(text_of(row.get(key)) for key in columns) for row in content[:ROWS]]
    return Grid((tuple(map(legal, columns)), *cells), CUT if len(content) > ROWS else ()), position


def parsed(data: bytes, kind: str) -> Any:
    """The plain value of a YAML or JSON file, `kind` being "yaml" or "json". Raises Unreadable."""
    text = decoded(data)
    try:
        if kind == "json":
            return json.loads(text, parse_int=str, parse_float=_decimal, parse_constant=_no_number)
        _measured(text)
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - makes nothing but text, lists and mappings
    except (ValueError, yaml.YAMLError, RecursionError) as error:
        line = getattr(error, "lineno", None) or _line(error)
        where = f" Periksa baris {line}." if line else ""
        raise Unreadable(f"Berkas {kind.upper()} ini salah tulis sehingga tidak terbaca.{where}") from error


def _measured(text: str) -> None:
    """Refuse YAML that refers to itself, goes too deep or is too much, before anything is made of it."""
    depth = 0
    for number, event in enumerate(yaml.parse(text, Loader=_Loader)):
        if isinstance(event, yaml.AliasEvent):
            raise Unreadable("Berkas YAML ini memakai rujukan (* dan &). Tulis setiap baris apa adanya.")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise ValueError(depth)
        if number > MOST:
            raise Unreadable(_TOO_MUCH)


def _decimal(text: str) -> str:
    """A number as it is written, with the Indonesian comma; a power of ten is written out."""
    if "e" not in text.casefold():
        return text.replace(".", ",")
    number = float(text)
    if not isfinite(number):
        raise ValueError(text)
    return f"{Decimal(repr(number)).normalize():f}".replace(".", ",")


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)


def _line(error: Exception) -> int | None:
    mark = getattr(error, "problem_mark", None)
    return None if mark is None else int(mark.line) + 1


def position_of(value: Any) -> Position | None:
    """The position that a file names, None where it names none. Raises Unreadable for an unknown one."""
    try:
        return None if value in (None, "") else Position(str(value))
    except ValueError as error:
        known = ", ".join(Position)
        raise Unreadable(f"Jabatan “{value}” tidak dikenal. Pilih salah satu: {known}.") from error


def text_of(value: Any) -> str:
    """A plain value as a cell shows it. Raises Unreadable for a list or mapping."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, list | Mapping):
        raise Unreadable(_SHAPE)
    return legal(str(value))
