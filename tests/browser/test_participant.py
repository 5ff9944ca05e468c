"""A participant's day: read, draft, lose the connection, check, submit, mend, submit again."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE

DESK_PAGE = "/kelas/1/latihan/05-iku-disdukcapil"
COLUMNS = ("sasaran", "indikator", "satuan", "target", "sumber_data", "penanggung_jawab")
WEAK = (
    ("Terlaksananya pelayanan", "Meningkatnya kepuasan masyarakat", "%", "baik", "internal", "semua bidang"),
    ("Meningkatnya kepemilikan dokumen", "Jumlah rapat koordinasi", "%", "12 kali", "data", "Sekretariat"),
    ("Meningkatnya akses layanan", "Jumlah sosialisasi layanan daring", "kali", "24", "dinas", "semua"),
)
BETTER = "Indeks Kepuasan Masyarakat atas layanan administrasi kependudukan"


def fill(page, number: int, cells) -> None:
    """Type a row of the table."""
    for column, text in zip(COLUMNS, cells, strict=True):
        page.locator(f"#isi-{number}-{column}").fill(text)


def join(visitor, name: str):
    """A newcomer with the class code."""
    page = visitor.go("/gabung?kode=ARUNIKA-2026")
    page.get_by_label("Nama lengkap").fill(name)
    page.get_by_label("OPD / instansi").fill("Dinas Kependudukan dan Pencatatan Sipil")
    page.get_by_label("Buat kata sandi").fill("langkah-pertama")
    page.get_by_role("button", name="Gabung").click()
    page.get_by_role("link", name="Ke halaman kelas").click()
    return page


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_from_a_class_code_to_a_better_indicator(visit, size):
    """The first five minutes of a newcomer."""
    visitor = visit(size)
    page = join(visitor, f"Citra Nirmala {size['width']}, S.E.")
    visitor.keep("1-kelas-baru")
    page.locator("main a.btn-primary, main a.btn-lg").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hasil, bukan kegiatan")
    visitor.keep("2-modul")

    page = visitor.go(DESK_PAGE)
    for number, row in enumerate(WEAK, 1):
        fill(page, number, row)
    expect(page.locator("#keadaan")).to_contain_text(re.compile(r"Tersimpan \d\d\.\d\d WIB"), timeout=6000)
    visitor.keep("3-meja")
    page.reload()
    expect(page.locator("#isi-1-indikator")).to_have_value(WEAK[0][1])

    page.get_by_role("button", name="Kirim").click()
    expect(page).to_have_url(re.compile(r"/percobaan/\d+"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Percobaan 1")
    expect(page.locator("mark").first).to_be_visible()
    first = int(
        re.search(r"\d+", page.locator(".score, .score-number, [class*=score]").first.inner_text()).group()
    )
    visitor.keep("4-umpan-balik")
    page.get_by_role("link", name="Mengapa?").first.click()
    expect(page.get_by_role("heading", name="Lebih baik")).to_be_visible()
    page.go_back()

    page.get_by_role("link", name="Perbaiki draf").first.click()
    fill(
        page,
        1,
        (
            "Meningkatnya kualitas layanan adminduk",
            BETTER,
            "nilai",
            "86",
            "Survei kepuasan masyarakat 2026",
            "Sekretariat",
        ),
    )
    page.get_by_role("button", name="Kirim").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Percobaan 2")
    second = int(
        re.search(r"\d+", page.locator(".score, .score-number, [class*=score]").first.inner_text()).group()
    )
    assert second > first
    expect(page.get_by_text(re.compile(rf"{first} → {second}")).first).to_be_visible()
    visitor.keep("5-yang-berubah")


def test_the_whole_way_without_javascript(visit):
    visitor = visit(PHONE, scripts=False)
    page = join(visitor, "Darma Tanpa Skrip, S.T.")
    page = visitor.go(DESK_PAGE)
    rows = page.locator("#tabel tbody tr")
    before = rows.count()
    page.get_by_role("button", name="+ Tambah baris").click()
    assert page.locator("#tabel tbody tr").count() == before + 1
    page.get_by_role("button", name=re.compile(rf"Hapus baris {before + 1}")).click()
    assert page.locator("#tabel tbody tr").count() == before
    for number, row in enumerate(WEAK, 1):
        fill(page, number, row)
    page.locator("#simpan").click()
    expect(page.locator("#keadaan")).to_contain_text("Tersimpan")
    page.get_by_role("button", name="Periksa").click()
    expect(page.locator("#ulasan mark").first).to_be_visible()
    page.get_by_role("button", name="Kirim").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Percobaan 1")
