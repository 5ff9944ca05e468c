"""YAML and JSON: a list of rows, or a mapping with `rows` and perhaps `position`."""

import json
from collections.abc import Mapping
from typing import Any

import yaml

from ..reviewer.document import Position
from .delimited import decoded
from .grid import Grid
from .unreadable import Unreadable

_SHAPE = (
    "Isi berkas ini bukan daftar baris. Tulis sebagai daftar, satu baris tabel satu isian, "
    "misalnya “- sasaran: ...” lalu “indikator: ...”."
)


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
    cells = [tuple(text_of(row.get(key)) for key in columns) for row in content]
    return Grid((tuple(columns), *cells)), position


def parsed(data: bytes, kind: str) -> Any:
    """The plain value of a YAML or JSON file, `kind` being "yaml" or "json". Raises Unreadable."""
    text = decoded(data)
    try:
        if kind == "json":
            return json.loads(text)
        if (
            "&" in text
            and "*" in text
            and any(isinstance(token, yaml.AliasToken) for token in yaml.scan(text))
        ):
            raise Unreadable("Berkas YAML ini memakai rujukan (* dan &). Tulis setiap baris apa adanya.")
        return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but text, lists and mappings
    except (json.JSONDecodeError, yaml.YAMLError, RecursionError) as error:
        line = getattr(error, "lineno", None) or _line(error)
        where = f" Periksa baris {line}." if line else ""
        raise Unreadable(f"Berkas {kind.upper()} ini salah tulis sehingga tidak terbaca.{where}") from error


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
    if isinstance(value, float):
        return repr(value).replace(".", ",") if "e" not in repr(value) else f"{value:f}".replace(".", ",")
    if isinstance(value, list | Mapping):
        raise Unreadable(_SHAPE)
    return str(value)
