"""The wheel, installed in an empty environment away from the checkout, serves the same demo."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("slow")]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from this tree."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `workbench` command of an environment that holds the lock and the wheel, and nothing else."""
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    pip = [str(folder / "bin" / "pip"), "install", "-q", "--disable-pip-version-check"]
    subprocess.run(
        [*pip, "--require-hashes", "-r", str(ROOT / "requirements.lock")], check=True, capture_output=True
    )
    subprocess.run([*pip, "--no-deps", str(wheel)], check=True, capture_output=True)
    return folder / "bin" / "workbench"


def test_everything_the_product_reads_travels_in_the_wheel(wheel: Path):
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("modules", "exercises", "templates", "demo"):
        for path in (ROOT / folder).rglob("*.*"):
            if path.is_file() and not path.name.startswith("."):
                assert f"workbench/_content/{path.relative_to(ROOT).as_posix()}" in names
    for pattern in ("reviewer/lexicon/**/*.yaml", "reviewer/rules/*.md", "static/*", "translations/**/*.mo"):
        found = list((ROOT / "workbench").glob(pattern))
        assert found, pattern
        assert all(path.relative_to(ROOT).as_posix() in names for path in found)


@pytest.fixture
def served(installed: Path, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """The demo, served from an empty folder: its address and what it printed."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PYTHONUNBUFFERED": "1"}
    printed = tmp_path / "printed"
    with printed.open("w") as out:
        process = subprocess.Popen(
            [str(installed), "demo", "--port", str(port)],
            cwd=tmp_path,
            env=environment,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            yield f"http://127.0.0.1:{port}", str(printed)
        finally:
            process.terminate()
            process.wait(20)


def test_the_wheel_serves_the_demo(served: tuple[str, str]):
    address, printed = served
    deadline = time.monotonic() + 60
    while True:
        try:
            with urllib.request.urlopen(f"{address}/sehat") as answer:
                assert answer.status == 200
            break
        except urllib.error.URLError:
            assert time.monotonic() < deadline, Path(printed).read_text()
            time.sleep(0.2)
    with urllib.request.urlopen(f"{address}/aturan/") as answer:
        page = answer.read().decode()
    assert "not-a-measure" in page
    for link in re.findall(r'href="(/(?:static|bootstrap)[^"]+)"', page):
        with urllib.request.urlopen(address + link.replace("&amp;", "&")) as answer:
            assert answer.status == 200
    assert "dewi" in Path(printed).read_text(), "the demo accounts are printed"


def test_the_installed_reviewer_needs_no_server(installed: Path, tmp_path: Path):
    table = tmp_path / "iku.csv"
    table.write_text(
        "Sasaran;Indikator;Satuan;Target\n"
        "Meningkatnya kualitas layanan;Indeks kepuasan masyarakat;nilai;≥ 85\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [str(installed), "review", str(table), "--format", "json"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert '"ruleset"' in done.stdout
    assert list(tmp_path.iterdir()) == [table], "reviewing writes nothing"
