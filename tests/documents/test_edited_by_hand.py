"""Out, changed by hand in LibreOffice, and in: what was changed arrives, and nothing else has moved."""

import json
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from tests.documents.sample import AGENCY, MOTHERS, TABLE
from tests.documents.shapes import SHAPES
from tests.documents.test_agreement_sheet import sheet_of
from workbench.documents import agreement_docx, agreement_xlsx, iku_xlsx
from workbench.documents.agreement_reading import read_agreement
from workbench.documents.agreement_xlsx import BUDGET_SHEET, OBJECTIVES_SHEET, STATEMENT
from workbench.documents.iku_sheet import Heading
from workbench.documents.parts import parts_of
from workbench.documents.tables import read_bytes
from workbench.reviewer.document import Agreement, Party, Programme, Row

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("slow")]

OBJECTIVES, SPENDING = "Sasaran Strategis", "Program"
LONG_LIST = SHAPES["satu sasaran 40 indikator"]


@dataclass(frozen=True)
class Edit:
    """What is written, what a person does to it, and what must then be read."""

    kind: str
    before: Any
    steps: tuple[tuple[Any, ...], ...]
    after: Any


def numbered(*rows: Row) -> tuple[Row, ...]:
    return tuple(replace(row, number=number) for number, row in enumerate(rows, start=1))


def listed(*lines: Programme) -> tuple[Programme, ...]:
    return tuple(replace(line, number=number) for number, line in enumerate(lines, start=1))


def at(agreement: Agreement, number: int, **cells: str) -> tuple[Row, ...]:
    """The rows with some cells of one of them changed."""
    return tuple(replace(row, **cells) if row.number == number else row for row in agreement.rows)


IBU, PERSALINAN, GIZI, AKIP = AGENCY.rows
SANITASI = Row(0, "Membaiknya sanitasi", "Persentase rumah tangga bersanitasi layak", "%", "88,4%")
LANSIA = Programme(0, "Program Lansia & Disabilitas", "500.000.000,00", "APBD")
NIP = "198001012005012001"

WORD = {
    "a target is typed over": Edit(
        "docx", AGENCY, (("retype", "96,5", "97,25"),), replace(AGENCY, rows=at(AGENCY, 2, target="97,25"))
    ),
    "a whole target cell is typed anew": Edit(
        "docx",
        AGENCY,
        (("type_in_cell", OBJECTIVES, "D4", "≤ 13,5 %"),),
        replace(AGENCY, rows=at(AGENCY, 3, target="≤ 13,5 %")),
    ),
    "a NIP is typed over on both pages": Edit(
        "docx",
        AGENCY,
        (("retype", AGENCY.first.nip, NIP),),
        replace(AGENCY, first=replace(AGENCY.first, nip=NIP)),
    ),
    "a programme and a new sum": Edit(
        "docx",
        AGENCY,
        (
            ("row_below", SPENDING, "B3"),
            ("type_in_cell", SPENDING, "A4", "3"),
            ("type_in_cell", SPENDING, "B4", LANSIA.name),
            ("type_in_cell", SPENDING, "C4", LANSIA.budget),
            ("type_in_cell", SPENDING, "D4", LANSIA.note),
            ("retype", AGENCY.total, "6.500.000.000,00"),
        ),
        replace(AGENCY, programmes=listed(*AGENCY.programmes, LANSIA), total="6.500.000.000,00"),
    ),
    "a sasaran with its indicator between two others": Edit(
        "docx",
        AGENCY,
        (
            ("row_below", OBJECTIVES, "C4"),
            ("type_in_cell", OBJECTIVES, "B5", SANITASI.sasaran),
            ("type_in_cell", OBJECTIVES, "C5", SANITASI.indikator),
            ("type_in_cell", OBJECTIVES, "D5", SANITASI.target),
        ),
        replace(AGENCY, rows=numbered(IBU, PERSALINAN, GIZI, SANITASI, AKIP)),
    ),
    "an indicator inside a merged sasaran": Edit(
        "docx",
        AGENCY,
        (
            ("row_below", OBJECTIVES, "C2"),
            ("type_in_cell", OBJECTIVES, "C3", SANITASI.indikator),
            ("type_in_cell", OBJECTIVES, "D3", SANITASI.target),
        ),
        replace(AGENCY, rows=numbered(IBU, replace(SANITASI, sasaran=MOTHERS), PERSALINAN, GIZI, AKIP)),
    ),
    "an indicator is deleted": Edit(
        "docx",
        AGENCY,
        (("delete_row", OBJECTIVES, "C4"),),
        replace(AGENCY, rows=numbered(IBU, PERSALINAN, AKIP)),
    ),
    "a merged sasaran is parted": Edit(
        "docx",
        AGENCY,
        (("split_down", OBJECTIVES, "B2", 2), ("type_in_cell", OBJECTIVES, "B3", "Amannya persalinan")),
        replace(AGENCY, rows=at(AGENCY, 2, sasaran="Amannya persalinan")),
    ),
    "two sasaran become one": Edit(
        "docx",
        AGENCY,
        (("type_in_cell", OBJECTIVES, "B5", ""), ("merge_down", OBJECTIVES, "B4", "B5")),
        replace(AGENCY, rows=at(AGENCY, 4, sasaran=GIZI.sasaran)),
    ),
    "the words of a sasaran over several pages": Edit(
        "docx",
        LONG_LIST,
        (("type_in_cell", OBJECTIVES, "B2", "Naiknya mutu layanan"),),
        replace(
            LONG_LIST, rows=tuple(replace(row, sasaran="Naiknya mutu layanan") for row in LONG_LIST.rows)
        ),
    ),
    "another one signs": Edit(
        "docx",
        AGENCY,
        (("retype", AGENCY.second.name, "Dr. Satria Wibawa"), ("retype", AGENCY.date, "14 Januari 2026")),
        replace(AGENCY, second=Party("Dr. Satria Wibawa", "Bupati Arunika"), date="14 Januari 2026"),
    ),
}

FIRST, SECOND, THIRD, FOURTH = TABLE.rows
NEW = Row(0, "", "Persentase rumah tangga bersanitasi layak", "%", "88,4")

SHEET = {
    "targets are typed over": Edit(
        "iku",
        TABLE,
        (("type_in", "IKU", "G6", "≤ 110"), ("type_in", "IKU", "G7", "97,5")),
        numbered(replace(FIRST, target="≤ 110"), replace(SECOND, target="97,5"), THIRD, FOURTH),
    ),
    "an indicator inside a merged sasaran": Edit(
        "iku",
        TABLE,
        (
            ("row_above", "IKU", "C7"),
            ("type_in", "IKU", "C7", NEW.indikator),
            ("type_in", "IKU", "E7", NEW.satuan),
            ("type_in", "IKU", "G7", NEW.target),
        ),
        numbered(FIRST, replace(NEW, sasaran=MOTHERS), SECOND, THIRD, FOURTH),
    ),
    "a row below the last, its target typed as a number": Edit(
        "iku",
        TABLE,
        (
            ("type_in", "IKU", "B10", SANITASI.sasaran),
            ("type_in", "IKU", "C10", NEW.indikator),
            ("type_in", "IKU", "E10", NEW.satuan),
            ("type_in", "IKU", "G10", "88.4"),
        ),
        numbered(FIRST, SECOND, THIRD, FOURTH, replace(NEW, sasaran=SANITASI.sasaran)),
    ),
    "a merged sasaran is parted": Edit(
        "iku",
        TABLE,
        (("unmerge", "IKU", "B6:B7"), ("type_in", "IKU", "B7", "Amannya persalinan")),
        numbered(FIRST, replace(SECOND, sasaran="Amannya persalinan"), THIRD, FOURTH),
    ),
    "two sasaran become one": Edit(
        "iku",
        TABLE,
        (("type_in", "IKU", "B8", "Siaganya desa"), ("merge", "IKU", "B8:B9")),
        numbered(
            FIRST, SECOND, replace(THIRD, sasaran="Siaganya desa"), replace(FOURTH, sasaran="Siaganya desa")
        ),
    ),
}

WORKSHEET = {
    "a NIP and a target are typed over": Edit(
        "worksheet",
        AGENCY,
        (("type_in", STATEMENT, "B13", NIP), ("type_in", OBJECTIVES_SHEET, "E6", "97,25")),
        replace(AGENCY, first=replace(AGENCY.first, nip=NIP), rows=at(AGENCY, 2, target="97,25")),
    ),
    "a programme and a new sum, both typed as numbers": Edit(
        "worksheet",
        AGENCY,
        (
            ("type_in", BUDGET_SHEET, "B7", LANSIA.name),
            ("type_in", BUDGET_SHEET, "C7", "500000000"),
            ("type_in", BUDGET_SHEET, "D7", LANSIA.note),
            ("type_in", BUDGET_SHEET, "C11", "6500000000"),
        ),
        replace(
            AGENCY,
            programmes=listed(*AGENCY.programmes, replace(LANSIA, budget="500.000.000")),
            total="6.500.000.000,00",
        ),
    ),
    "an indicator on a row between two others": Edit(
        "worksheet",
        AGENCY,
        (
            ("row_above", OBJECTIVES_SHEET, "C7"),
            ("type_in", OBJECTIVES_SHEET, "B7", MOTHERS),
            ("type_in", OBJECTIVES_SHEET, "C7", NEW.indikator),
            ("type_in", OBJECTIVES_SHEET, "D7", NEW.satuan),
            ("type_in", OBJECTIVES_SHEET, "E7", NEW.target),
        ),
        replace(AGENCY, rows=numbered(IBU, PERSALINAN, replace(NEW, sasaran=MOTHERS), GIZI, AKIP)),
    ),
}

WRITTEN: dict[str, Callable[[Any], bytes]] = {
    "docx": agreement_docx.write,
    "iku": lambda table: iku_xlsx.write(table, Heading(AGENCY.unit, "2026")),
    "worksheet": lambda agreement: agreement_xlsx.write_xlsx(sheet_of(agreement)),
}
READ: dict[str, Callable[[bytes], Any]] = {
    "docx": lambda data: read_agreement(parts_of("pk.docx", data)),
    "iku": lambda data: read_bytes("iku.xlsx", data).rows,
    "worksheet": lambda data: read_agreement(parts_of("pk.xlsx", data)),
}
EDITS = {
    **{f"Word: {name}": edit for name, edit in WORD.items()},
    **{f"IKU: {name}": edit for name, edit in SHEET.items()},
    **{f"worksheet: {name}": edit for name, edit in WORKSHEET.items()},
}


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every file after its steps, all in one LibreOffice."""
    folder = tmp_path_factory.mktemp("tangan")
    plan, saved = [], {}
    for number, (name, edit) in enumerate(EDITS.items()):
        ending = "docx" if edit.kind == "docx" else "xlsx"
        source, saved[name] = folder / f"{number}.{ending}", folder / f"{number}-diubah.{ending}"
        source.write_bytes(WRITTEN[edit.kind](edit.before))
        plan.append({"from": str(source), "to": str(saved[name]), "steps": edit.steps})
    (folder / "rencana.json").write_text(json.dumps(plan))
    hand = Path(__file__).with_name("by_hand.py")
    done = subprocess.run(
        ["/usr/bin/python3", str(hand), str(folder / "rencana.json")],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {name: path.read_bytes() for name, path in saved.items()}


@pytest.mark.parametrize("name", EDITS)
def test_what_a_hand_changed_arrives_and_nothing_else_has_moved(edited: dict[str, bytes], name: str):
    edit = EDITS[name]
    assert READ[edit.kind](edited[name]) == edit.after
