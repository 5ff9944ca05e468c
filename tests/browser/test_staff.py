"""A facilitator finds what to talk about; an organiser goes from a list of names to verified certificates."""

import base64
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE

LIST = """Nama;NIP;OPD;Jabatan
Sekar Ayu, S.E.;199001012015012001;Dinas Kesehatan;Perencana
Bayu Pamungkas;123;Dinas PUPR;Kasubag
Tri Wahyuni, S.Sos.;;Dinas Pendidikan;Kabid"""


def drop(page: Page, name: str, content: bytes) -> None:
    """Drag a file from outside and let it go over the page."""
    page.evaluate(
        """([name, content]) => {
            const files = new DataTransfer();
            const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
            files.items.add(new File([bytes], name, { type: "application/pdf" }));
            for (const kind of ["dragover", "drop"]) {
                document.querySelector("main").dispatchEvent(
                    new DragEvent(kind, { dataTransfer: files, bubbles: true, cancelable: true }));
            }
        }""",
        [name, base64.b64encode(content).decode()],
    )


def test_the_whole_matrix_is_on_a_desk_screen_and_a_phone_scrolls_only_the_table(visit):
    """Every exercise of the library has its column without scrolling sideways at 1280 pixels."""
    wider = "box => box.scrollWidth - box.clientWidth"
    visitor = visit(DESK)
    visitor.sign_in("bram")
    box = visitor.go("/kelas/1/matriks").locator(".matrix-scroll")
    assert box.locator("thead th").count() == 12, "name, ten exercises, last"
    assert box.evaluate(wider) == 0
    visitor = visit(PHONE)
    visitor.sign_in("bram")
    page = visitor.go("/kelas/1/matriks")
    assert page.locator(".matrix-scroll").evaluate(wider) > 0
    assert page.locator("html").evaluate(wider) == 0


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_facilitator_sees_the_class_opens_an_attempt_and_comments(visit, size):
    visitor = visit(size)
    page = visitor.sign_in("bram")
    if size == PHONE:
        page.get_by_text("Menu:").click()
    page.get_by_role("link", name="Matriks", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Matriks")
    expect(page.get_by_text(re.compile("belum mulai")).first).to_be_visible()
    visitor.keep("6-matriks")
    page.locator("select").first.select_option(label="Dinas Kesehatan")
    page.get_by_role("button", name="Tampilkan").click()
    expect(page.locator("table tbody")).to_contain_text("Dinas Kesehatan")
    expect(page.locator("table tbody")).not_to_contain_text("Dinas Pendidikan")
    page = visitor.go("/kelas/1/percobaan/8")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Percobaan")
    visitor.keep("7-percobaan-dilihat-fasilitator")
    words = f"Sudah baik. Siapa yang menjawab bila target meleset? ({size['width']})"
    page.get_by_label("Tulis komentar").fill(words)
    page.get_by_role("button", name="Kirim komentar").click()
    expect(page.get_by_text(words)).to_be_visible()

    participant = visit(size)
    page = participant.sign_in("ana")
    expect(page.get_by_text("Komentar baru untuk Anda")).to_be_visible()
    page = participant.go("/kelas/1/percobaan/8")
    expect(page.get_by_text(words)).to_be_visible()


@pytest.mark.parametrize(
    ("username", "width", "most"),
    [("dewi", 360, 100), ("dewi", 768, 100), ("dewi", 1280, 60), ("bram", 360, 100)],
)
def test_the_class_menu_stays_calm_on_every_screen(visit, username, width, most):
    """It takes one line beside the name at most; what does not fit opens from one button, without scripts."""
    visitor = visit({"width": width, "height": 800}, scripts=False)
    visitor.sign_in(username)
    page = visitor.go("/kelas/1/matriks")
    assert page.locator(".masthead").bounding_box()["height"] <= most
    if page.get_by_text("Menu: Matriks").is_visible():
        page.get_by_text("Menu: Matriks").click()
    menu = page.get_by_role("navigation", name="Kelas")
    expect(menu.get_by_role("link", name="Aturan", exact=True)).to_be_visible()
    expect(menu.get_by_role("link", name="Matriks", exact=True)).to_have_attribute("aria-current", "page")
    visitor.keep(f"menu-{username}")


def test_an_organiser_goes_from_a_list_to_a_verified_certificate(visit):
    visitor = visit()
    page = visitor.sign_in("dewi")
    visitor.go("/kelas/1/peserta/impor")
    page.locator("textarea").first.fill(LIST)
    page.get_by_role("button", name="Lihat pratinjau").click()
    expect(page.locator("main")).to_contain_text("Bayu Pamungkas")
    expect(page.locator("main")).to_contain_text("18")
    visitor.keep("8-impor-pratinjau")

    visitor.go("/kelas/1/sertifikat")
    visitor.keep("9-sertifikat")
    page.get_by_role("button", name=re.compile(r"Terbitkan \d+")).click()
    expect(page.get_by_text(re.compile("/2026")).first).to_be_visible()
    visitor.keep("10-sertifikat-terbit")
    link = page.locator('a[href$=".pdf"]:not([href*="contoh"])').first.get_attribute("href")
    pdf = visitor.context.request.get(visitor.address + link)
    assert pdf.headers["content-type"] == "application/pdf"
    assert pdf.body().startswith(b"%PDF")
    code = page.locator('a[href*="/verifikasi/"]').first.get_attribute("href").rsplit("/", 1)[1]

    stranger = visit(PHONE)
    page = stranger.go(f"/verifikasi/{code}")
    expect(page.get_by_role("heading", name="BERLAKU")).to_be_visible()
    stranger.keep("11-verifikasi")
    drop(page, "sertifikat.pdf", pdf.body()[:-2] + b"xx")
    expect(page.get_by_role("heading", name="BERKAS BERBEDA")).to_be_visible()
    drop(page, "sertifikat.pdf", pdf.body())
    expect(page.get_by_text("sama persis dengan yang diterbitkan")).to_be_visible()
    altered = code[:-1] + ("A" if code[-1] != "A" else "B")
    page = stranger.go(f"/verifikasi/{altered}")
    expect(page.get_by_role("heading", name="TIDAK DIKENAL")).to_be_visible()


def test_an_organiser_sets_up_a_class_on_a_phone(visit):
    visitor = visit(PHONE)
    page = visitor.sign_in("dewi")
    visitor.go("/kelas/baru")
    visitor.keep("12-kelas-baru")
    page.locator("main form").get_by_role("button").last.click()
    expect(page.locator(".field-error").first).to_be_visible()
    for path in ("/kelas/1/", "/kelas/1/peserta", "/kelas/1/kehadiran", "/kelas/1/pengaturan"):
        visitor.go(path)
        visitor.keep("13-" + (path.strip("/").split("/")[-1]))
