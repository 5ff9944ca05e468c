"""What a first view weighs over the wire, and when it is usable on a slow line, through the real server."""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

#: 400 kbit/s and 400 ms, as design section 7 asks.
SLOW = {"offline": False, "downloadThroughput": 50_000, "uploadThroughput": 50_000, "latency": 400}
PAGES = {
    "front": (None, "/"),
    "home": ("ana", "/kelas/1/"),
    "module": ("ana", "/kelas/1/modul/03-menetapkan-iku-dan-target"),
    "desk": ("ana", "/kelas/1/latihan/06-iku-opd-saya"),
    "attempt": ("ana", "/kelas/1/percobaan/8"),
    "matrix": ("bram", "/kelas/1/matriks"),
    "rules": (None, "/aturan/"),
    "certificates": ("dewi", "/kelas/1/sertifikat"),
}


@contextmanager
def served() -> Iterator[tuple[str, float]]:
    """A fresh demo, and the seconds until its first page."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        command = [str(Path(sys.executable).parent / "workbench"), "demo", "--port", str(port)]
        started = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, "WORKBENCH_INSTANCE": folder},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            while True:
                try:
                    urllib.request.urlopen(address).close()
                    break
                except (urllib.error.URLError, ConnectionError):
                    time.sleep(0.05)
            yield address, time.perf_counter() - started
        finally:
            process.terminate()
            process.wait(20)


def first_view(page: Page, address: str) -> tuple[float, float]:
    """Kilobytes over the wire and seconds until usable, with an empty cache on a slow line."""
    weighed: list[float] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.clearBrowserCache")
    session.send("Network.emulateNetworkConditions", SLOW)
    session.on("Network.loadingFinished", lambda event: weighed.append(event["encodedDataLength"]))
    page.goto(address, wait_until="load")
    seconds = page.evaluate("performance.timing.loadEventStart - performance.timing.navigationStart") / 1000
    session.detach()
    return sum(weighed) / 1000, seconds


def figures() -> dict[str, float]:
    """Weight (kB) and seconds of each page; seconds from `workbench demo` to the first page."""
    found: dict[str, float] = {}
    with served() as (address, seconds), sync_playwright() as playwright:
        found["demo_first_page_s"] = seconds
        chromium = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        )
        for name, (username, path) in PAGES.items():
            page = chromium.new_context(viewport={"width": 360, "height": 740}).new_page()
            if username:
                page.goto(f"{address}/masuk")
                page.get_by_label("Nama pengguna").fill(username)
                page.get_by_label("Kata sandi").fill("bimtek-2026")
                page.locator("main").get_by_role("button", name=re.compile("^Masuk$")).click()
            found[f"page_{name}_kb"], found[f"page_{name}_slow_s"] = first_view(page, address + path)
            page.context.close()
        chromium.close()
    return found
