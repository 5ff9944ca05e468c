"""Reading content files into models. Loading collects problems with file and place; it never throws."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

M = TypeVar("M", bound=BaseModel)

_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong with a content file: which file, where in it, and what, in Indonesian."""

    path: str
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.where}: {self.message}" if self.where else f"{self.path}: {self.message}"


class BrokenContent(Exception):
    """Content that a production server must not start with."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class Strict(BaseModel):
    """Base of content models: unknown keys are errors, values are frozen and never coerced."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


def folder(name: str, root: Path | None = None) -> Path:
    """The folder of content called `name` ("modules", "exercises", "templates", "demo").

    `root` where an operator keeps content of their own; otherwise inside the installed package, and in a
    checkout at the top level of the repository.
    """
    if root is not None and (root / name).is_dir():
        return root / name
    packed = _HERE / "_content" / name
    return packed if packed.is_dir() else _HERE.parent / name


def parse_yaml(text: str, path: str) -> tuple[Any, list[Problem]]:
    """The plain value of a YAML text, or the problem with its line."""
    try:
        return yaml.load(text, Loader=yaml.CSafeLoader), []
    except yaml.MarkedYAMLError as error:
        # what was never closed is mended where it opened, everything else where the reader stumbled
        unclosed = error.context and re.search("flow|quoted", error.context)
        mark = (error.context_mark if unclosed else None) or error.problem_mark
        line = mark.line + 1 if mark else 1
        return None, [Problem(path, f"baris {line}", f"YAML tidak dapat dibaca: {error.problem or error}")]
    except yaml.YAMLError as error:
        return None, [Problem(path, "", f"YAML tidak dapat dibaca: {error}")]


def read_text(path: Path, shown: str) -> tuple[str, list[Problem]]:
    """The text of a file as UTF-8, or the problem."""
    try:
        return path.read_text(encoding="utf-8-sig"), []
    except UnicodeDecodeError:
        return "", [Problem(shown, "", "berkas bukan teks UTF-8")]
    except OSError as error:
        return "", [Problem(shown, "", f"berkas tidak dapat dibaca: {error.strerror}")]


def validate(model: type[M], value: Any, path: str) -> tuple[M | None, list[Problem]]:
    """`value` as a `model`, or every problem in it."""
    if not isinstance(value, dict):
        return None, [Problem(path, "", "isi berkas harus berupa pasangan kunci dan nilai")]
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        return None, [
            Problem(path, _place(detail["loc"]), _sentence(dict(detail), model)) for detail in error.errors()
        ]


def _place(location: tuple[int | str, ...]) -> str:
    place = ""
    for part in location:
        place += f"[{part}]" if isinstance(part, int) else f".{part}" if place else part
    return place


_TYPES = {
    "string_type": "harus teks",
    "int_type": "harus bilangan bulat",
    "float_type": "harus angka",
    "bool_type": "harus true atau false",
    "list_type": "harus daftar",
    "dict_type": "harus pasangan kunci dan nilai",
    "model_type": "harus pasangan kunci dan nilai",
    "date_type": "harus tanggal, misalnya 2026-11-20",
}
_LIMITS = {
    "greater_than": "harus lebih besar dari {gt}",
    "greater_than_equal": "paling kecil {ge}",
    "less_than": "harus lebih kecil dari {lt}",
    "less_than_equal": "paling besar {le}",
    "too_short": "paling sedikit {min_length}, sekarang {actual_length}",
    "too_long": "paling banyak {max_length}, sekarang {actual_length}",
    "string_too_short": "paling sedikit {min_length} huruf",
    "string_too_long": "paling banyak {max_length} huruf",
    "string_pattern_mismatch": "tidak sesuai pola {pattern}",
}


def _sentence(detail: dict[str, Any], model: type[BaseModel]) -> str:
    kind = detail["type"]
    context = detail.get("ctx", {})
    if kind == "missing":
        return "wajib diisi"
    if kind == "extra_forbidden":
        known = ", ".join(model.model_fields) if len(detail["loc"]) == 1 else ""
        return "kunci tidak dikenal" + (f"; yang dikenal: {known}" if known else "")
    if kind in {"literal_error", "enum"}:
        return f"harus salah satu dari {context.get('expected', '').replace(' or ', ' atau ')}"
    if kind in _LIMITS:
        return _LIMITS[kind].format(**context)
    if kind in _TYPES or kind.endswith("_type"):
        return f"jenis nilai keliru: {_TYPES.get(kind, detail['msg'])}"
    if kind == "value_error":
        return str(context.get("error", detail["msg"]))
    return str(detail["msg"])
