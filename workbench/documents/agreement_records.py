"""An agreement or a chain from YAML or JSON: parts under the names of `document.py` or usual ones."""

from collections.abc import Mapping
from typing import Any

from ..reviewer.document import FIELDS, Agreement, Chain, Party, Position, Programme, Row
from .headings import field_of
from .records import parsed, position_of, text_of
from .unreadable import Unreadable

#: Other names of a part, as people write them.
ALSO: Mapping[str, tuple[str, ...]] = {
    "position": ("posisi", "jenjang"),
    "unit": ("unit_kerja", "opd"),
    "year": ("tahun",),
    "annex_year": ("tahun_lampiran",),
    "place": ("tempat",),
    "date": ("tanggal",),
    "budget_date": ("tanggal_dpa",),
    "first": ("pihak_pertama",),
    "second": ("pihak_kedua",),
    "rows": ("sasaran", "indikator", "baris"),
    "programmes": ("program", "kegiatan"),
    "total": ("jumlah", "total_anggaran"),
    "iku": ("daftar_iku",),
    "superior": ("indikator_atasan",),
    "rpjmd": ("sasaran_rpjmd",),
    "renstra": ("sasaran_renstra",),
    "agreement": ("perjanjian", "perjanjian_kinerja"),
    "name": ("nama",),
    "nip": (),
    "rank": ("pangkat",),
    "budget": ("anggaran", "pagu"),
    "note": ("keterangan", "sumber_dana"),
}


def read_agreement(
    data: bytes, kind: str, name: str = "", position: Position | None = None
) -> Agreement | None:
    """The agreement in a YAML or JSON file, None where it holds a table only. Raises Unreadable.

    It may stand alone or under the key `agreement`; `kind` is "yaml" or "json".
    """
    content = parsed(data, kind)
    if isinstance(content, Mapping) and isinstance(content.get("agreement"), Mapping):
        content = content["agreement"]
    if not isinstance(content, Mapping) or not isinstance(_part(content, "first"), Mapping):
        return None
    year, annex_year = _part(content, "year"), _part(content, "annex_year")
    return Agreement(
        unit=text_of(_part(content, "unit")),
        year=text_of(year),
        annex_year=text_of(year if annex_year is None else annex_year),
        place=text_of(_part(content, "place")),
        date=text_of(_part(content, "date")),
        budget_date=text_of(_part(content, "budget_date")),
        total=text_of(_part(content, "total")),
        position=position or position_of(_part(content, "position")) or Position.AGENCY_HEAD,
        first=_party(_part(content, "first")),
        second=_party(_part(content, "second") or {}),
        rows=tuple(_row(number, row) for number, row in enumerate(_list(content, "rows"), start=1)),
        programmes=tuple(
            _programme(number, line) for number, line in enumerate(_list(content, "programmes"), start=1)
        ),
        iku=_known_rows(content, "iku", "indikator"),
        superior=_names(content, "superior"),
        rpjmd=_known_rows(content, "rpjmd", "sasaran"),
        renstra=_known_rows(content, "renstra", "sasaran"),
        name=name,
    )


def read_chain(data: bytes, kind: str, name: str = "", position: Position | None = None) -> Chain | None:
    """The chain in a YAML or JSON file: two or more of its documents as lists. None where it holds none.

    Raises Unreadable.
    """
    content = parsed(data, kind)
    keys = ("rpjmd", "renstra", "iku", "agreement")
    if not isinstance(content, Mapping) or sum(isinstance(_part(content, key), list) for key in keys) < 2:
        return None
    return Chain(
        rpjmd=_named_rows(content, "rpjmd", "sasaran"),
        renstra=_named_rows(content, "renstra", "sasaran"),
        iku=_named_rows(content, "iku", "indikator"),
        agreement=_named_rows(content, "agreement", "indikator"),
        position=position or position_of(_part(content, "position")) or Position.AGENCY_HEAD,
        name=name,
    )


def _part(content: Mapping[str, Any], key: str) -> Any:
    return next((content[name] for name in (key, *ALSO[key]) if content.get(name) is not None), None)


def _list(content: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    value = _part(content, key)
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
        raise Unreadable(f"Bagian “{key}” harus berupa daftar, satu isian untuk satu baris.")
    return value


def _names(content: Mapping[str, Any], key: str) -> tuple[str, ...] | None:
    value = _part(content, key)
    if value is None:
        return None
    if not isinstance(value, list):
        raise Unreadable(f"Bagian “{key}” harus berupa daftar nama indikator.")
    return tuple(text_of(name) for name in value)


def _named_rows(content: Mapping[str, Any], key: str, name: str) -> tuple[Row, ...]:
    """Rows of another document, of which a plain text is the cell `name`."""
    value = _part(content, key) or []
    if not isinstance(value, list):
        raise Unreadable(f"Bagian “{key}” harus berupa daftar.")
    return tuple(
        _row(number, one) if isinstance(one, Mapping) else Row(number, **{name: text_of(one)})
        for number, one in enumerate(value, start=1)
    )


def _known_rows(content: Mapping[str, Any], key: str, name: str) -> tuple[Row, ...] | None:
    """The same, None where the file does not speak of that document."""
    return None if _part(content, key) is None else _named_rows(content, key, name)


def _party(value: Any) -> Party:
    if not isinstance(value, Mapping):
        raise Unreadable("Pihak pertama dan pihak kedua masing-masing ditulis dengan “name” dan “position”.")
    office = value.get("position") or value.get("jabatan")
    return Party(
        text_of(_part(value, "name")), text_of(office), *(text_of(_part(value, k)) for k in ("nip", "rank"))
    )


def _row(number: int, value: Mapping[str, Any]) -> Row:
    known = {field_of(str(key)): text_of(cell) for key, cell in reversed(list(value.items()))}
    return Row(number, **{name: known[name] for name in FIELDS if name in known})


def _programme(number: int, value: Mapping[str, Any]) -> Programme:
    title = value.get("name") or value.get("nama") or value.get("program") or value.get("kegiatan")
    return Programme(number, text_of(title), *(text_of(_part(value, k)) for k in ("budget", "note")))
