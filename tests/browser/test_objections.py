"""An objection from a phone without JavaScript, and its decision, in real Chromium."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE

ATTEMPT, QUEUE = "/kelas/1/percobaan/7", "/kelas/1/keberatan"
REASON = "Kamus indikator kami memuat formula ukuran ini."
ANSWER = "Dari tabel ini belum terbaca apa yang dihitung."


def serious(page: Page) -> list[str]:
    """What axe finds in the way of somebody."""
    found = Axe().run(page).response["violations"]
    return [one["id"] for one in found if one["impact"] in {"serious", "critical"}]


def test_an_objection_is_raised_decided_and_read(visit):
    ana = visit(PHONE, scripts=False)
    ana.sign_in("ana")
    page = ana.go(ATTEMPT)
    score = page.locator(".score").inner_text()
    remark = page.locator(".remarks:not(details *) > .remark:has(details.object)").first
    remark.locator("details.object > summary").click()
    remark.get_by_role("button", name="Kirim keberatan").click()
    expect(page.get_by_text("sedikitnya satu kalimat")).to_be_visible()
    asked = page.locator("details.object[open]")
    asked.get_by_label("Mengapa temuan ini menurut Anda keliru?").fill(REASON)
    asked.get_by_role("button", name="Kirim keberatan").click()
    made = page.locator(".objection")
    expect(made).to_contain_text("menunggu keputusan")
    expect(made).to_contain_text(REASON)
    ana.keep("keberatan-terkirim")

    bram = visit(DESK)
    bram.sign_in("bram")
    bram.go("/kelas/1/").get_by_role("link", name="2 keberatan menunggu").click()
    queue = bram.page
    entry = queue.locator("article", has_text=REASON)
    expect(entry.locator("mark").first).to_be_visible()
    assert serious(queue) == []
    bram.keep("keberatan")
    entry.get_by_label("Alasan keputusan (dibaca peserta)").fill(ANSWER)
    entry.get_by_role("button", name="Tolak keberatan").click()
    expect(queue.get_by_text("1 keberatan menunggu keputusan.")).to_be_visible()
    expect(queue.locator("article", has_text=ANSWER)).to_contain_text("ditolak")
    assert serious(queue) == []

    ana.go("/kelas/1/").get_by_role("link", name="percobaan 1").filter(has_not_text="Tabel").first.click()
    expect(page.locator(".objection")).to_contain_text(ANSWER)
    assert page.locator(".score").inner_text() == score
    ana.keep("keberatan-ditolak")
    small = visit(PHONE)
    small.sign_in("bram")
    small.go(QUEUE)
    small.keep("keberatan")
