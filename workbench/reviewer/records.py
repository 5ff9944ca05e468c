"""Agreements, cascades and chains as plain mappings, the shape of their YAML and JSON and of stored answers.

Reading is strict: everything unknown or of the wrong kind is told at once, each with its place, so that
nothing that was typed is lost in silence. Keys are those of `document.py`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields, replace
from typing import Any

from .document import FIELDS, Agreement, Box, Cascade, Chain, Party, Position, Programme, Row

_AGREEMENT_TEXTS = ("name", "unit", "year", "annex_year", "place", "date", "budget_date", "total")
#: The plans above an IKU table.
_PLANS = ("rpjmd", "renstra")
_MOST = 2000  # rows, lines or boxes of one document


class Misshapen(ValueError):
    """A mapping that is no such document; `problems` says what and where, one sentence each."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(self.problems))


def agreement_of(data: object) -> Agreement:
    """The agreement in a mapping. Raises Misshapen with every problem."""
    problems: list[str] = []
    lists = ("rows", "programmes", "iku", "superior", *_PLANS)
    known = (*_AGREEMENT_TEXTS, "position", "first", "second", *lists)
    found = _mapping(data, "perjanjian", known, problems)
    texts: dict[str, Any] = {
        name: _text(found.get(name), f"perjanjian.{name}", problems) for name in _AGREEMENT_TEXTS
    }
    agreement = Agreement(
        position=_position(found.get("position"), "perjanjian", problems),
        first=_party(found.get("first"), "pihak pertama", problems),
        second=_party(found.get("second"), "pihak kedua", problems),
        rows=tuple(_row(row, number, problems) for number, row in _list(found, "rows", "baris", problems)),
        programmes=tuple(
            _programme(line, number, problems)
            for number, line in _list(found, "programmes", "program", problems)
        ),
        iku=_known_rows(found, "iku", "indikator", problems),
        superior=_names(found, "superior", problems),
        rpjmd=_known_rows(found, "rpjmd", "sasaran", problems),
        renstra=_known_rows(found, "renstra", "sasaran", problems),
    )
    if problems:
        raise Misshapen(problems)
    return replace(agreement, **texts)


def cascade_of(data: object) -> Cascade:
    """The cascade in a mapping. Raises Misshapen with every problem."""
    problems: list[str] = []
    found = _mapping(data, "pohon", ("name", "boxes"), problems)
    boxes = tuple(_box(box, number, problems) for number, box in _list(found, "boxes", "kotak", problems))
    name = _text(found.get("name"), "pohon.name", problems)
    if problems:
        raise Misshapen(problems)
    return Cascade(boxes, name)


def chain_of(data: object) -> Chain:
    """The chain in a mapping; a plan may be a list of objectives. Raises Misshapen with every problem."""
    problems: list[str] = []
    found = _mapping(data, "rantai", ("name", "position", *_PLANS, "iku", "agreement"), problems)
    chain = Chain(
        rpjmd=_named_rows(found, "rpjmd", "sasaran", problems),
        renstra=_named_rows(found, "renstra", "sasaran", problems),
        iku=_named_rows(found, "iku", "indikator", problems),
        agreement=_named_rows(found, "agreement", "indikator", problems),
        position=_position(found.get("position"), "rantai", problems),
        name=_text(found.get("name"), "rantai.name", problems),
    )
    if problems:
        raise Misshapen(problems)
    return chain


def chain_record(chain: Chain) -> dict[str, Any]:
    """The mapping from which `chain_of` makes the same chain; rows are numbered by their order."""
    lists = {key: [_cells(row) for row in getattr(chain, key)] for key in (*_PLANS, "iku", "agreement")}
    return {"name": chain.name, "position": str(chain.position), **lists}


def agreement_record(agreement: Agreement) -> dict[str, Any]:
    """The mapping from which `agreement_of` makes the same agreement; rows are numbered by their order."""
    record = {name: getattr(agreement, name) for name in _AGREEMENT_TEXTS}
    record |= {"position": str(agreement.position)}
    record |= {"first": asdict(agreement.first), "second": asdict(agreement.second)}
    record["rows"] = [_cells(row) for row in agreement.rows]
    record["programmes"] = [
        {"name": line.name, "budget": line.budget, "note": line.note} for line in agreement.programmes
    ]
    if agreement.superior is not None:
        record["superior"] = list(agreement.superior)
    if agreement.iku is not None:
        record["iku"] = [_name_or_cells(row, "indikator") for row in agreement.iku]
    for key in _PLANS:
        if getattr(agreement, key) is not None:
            record[key] = [_name_or_cells(row, "sasaran") for row in getattr(agreement, key)]
    return record


def cascade_record(cascade: Cascade) -> dict[str, Any]:
    """The mapping from which `cascade_of` makes the same cascade."""
    boxes = [{**asdict(box), "position": str(box.position)} for box in cascade.boxes]
    return {"name": cascade.name, "boxes": boxes}


def _cells(row: Row) -> dict[str, str]:
    """The four cells of an agreement's row, and whatever else was typed."""
    return {name: row.cell(name) for name in FIELDS if name in FIELDS[:4] or row.cell(name)}


def _name_or_cells(row: Row, name: str) -> str | dict[str, str]:
    """The one cell that a list of names holds, else all cells."""
    cells = {field: row.cell(field) for field in FIELDS if row.cell(field)}
    return row.cell(name) if set(cells) <= {name} else cells


def _party(data: object, where: str, problems: list[str]) -> Party:
    found = _mapping(data or {}, where, _fields_of(Party), problems)
    return Party(**{key: _text(value, f"{where}.{key}", problems) for key, value in found.items()})


def _row(data: object, number: int, problems: list[str], key: str = "") -> Row:
    where = f"{key} baris {number}".strip()
    found = _mapping(data, where, FIELDS, problems)
    return Row(number, **{key: _text(value, f"{where}.{key}", problems) for key, value in found.items()})


def _programme(data: object, number: int, problems: list[str]) -> Programme:
    where = f"program {number}"
    found = _mapping(data, where, ("name", "budget", "note"), problems)
    return Programme(
        number, **{key: _text(value, f"{where}.{key}", problems) for key, value in found.items()}
    )


def _box(data: object, number: int, problems: list[str]) -> Box:
    where = f"kotak ke-{number}"
    found = _mapping(data, where, _fields_of(Box), problems)
    position = _position(found.pop("position", None), where, problems)
    cells: dict[str, Any] = {key: _text(value, f"{where}.{key}", problems) for key, value in found.items()}
    if not cells.get("key", "").strip():
        cells["key"] = f"K{number}"
    return Box(**cells, position=position)


def _fields_of(shape: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(shape))


def _mapping(data: object, where: str, known: tuple[str, ...], problems: list[str]) -> dict[str, Any]:
    """The pairs of a mapping that are known there; the others are told."""
    if not isinstance(data, Mapping):
        problems.append(f"Bagian {where} harus berupa pasangan kunci dan isi.")
        return {}
    unknown = [str(key) for key in data if key not in known]
    if unknown:
        problems.append(
            f"Kunci “{'”, “'.join(unknown)}” di {where} tidak dikenal. Yang dikenal: {', '.join(known)}."
        )
    return {key: value for key, value in data.items() if key in known}


def _list(
    found: Mapping[str, Any], key: str, where: str, problems: list[str]
) -> Iterable[tuple[int, object]]:
    value = found.get(key)
    if value is None or value == "":
        return ()
    if not isinstance(value, list | tuple):
        problems.append(f"Bagian {where} harus berupa daftar.")
        return ()
    if len(value) > _MOST:
        problems.append(f"Bagian {where} memuat lebih dari {_MOST} isian.")
        return ()
    return enumerate(value, start=1)


def _names(found: Mapping[str, Any], key: str, problems: list[str]) -> tuple[str, ...] | None:
    """A list of indicator names; None where the key is not there, which means that they are not known."""
    if found.get(key) is None:
        return None
    return tuple(
        _text(name, f"{key} {number}", problems) for number, name in _list(found, key, key, problems)
    )


def _named_rows(found: Mapping[str, Any], key: str, name: str, problems: list[str]) -> tuple[Row, ...]:
    """Rows, of which a plain text is the cell `name`."""
    return tuple(
        _row(item if isinstance(item, Mapping) else {name: item}, number, problems, key)
        for number, item in _list(found, key, key, problems)
    )


def _known_rows(found: Mapping[str, Any], key: str, name: str, problems: list[str]) -> tuple[Row, ...] | None:
    """The same, None where the key is not there, which means that they are not known."""
    return None if found.get(key) is None else _named_rows(found, key, name, problems)


def _position(value: object, where: str, problems: list[str]) -> Position:
    if value is None or value == "":
        return Position.AGENCY_HEAD
    try:
        return Position(str(value))
    except ValueError:
        problems.append(
            f"Jabatan “{value}” di {where} tidak dikenal. Pilih salah satu: {', '.join(Position)}."
        )
        return Position.AGENCY_HEAD


def _text(value: object, where: str, problems: list[str]) -> str:
    """A cell as typed; numbers as Indonesians write them."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, float) and value == value and abs(value) != float("inf"):
        whole = value.is_integer()
        return str(int(value)) if whole else repr(value).replace(".", ",")
    problems.append(f"Isi {where} harus berupa teks.")
    return ""
