"""The desk in a real browser: typing, pasting, losing the connection, two tabs, an ended session."""

import itertools
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

DESK = "/kelas/1/latihan/05-iku-disdukcapil"
PHONE = {"width": 360, "height": 740}

_number = itertools.count(1)


@pytest.fixture
def newcomer(visit) -> Callable[..., object]:
    """Somebody who has just joined the class, so that every desk is empty."""

    def joined(*arguments, **options):
        visitor = visit(*arguments, **options)
        page = visitor.go("/gabung?kode=ARUNIKA-2026")
        page.get_by_label("Nama lengkap").fill(f"Penguji Meja {chr(64 + next(_number))}, S.AP.")
        page.get_by_label("OPD").fill("Disdukcapil")
        page.get_by_label("Buat kata sandi").fill("meja-uji-2026")
        page.get_by_role("button", name="Gabung").click()
        expect(page.get_by_role("heading", name="Selamat datang")).to_be_visible()
        visitor.username = page.locator("dl.slip code").first.inner_text()
        return visitor

    return joined


def cell(page: Page, row: int, column: str):
    """A cell of the draft table."""
    return page.locator(f"#isi-{row}-{column}")


def saved(page: Page) -> None:
    """The page says that it is saved, within four seconds of rest."""
    expect(page.locator("#keadaan")).to_have_text(re.compile(r"^Tersimpan \d\d\.\d\d WIB$"), timeout=4000)


def paste(page: Page, text: str) -> None:
    """Paste as from a spreadsheet into the focused cell."""
    page.evaluate(
        """text => {
            const data = new DataTransfer();
            data.setData("text/plain", text);
            document.activeElement.dispatchEvent(
                new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        text,
    )


def test_what_is_typed_is_saved_within_four_seconds_and_found_elsewhere(newcomer, visit):
    writer = newcomer()
    page = writer.go(DESK)
    cell(page, 1, "indikator").press_sequentially("Indeks kepuasan <masyarakat>")
    saved(page)
    assert page.evaluate("Object.keys(localStorage).length") == 0
    elsewhere = visit()
    elsewhere.sign_in(writer.username, "meja-uji-2026")
    expect(cell(elsewhere.go(DESK), 1, "indikator")).to_have_value("Indeks kepuasan <masyarakat>")


def test_the_table_works_by_keyboard(newcomer):
    page = newcomer().go(DESK)
    cell(page, 1, "penanggung_jawab").focus()
    page.keyboard.press("Tab")
    expect(cell(page, 2, "sasaran")).to_be_focused()
    page.keyboard.press("Enter")
    expect(cell(page, 3, "sasaran")).to_be_focused()
    page.keyboard.press("Enter")
    expect(cell(page, 4, "sasaran")).to_be_focused()
    page.keyboard.type("Meningkatnya akses warga")
    saved(page)
    page.reload()
    expect(cell(page, 1, "sasaran")).to_have_value("")
    expect(page.locator("#tabel tbody tr")).to_have_count(4)
    for _press in range(4):
        page.get_by_role("button", name="+ Tambah baris").click()
    expect(page.locator("#tabel tbody tr")).to_have_count(6)
    expect(page.locator("#berita")).to_contain_text("paling banyak")


def test_rows_pasted_from_a_spreadsheet_fill_rows_and_can_be_undone(newcomer):
    page = newcomer().go(DESK)
    cell(page, 2, "indikator").focus()
    paste(page, 'Indikator kinerja\tSatuan\nIndeks A\tindeks\r\n"Dua\nbaris"\t%\nJumlah C\torang\n')
    expect(cell(page, 2, "indikator")).to_have_value("Indeks A")
    expect(cell(page, 3, "indikator")).to_have_value("Dua baris")
    expect(cell(page, 4, "satuan")).to_have_value("orang")
    page.locator("#berita").get_by_role("button", name="Urungkan").click()
    expect(cell(page, 2, "indikator")).to_have_value("")
    expect(page.locator("#tabel tbody tr")).to_have_count(3)


def test_a_removed_row_can_be_brought_back(newcomer):
    page = newcomer().go(DESK)
    cell(page, 1, "indikator").fill("satu")
    cell(page, 2, "indikator").fill("dua")
    page.get_by_role("button", name="Hapus baris 1").click()
    expect(cell(page, 1, "indikator")).to_have_value("dua")
    page.locator("#berita").get_by_role("button", name="Urungkan").click()
    expect(cell(page, 1, "indikator")).to_have_value("satu")
    expect(cell(page, 2, "indikator")).to_have_value("dua")


def test_without_connection_it_says_so_and_sends_again_by_itself(newcomer):
    writer = newcomer()
    page = writer.go(DESK)
    page.route("**/draf", lambda route: route.abort())
    cell(page, 1, "target").press_sequentially("≥ 85")
    expect(page.locator("#keadaan")).to_contain_text("Belum tersimpan: periksa koneksi")
    page.unroute("**/draf")
    expect(page.locator("#keadaan")).to_contain_text("Tersimpan", timeout=15000)
    writer.complaints = [text for text in writer.complaints if "ERR_FAILED" not in text]


def test_what_never_reached_the_server_is_offered_in_words_and_never_put_back_by_itself(newcomer):
    writer = newcomer()
    page = writer.go(DESK)
    cell(page, 1, "target").fill("70")
    saved(page)
    page.route("**/draf", lambda route: route.abort())
    cell(page, 1, "target").fill("85 belum terkirim")
    expect(page.locator("#keadaan")).to_contain_text("Belum tersimpan: periksa koneksi")
    page.unroute("**/draf")
    page.on("dialog", lambda dialog: dialog.accept())
    page.route("**/draf", lambda route: route.abort())
    page.reload()
    page.unroute("**/draf")
    expect(page.locator("#tawaran")).to_be_visible()
    expect(cell(page, 1, "target")).to_have_value("70")
    page.get_by_role("button", name="Pakai isian dari perangkat ini").click()
    expect(cell(page, 1, "target")).to_have_value("85 belum terkirim")
    saved(page)
    page.reload()
    expect(page.locator("#tawaran")).to_be_hidden()
    writer.complaints = [text for text in writer.complaints if "ERR_FAILED" not in text]


def test_signing_out_leaves_nothing_on_a_shared_machine(newcomer):
    writer = newcomer()
    page = writer.go(DESK)
    page.route("**/draf", lambda route: route.abort())
    cell(page, 1, "target").fill("rahasia")
    expect(page.locator("#keadaan")).to_contain_text("Belum tersimpan: periksa koneksi")
    assert page.evaluate("Object.keys(localStorage).join()").startswith("draf:")
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator("details.menu summary").click()
    page.get_by_role("button", name="Keluar").click()
    expect(page.get_by_role("heading", name="Anda sudah keluar")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage).length") == 0
    writer.complaints = [text for text in writer.complaints if "ERR_FAILED" not in text]


def test_the_older_of_two_tabs_is_told_and_nothing_is_overwritten(newcomer):
    writer = newcomer()
    first = writer.go(DESK)
    second = writer.context.new_page()
    second.goto(writer.address + DESK)
    cell(first, 1, "target").fill("70 dari tab satu")
    saved(first)
    cell(second, 1, "target").fill("85 dari tab dua")
    expect(second.locator("#bentrok")).to_be_visible()
    expect(second.locator("#keadaan")).to_contain_text("pilih dahulu")
    expect(second.locator("#keadaan a")).to_have_attribute("href", "#bentrok")
    expect(cell(second, 1, "target")).to_have_value("85 dari tab dua")
    second.get_by_role("button", name="Kirim", exact=True).click()
    expect(second.locator("#bentrok")).to_be_visible()
    second.get_by_role("button", name="Muat yang terbaru").click()
    expect(cell(second, 1, "target")).to_have_value("70 dari tab satu")
    second.reload()
    expect(second.locator("details.copies")).to_contain_text("85 dari tab dua")
    cell(first, 1, "target").fill("71")
    saved(first)
    cell(second, 1, "target").fill("86")
    second.get_by_role("button", name="Pakai isian di tab ini").click()
    saved(second)
    first.reload()
    expect(cell(first, 1, "target")).to_have_value("86")


def test_an_answer_lost_on_the_way_back_is_no_conflict_with_oneself(newcomer):
    writer = newcomer()
    page = writer.go(DESK)

    def swallow(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route("**/draf", swallow)
    cell(page, 1, "target").fill("70")
    expect(page.locator("#keadaan")).to_contain_text("Belum tersimpan")
    expect(page.locator("#keadaan")).to_contain_text("periksa koneksi")
    page.unroute("**/draf")
    cell(page, 1, "target").fill("75")
    expect(page.locator("#keadaan")).to_contain_text("Tersimpan", timeout=15000)
    expect(page.locator("#bentrok")).to_be_hidden()
    page.reload()
    expect(cell(page, 1, "target")).to_have_value("75")
    writer.complaints = [text for text in writer.complaints if "ERR_FAILED" not in text]


def test_after_signing_in_again_elsewhere_the_old_tab_saves_by_itself(newcomer):
    writer = newcomer()
    page = writer.go(DESK)
    page.wait_for_load_state("networkidle")  # a late picture would bring the cookie back
    writer.context.clear_cookies()
    cell(page, 1, "target").fill("85 setelah sesi berakhir")
    expect(page.locator("#keadaan")).to_contain_text("sesi Anda berakhir")
    with writer.context.expect_page() as opened:
        page.get_by_role("link", name="Masuk lagi di tab baru").click()
    other = opened.value
    other.get_by_label("Nama pengguna").fill(writer.username)
    other.get_by_label("Kata sandi").fill("meja-uji-2026")
    other.locator("main").get_by_role("button", name="Masuk").click()
    expect(other.locator("details.menu")).to_be_visible()
    page.bring_to_front()
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(page.locator("#keadaan")).to_contain_text("Tersimpan")
    page.reload()
    expect(cell(page, 1, "target")).to_have_value("85 setelah sesi berakhir")


def test_checking_and_submitting_wait_until_what_is_typed_has_arrived(newcomer):
    writer = newcomer()
    page = writer.go(DESK)
    for row in (1, 2, 3):
        cell(page, row, "sasaran").fill("Meningkatnya kualitas layanan adminduk")
        cell(page, row, "indikator").fill(f"Terlaksananya pelayanan loket {row}")
    page.get_by_role("button", name="Periksa").click()
    expect(page.get_by_text("belum menjadi percobaan")).to_be_visible()
    writer.keep("meja-diperiksa")
    page.get_by_role("link", name="Perbaiki draf").first.click()
    expect(cell(page, 1, "indikator")).to_be_focused()
    page.get_by_role("button", name="Kirim", exact=True).click()
    expect(page.get_by_role("heading", name="Percobaan 1")).to_be_visible()
    writer.keep("ulasan")
    page.get_by_role("link", name="Perbaiki draf").first.click()
    cell(page, 1, "indikator").fill("Indeks kepuasan masyarakat atas layanan adminduk")
    page.get_by_role("button", name="Kirim", exact=True).click()
    expect(page.get_by_role("heading", name=re.compile("Percobaan 1 → 2"))).to_be_visible()
    expect(page.locator("#tawaran")).to_have_count(0)
    page.go_back()
    expect(cell(page, 1, "indikator")).to_have_value("Indeks kepuasan masyarakat atas layanan adminduk")


def test_everything_fits_a_phone(newcomer):
    writer = newcomer(PHONE)
    for name, path in (
        ("meja-tabel", DESK),
        ("meja-tabel-lebar", "/kelas/1/latihan/06-iku-opd-saya"),
        ("meja-tingkat", "/kelas/1/latihan/01-mengenali-tingkat-hasil"),
        ("meja-perbaikan", "/kelas/1/latihan/04-membenahi-indikator"),
        ("meja-perjanjian", "/kelas/1/latihan/07-perjanjian-kepala-dinas"),
        ("meja-pohon", "/kelas/1/latihan/09-pohon-kinerja-disdukcapil"),
        ("aturan", "/aturan/"),
        ("aturan-satu", "/aturan/not-a-measure"),
    ):
        writer.go(path)
        writer.keep(name)
        for box in writer.page.locator("#tabel textarea").all():
            assert box.bounding_box()["width"] > 280, f"{name}: {box.get_attribute('id')} is too narrow"
    page = writer.go("/kelas/1/latihan/04-membenahi-indikator")
    page.get_by_role("button", name="Kirim", exact=True).click()
    expect(page.get_by_role("heading", name="Percobaan 1")).to_be_visible()
    writer.keep("ulasan")


def test_without_javascript_the_whole_way_can_be_gone(newcomer):
    writer = newcomer(scripts=False)
    page = writer.go(DESK)
    for row in (1, 2, 3):
        cell(page, row, "indikator").fill(f"Terlaksananya pelayanan loket {row}")
    page.get_by_role("button", name="+ Tambah baris").click()
    cell(page, 4, "indikator").fill("Indeks kepuasan masyarakat")
    page.locator("#simpan").click()
    expect(page.locator("#keadaan")).to_contain_text("Tersimpan")
    page.get_by_role("button", name="Hapus baris 1").click()
    expect(cell(page, 3, "indikator")).to_have_value("Indeks kepuasan masyarakat")
    cell(page, 1, "indikator").press("Tab")
    page.get_by_role("button", name="Periksa").click()
    expect(page.get_by_text("belum menjadi percobaan")).to_be_visible()
    page.get_by_role("button", name="Kirim", exact=True).click()
    expect(page.get_by_role("heading", name="Percobaan 1")).to_be_visible()


def test_both_tables_of_an_agreement_grow_and_are_saved(newcomer):
    page = newcomer().go("/kelas/1/latihan/07-perjanjian-kepala-dinas")
    page.get_by_label("Tahun perjanjian").fill("2026")
    page.locator("#isian-first-name").fill("Darmawan & <Tirtayasa>")
    page.locator("#bagian-programmes .add").click()
    page.locator("#program-2-name").fill("Program Pencatatan Sipil")
    page.locator("#program-2-budget").fill("1.275.000.000")
    saved(page)
    page.reload()
    expect(page.locator("#isian-first-name")).to_have_value("Darmawan & <Tirtayasa>")
    expect(page.locator("#program-2-budget")).to_have_value("1.275.000.000")
    expect(page.locator("#tawaran")).to_be_hidden()


def test_the_older_of_two_tabs_gets_the_boxes_of_the_newer(newcomer):
    writer = newcomer()
    tree = "/kelas/1/latihan/09-pohon-kinerja-disdukcapil"
    older = writer.go(tree)
    older.locator("#kotak-K2-condition").fill("Meningkatnya akses warga")
    saved(older)
    newer = older.context.new_page()
    newer.goto(older.url)
    newer.get_by_role("button", name="Tambah kotak Setara eselon III").click()
    expect(newer.locator(".box")).to_have_count(4)
    older.locator("#kotak-K2-condition").fill("Lain sama sekali")
    expect(older.locator("#bentrok")).to_be_visible()
    writer.complaints.clear()  # the refused save is told in the console, too
    older.locator("#bentrok-muat").click()
    expect(older.locator(".box")).to_have_count(4)
    expect(older.locator("#kotak-K2-condition")).to_have_value("Meningkatnya akses warga")
