"""Real Chromium against the real demo, served as people get it."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).parents[2]
SCREENSHOTS = ROOT / "build" / "screenshots"
DESK = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}
PASSWORD = "bimtek-2026"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of these are browser tests, and one worker runs them over one server."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a demo that this run may change as it likes."""
    folder = tmp_path_factory.mktemp("demo")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **os.environ,
        "WORKBENCH_INSTANCE": str(folder),
        "WORKBENCH_PUBLIC_URL": f"http://127.0.0.1:{port}",
    }
    command = [str(Path(sys.executable).parent / "workbench"), "demo", "--port", str(port)]
    log = folder / "log"
    with log.open("w") as out:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=out, stderr=subprocess.STDOUT)
        try:
            url = f"http://127.0.0.1:{port}"
            deadline = time.monotonic() + 60
            while True:
                try:
                    urllib.request.urlopen(f"{url}/sehat").close()
                    break
                except (urllib.error.URLError, ConnectionError):
                    assert process.poll() is None, log.read_text()
                    assert time.monotonic() < deadline, log.read_text()
                    time.sleep(0.2)
            yield url
        finally:
            process.terminate()
            process.wait(20)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, kept from calling home."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        )
        yield browser
        browser.close()


class Visitor:
    """Somebody at a screen; everything their page logs as an error is a failure."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.address = address
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on(
            "console",
            lambda message: self.complaints.append(message.text) if message.type == "error" else None,
        )

    def go(self, path: str) -> Page:
        """Open a path."""
        self.page.goto(self.address + path)
        return self.page

    def sign_in(self, username: str, password: str = PASSWORD) -> Page:
        """Sign in through the page."""
        self.go("/masuk")
        self.page.get_by_label("Nama pengguna").fill(username)
        self.page.get_by_label("Kata sandi").fill(password)
        self.page.locator("main").get_by_role("button", name="Masuk").click()
        return self.page

    def keep(self, name: str) -> None:
        """Keep a picture of the whole page, and see that nothing hangs over its edge."""
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        width = self.page.viewport_size["width"]
        self.page.screenshot(path=SCREENSHOTS / f"{name}-{width}.png", full_page=True)
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{name}: the page is {wide} wide on a screen of {width}"


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[Callable[..., Visitor]]:
    """Open a browser window: `visit()`, `visit(PHONE)`, `visit(scripts=False)`."""
    visitors: list[Visitor] = []

    def opened(size: dict[str, int] = DESK, *, scripts: bool = True) -> Visitor:
        context = chromium.new_context(
            viewport=size, java_script_enabled=scripts, locale="id-ID", timezone_id="Asia/Jakarta"
        )
        context.set_default_timeout(8000)
        visitors.append(Visitor(context, address))
        return visitors[-1]

    yield opened
    complaints = [complaint for visitor in visitors for complaint in visitor.complaints]
    for visitor in visitors:
        visitor.context.close()
    # a refused form (4xx) is also logged by the browser; those are shown on purpose
    assert [text for text in complaints if not re.search(r"status of 4\d\d", text)] == []
