"""Somebody brings a document from the office: with scripts and without, on a desk and on a phone."""

import contextlib
import io
import random
import re
import socket
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from openpyxl import Workbook
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE

MATERIAL = Path(__file__).parents[1] / "documents" / "material"


def serious(page: Page) -> list[str]:
    """What axe finds on the page as it stands."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']} at {one['nodes'][0]['target']}"
        for one in found
        if one["impact"] in {"serious", "critical"}
    ]


def bring(page: Page, file: object) -> None:
    page.locator('input[type="file"]').set_input_files(file)
    page.get_by_role("button", name="Baca berkas").click()


def long_table(count: int) -> bytes:
    """A workbook with many rows."""
    book = Workbook()
    book.active.append(("Sasaran", "Indikator Kinerja", "Satuan", "Target"))
    for number in range(count):
        book.active.append(("Meningkatnya mutu layanan", f"Indeks mutu layanan {number}", "indeks", "80"))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def heavy_table(size: int) -> bytes:
    """A workbook with a picture of so many bytes beside its table."""
    out = io.BytesIO(long_table(3))
    with zipfile.ZipFile(out, "a") as parts:
        parts.writestr("xl/media/foto.png", random.Random(1).randbytes(size))
    return out.getvalue()


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_an_own_document_is_understood_corrected_reviewed_and_kept(visit, size, scripts):
    visitor = visit(size, scripts=scripts)
    page = visitor.sign_in("wulan")
    page.get_by_role("link", name="Periksa dokumen", exact=True).click()
    visitor.keep("13-periksa")
    bring(page, MATERIAL / "tanpa_judul.xlsx")
    expect(page.get_by_role("heading", name="Yang terbaca")).to_be_visible()
    page.get_by_role("button", name="Periksa", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Pilih sedikitnya")
    assert not scripts or serious(page) == []
    page.locator('[name="column-0-0"]').select_option("sasaran")
    page.locator('[name="column-0-1"]').select_option("indikator")
    visitor.keep("14-periksa-terbaca")
    page.get_by_role("button", name="Periksa", exact=True).click()
    expect(page.get_by_role("heading", name="Ulasan dokumen")).to_be_visible()
    visitor.keep("15-periksa-ulasan")
    assert not scripts or serious(page) == []
    with page.expect_download() as download:
        page.get_by_role("button", name="Unduh ulasan (PDF)").click()
    assert download.value.suggested_filename == "ulasan.pdf"
    page.get_by_role("button", name="Simpan ulasan ini").click()
    expect(page.get_by_role("status").first).to_contain_text("Tersimpan")
    page.get_by_text("Hapus ulasan ini").click()
    page.get_by_role("button", name="Ya, hapus").click()
    expect(page.get_by_role("status").first).to_contain_text("dihapus")


def test_long_work_says_so_with_the_number_of_rows(visit):
    visitor = visit()
    page = visitor.sign_in("wulan")
    visitor.go("/periksa")
    bring(page, {"name": "panjang.xlsx", "mimeType": "", "buffer": long_table(1200)})
    expect(page.get_by_text("1.200 baris").first).to_be_visible()
    page.evaluate(
        """() => {
          const busy = document.querySelector(".busy");
          const keep = () => localStorage.setItem("said", busy.textContent);
          new MutationObserver(keep).observe(busy, {childList: true});
        }"""
    )
    page.get_by_role("button", name="Periksa", exact=True).click()
    expect(page.get_by_text("Halaman 1 dari 24").first).to_be_visible()
    assert page.evaluate('localStorage.getItem("said")') == "Sedang memeriksa 1.200 baris …"
    page.get_by_role("button", name="Berikutnya").first.click()
    expect(page.get_by_text("Halaman 2 dari 24").first).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_a_long_review_shows_how_far_it_is_and_then_what_it_says(visit, scripts):
    visitor = visit(scripts=scripts)
    page = visitor.sign_in("joko")
    visitor.go("/periksa")
    bring(page, {"name": "panjang.xlsx", "mimeType": "", "buffer": long_table(2000)})
    expect(page.get_by_role("heading", name="Yang terbaca")).to_be_visible()
    page.get_by_role("button", name="Periksa", exact=True).click(no_wait_after=True)
    under_way = page.locator(".underway p:visible", has_text="dari 2.000 baris diperiksa")
    under_way.first.wait_for()
    assert page.locator(".verdict").count() == 0  # nothing is said before all rows are reviewed
    expect(page.get_by_text("Halaman 1 dari 40").first).to_be_visible()
    expect(under_way).to_have_count(0)
    visitor.keep("16-periksa-panjang")


class Wire:
    """A way to the server that can be slow and can be cut."""

    slow = False
    whole = True

    def __init__(self, address: str) -> None:
        host, _colon, port = address.removeprefix("http://").partition(":")
        self._server = (host, int(port))
        self._open: list[socket.socket] = []
        self._door = socket.create_server(("127.0.0.1", 0))
        self._door.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16_384)
        self.address = f"http://127.0.0.1:{self._door.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _peer = self._door.accept()
                if not self.whole:
                    near.close()
                    continue
                far = socket.create_connection(self._server)
                self._open += [near, far]
                for ends in ((near, far), (far, near)):
                    threading.Thread(target=self._carry, args=ends, daemon=True).start()

    def _carry(self, here: socket.socket, there: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := here.recv(16_384):
                there.sendall(data)
                time.sleep(0.02 if self.slow else 0)
            there.shutdown(socket.SHUT_WR)

    def cut(self) -> None:
        """Break everything under way, and let nothing new through: a browser tries once more by itself."""
        self.whole = False
        for one in self._open:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        self._open.clear()

    def close(self) -> None:
        """End it."""
        self._door.close()
        self.cut()


@pytest.fixture
def wire(address) -> Iterator[Wire]:
    """A way to the demo that can be cut."""
    one = Wire(address)
    yield one
    one.close()


def test_sending_shows_its_share_and_a_broken_connection_loses_nothing(visit, wire):
    visitor = visit()
    page = visitor.sign_in("rizal")
    page.goto(f"{wire.address}/periksa")
    position = page.get_by_label("Tabel atau perjanjian siapa?")
    position.select_option("eselon-iii")
    wire.slow = True
    bring(page, {"name": "iku.xlsx", "mimeType": "", "buffer": heavy_table(4_500_000)})
    expect(page.locator(".busy")).to_have_text(re.compile(r"Mengirim [1-9]\d?%"))
    visitor.keep("17-periksa-mengirim")
    wire.cut()
    expect(page.get_by_role("status")).to_contain_text("Koneksi terputus, berkas belum terbaca.")
    assert serious(page) == []
    expect(position).to_have_value("eselon-iii")
    assert page.locator('input[type="file"]').evaluate("field => field.files[0].name") == "iku.xlsx"
    # the browser writes the broken line into its log, as it should
    visitor.complaints = [one for one in visitor.complaints if "net::ERR_" not in one]
    wire.slow, wire.whole = False, True
    page.get_by_role("button", name="Baca berkas").click()
    expect(page.get_by_role("heading", name="Yang terbaca")).to_be_focused()
    expect(position).to_have_value("eselon-iii")
    page.go_back()
    expect(page.get_by_role("heading", name="Periksa dokumen saya")).to_be_visible()


def test_a_file_that_was_saved_again_meanwhile_is_chosen_again(visit, tmp_path):
    """The browser would not send it; pressing again would never help."""
    file = tmp_path / "iku.csv"
    file.write_text("Sasaran,Indikator\nMenurunnya stunting,Prevalensi stunting\n", encoding="utf-8")
    visitor = visit()
    page = visitor.sign_in("rizal")
    visitor.go("/periksa")
    page.locator('input[type="file"]').set_input_files(file)
    file.write_text("Sasaran,Indikator,Satuan\nMenurunnya stunting,Prevalensi stunting,%\n", encoding="utf-8")
    page.get_by_role("button", name="Baca berkas").click()
    expect(page.get_by_role("status")).to_contain_text("berubah atau dipindahkan sejak dipilih")
    bring(page, file)
    expect(page.get_by_role("heading", name="Yang terbaca")).to_be_visible()


def test_a_bad_file_is_refused_in_place_and_another_one_may_follow(visit):
    visitor = visit()
    page = visitor.sign_in("lestari")
    visitor.go("/periksa")
    bring(page, {"name": "iku.pdf", "mimeType": "", "buffer": b"%PDF-1.7"})
    expect(page.locator(".field-error")).to_contain_text("PDF")
    expect(page.locator('input[type="file"]')).to_be_focused()
    bring(page, MATERIAL / "iku_dinas.xlsx")
    expect(page.get_by_role("heading", name="Yang terbaca")).to_be_visible()


def test_a_session_that_ended_while_sending_leads_to_signing_in(visit):
    visitor = visit()
    page = visitor.sign_in("lestari")
    visitor.go("/periksa")
    page.evaluate(
        """() => {
          const leave = document.querySelector('form[action="/keluar"]');
          return fetch(leave.action, {method: "POST", body: new FormData(leave)}).then(() => null);
        }"""
    )
    bring(page, MATERIAL / "iku_dinas.xlsx")
    expect(page.get_by_label("Kata sandi")).to_be_visible()


def test_a_file_that_is_too_large_is_stopped_before_it_is_sent(visit):
    visitor = visit()
    page = visitor.sign_in("wulan")
    visitor.go("/periksa")
    page.get_by_label("Tabel atau perjanjian siapa?").select_option("eselon-iii")
    bring(page, {"name": "besar.xlsx", "mimeType": "", "buffer": b"0" * 5_100_000})
    expect(page.get_by_role("status")).to_contain_text("lebih dari 5 MB")
    expect(page.get_by_label("Tabel atau perjanjian siapa?")).to_have_value("eselon-iii")


def test_without_scripts_a_file_that_is_too_large_gets_an_answer(visit):
    visitor = visit(scripts=False)
    page = visitor.sign_in("wulan")
    visitor.go("/periksa")
    bring(page, {"name": "besar.xlsx", "mimeType": "", "buffer": b"0" * 9_000_000})
    expect(page.locator(".field-error")).to_contain_text("lebih dari 5 MB")


def test_an_own_table_becomes_a_draft_without_losing_the_one_that_lies_there(visit):
    visitor = visit()
    page = visitor.sign_in("wulan")
    visitor.go("/periksa")
    bring(page, MATERIAL / "iku_dinas.xlsx")
    page.get_by_role("button", name="Periksa", exact=True).click()
    page.get_by_label("Latihan", exact=True).select_option(index=0)
    page.get_by_role("button", name="Lanjutkan sebagai draf").click()
    if page.get_by_role("button", name=re.compile("Ganti dengan|Bawa baris")).count():
        assert serious(page) == []
        page.get_by_role("button", name=re.compile("Ganti dengan|Bawa baris")).click()
    expect(page.get_by_role("status").first).to_contain_text("3 baris dari dokumen Anda")
    expect(page.locator("textarea").nth(1)).to_have_value("Angka kematian ibu")
