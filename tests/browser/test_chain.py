"""A chain of own documents, from the desk of an exercise and from one's own files."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE
from tests.browser.test_inspection import MATERIAL, bring, serious


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_own_documents_are_set_beside_each_other_and_kept(visit, size, scripts):
    visitor = visit(size, scripts=scripts)
    page = visitor.sign_in("rizal")
    visitor.go("/periksa")
    bring(page, MATERIAL / "iku_dinas.xlsx")
    page.get_by_role("button", name="Periksa", exact=True).click()
    page.get_by_role("button", name="Sandingkan", exact=True).click()
    visitor.keep("18-rantai-mulai")
    assert not scripts or serious(page) == []
    page.locator('[name="text-renstra"]').fill(
        "1. Menurunnya kematian ibu\n2. Meningkatnya produktivitas padi"
    )
    page.get_by_role("button", name="Periksa rantai").click()
    expect(page.get_by_role("heading", name="Temuan pada rantai")).to_be_visible()
    expect(page.locator(".chain")).to_contain_text("Meningkatnya produktivitas padi")
    page.locator('[name="file-perjanjian"]').set_input_files(MATERIAL / "pk_kepala_dinas.docx")
    page.get_by_role("button", name="Periksa rantai").click()
    expect(page.locator(".chain .ring-name", has_text="Perjanjian kinerja").first).to_be_visible()
    visitor.keep("19-rantai")
    assert not scripts or serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    with page.expect_download() as download:
        page.get_by_role("button", name="Unduh ulasan (PDF)").click()
    assert download.value.suggested_filename == "rantai-dokumen.pdf"
    page.get_by_role("button", name="Simpan ulasan ini").click()
    expect(page.get_by_role("status").first).to_contain_text("Tersimpan")
    page.get_by_text("Hapus ulasan ini").click()
    page.get_by_role("button", name="Ya, hapus").click()
    expect(page.get_by_role("status").first).to_contain_text("dihapus")


def test_a_break_leads_from_the_drawing_to_its_finding_and_to_the_desk(visit):
    visitor = visit()
    page = visitor.sign_in("ana")
    visitor.go("/kelas/1/latihan/07-perjanjian-kepala-dinas")  # which starts from her own IKU table
    page.locator('[name="rows.0.target"]').fill("80")
    page.locator('[name="programmes.0.name"]').fill("Program Pencatatan Sipil")
    page.get_by_role("button", name="Kirim").click()
    drawn = page.locator(".chain")
    drawn.get_by_role("link", name="Target berbeda antardokumen").first.click()
    finding = page.locator(":target")
    expect(finding).to_contain_text("Tabel IKU baris 1 → Perjanjian kinerja baris 1")
    finding.get_by_role("link", name="Perbaiki draf").click()
    expect(page.locator(":target")).to_have_attribute("name", "rows.0.target")
