"""Out, through LibreOffice, and in again: what people do with a document loses nothing."""

import subprocess
from pathlib import Path

import pytest

from tests.documents.sample import AGENCY, FORMS, LONG, TABLE
from workbench.documents import agreement_docx, iku_xlsx
from workbench.documents.agreement_reading import read_agreement
from workbench.documents.iku_sheet import Heading
from workbench.documents.parts import parts_of
from workbench.documents.tables import read_file

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("slow")]


def resaved(paths: list[Path], kind: str, into: Path) -> None:
    """Open each file in LibreOffice and save it anew in the format it had."""
    profile = f"-env:UserInstallation={(into / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(into / "out")]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=240)


def test_agreements_and_tables_saved_again_by_libreoffice_read_back_without_loss(tmp_path: Path):
    agreements = {**{str(position): agreement for position, agreement in FORMS.items()}, "panjang": LONG}
    for name, agreement in agreements.items():
        (tmp_path / f"{name}.docx").write_bytes(agreement_docx.write(agreement))
    (tmp_path / "iku.xlsx").write_bytes(iku_xlsx.write(TABLE, Heading(AGENCY.unit, "2026")))
    resaved([tmp_path / f"{name}.docx" for name in agreements], "docx", tmp_path)
    resaved([tmp_path / "iku.xlsx"], "xlsx", tmp_path)
    for name, agreement in agreements.items():
        saved = (tmp_path / "out" / f"{name}.docx").read_bytes()
        assert read_agreement(parts_of("pk.docx", saved)) == agreement, name
    table = read_file(tmp_path / "out" / "iku.xlsx")
    assert (table.rows, table.columns) == (TABLE.rows, TABLE.columns)
