"""Worksheets opened and saved by LibreOffice, empty or filled in, come back without loss."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.documents.sample import FORMS, LONG
from tests.documents.test_libreoffice import resaved
from workbench.documents import agreement_xlsx, cascade_xlsx, choices_xlsx
from workbench.documents.agreement_reading import read_agreement
from workbench.documents.agreement_xlsx import AgreementSheet
from workbench.documents.cascade_filled import filled
from workbench.documents.cascade_words import ORDER
from workbench.documents.cascade_xlsx import CascadeSheet
from workbench.documents.choices_xlsx import ChoiceSheet
from workbench.documents.parts import parts_of
from workbench.documents.task import Task
from workbench.reviewer.document import Box, Position, Programme
from workbench.reviewer.rules.examples import good_cascade

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("slow")]

TASK = Task("Latihan 7: Perjanjian kinerja", ("Kasus & data.",), ("Isilah.",))
ODD = (
    Box("1.10", "K1", Position.ECHELON_3, " Bidang <A>", "=1+1\nbaris dua", "-", "%", "00012"),
    Box("1.2", "1.10", Position.ECHELON_4, "", "'kutip", "18,5%", "", "≥ 4"),
)
TREE = (*good_cascade().boxes, *ODD)


def parts(path: Path) -> list:
    return parts_of(path.name, path.read_bytes())


def test_worksheets_saved_again_by_libreoffice_hold_everything(tmp_path: Path):
    agreements = {
        str(position): replace(
            agreement,
            first=replace(
                agreement.first, nip="" if position is Position.REGIONAL_HEAD else "198003122005011004"
            ),
            budget_date="5 Januari 2026",
            programmes=(
                *agreement.programmes,
                Programme(3, "Program X", "1.250.000", ""),
                Programme(4, "", "Rp 5 M"),
            ),
        )
        for position, agreement in FORMS.items()
    } | {"panjang": LONG}
    tree = CascadeSheet(TASK, TREE, frozenset({"K1"}), ORDER[1:], 20)
    choices = ChoiceSheet(TASK, ("Jumlah rapat", "Dokumen & izin"), ("activity", "output"), ("output", ""))
    written = {
        "pohon": cascade_xlsx.write_xlsx(tree),
        "pilihan": choices_xlsx.write_xlsx(choices),
        **{
            name: agreement_xlsx.write_xlsx(AgreementSheet(TASK, agreement, rows=6, lines=6))
            for name, agreement in agreements.items()
        },
    }
    for name, data in written.items():
        (tmp_path / f"{name}.xlsx").write_bytes(data)
    resaved([tmp_path / f"{name}.xlsx" for name in written], "xlsx", tmp_path)
    out = tmp_path / "out"
    assert filled(parts(out / "pohon.xlsx"), tree.levels, 20).cascade.boxes == TREE
    assert choices_xlsx.read(parts(out / "pilihan.xlsx"), choices.items, choices.levels).choices == (
        "output",
        "",
    )
    for name, agreement in agreements.items():
        assert read_agreement(parts(out / f"{name}.xlsx")) == agreement, name
