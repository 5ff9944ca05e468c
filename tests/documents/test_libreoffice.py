"""Out, through LibreOffice, and in again: what people do with a document loses nothing."""

import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.documents.sample import AGENCY, FORMS, LONG, TABLE
from tests.documents.shapes import SHAPES
from workbench.documents import agreement_docx, iku_xlsx
from workbench.documents.agreement_form import form_of
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
    agreements |= SHAPES
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


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The text of every page that LibreOffice prints of an agreement of each shape."""
    folder = tmp_path_factory.mktemp("cetak")
    paths = {name: folder / f"{number}.docx" for number, name in enumerate(SHAPES)}
    for name, path in paths.items():
        path.write_bytes(agreement_docx.write(SHAPES[name]))
    resaved(list(paths.values()), "pdf", folder)
    pages = {}
    for name, path in paths.items():
        reader = PdfReader(folder / "out" / f"{path.stem}.pdf")
        pages[name] = [" ".join(page.extract_text().split()) for page in reader.pages]
    return pages


@pytest.mark.parametrize("name", SHAPES)
def test_printed_from_word_signatures_never_stand_alone(printed: dict[str, list[str]], name: str):
    form, pages = form_of(SHAPES[name]), printed[name]
    annex = next(number for number, page in enumerate(pages) if "LAMPIRAN" in page)
    assert " ".join(form.paragraphs[-1].split()[-3:]) in pages[annex - 1]
    assert form.place_and_date in pages[annex - 1]
    assert form.place_and_date in pages[-1]
    assert (form.objectives[-1].measures[-1].target if not form.spending else "Jumlah") in pages[-1]


@pytest.mark.parametrize("name", ["satu sasaran 40 indikator", "12 sasaran 4 indikator", "tanpa program"])
def test_printed_from_word_every_page_says_whose_indicators_it_shows(
    printed: dict[str, list[str]], name: str
):
    rows = SHAPES[name].rows
    said = 0
    for page in printed[name]:
        shown = {row.sasaran for row in rows if f"kelompok {row.indikator.split()[3]} " in page}
        assert all(sasaran in page for sasaran in shown)
        assert not shown or "Indikator Kinerja" in page  # the heading row is repeated
        said += bool(shown)
    assert said > 1
