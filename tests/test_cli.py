"""The command line: reviews without a server, refuses in one line, explains its rules."""

import contextlib
import json
import os
import pty
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from workbench.cli import main
from workbench.reviewer import rules

TABLE = (
    'Sasaran,Indikator,Satuan,Target\nMenurunnya stunting pada balita,Prevalensi stunting balita,%,"≤ 14,8"\n'
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "iku.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_it_reviews_a_file_as_text(table: Path) -> None:
    result = CliRunner().invoke(main, ["review", str(table)])
    assert result.exit_code == 0
    assert "Prevalensi stunting balita" in result.stdout
    assert "Nilai per prinsip" in result.stdout


def test_it_reviews_a_file_as_json_and_always_the_same(table: Path) -> None:
    runner = CliRunner()
    first = runner.invoke(main, ["review", str(table), "--format", "json"])
    again = runner.invoke(main, ["review", str(table), "--format", "json"])
    document = json.loads(first.stdout)
    assert first.stdout == again.stdout
    assert document["file"] == "iku.csv"
    assert document["position"] == "kepala-opd"
    assert document["rows"][0]["reading"]["target"]["high"] == 14.8


def test_it_takes_a_position(table: Path) -> None:
    result = CliRunner().invoke(main, ["review", str(table), "--format", "json", "--position", "eselon-iv"])
    assert json.loads(result.stdout)["position"] == "eselon-iv"
    assert CliRunner().invoke(main, ["review", str(table), "--position", "raja"]).exit_code == 2


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n", b"Bahan,Takaran\nTepung,2\n"])
def test_it_refuses_what_is_no_table_in_one_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bukan.csv"
    path.write_bytes(content)
    result = CliRunner().invoke(main, ["review", str(path)])
    assert result.exit_code == 2
    assert result.stdout == ""
    assert len(result.stderr.strip().splitlines()) == 1


def test_it_says_that_a_file_is_not_there(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["review", str(tmp_path / "tidak-ada.csv")])
    assert result.exit_code == 2
    assert "tidak ditemukan" in result.stderr


def test_it_lists_every_rule() -> None:
    listed = CliRunner().invoke(main, ["rules"]).stdout
    assert all(name in listed for name in rules.names())


def test_it_shows_the_page_of_a_rule_with_its_examples() -> None:
    page = CliRunner().invoke(main, ["rules", "not-a-measure"])
    assert page.exit_code == 0
    for part in ("Mengapa", "Kurang tepat", "Lebih baik", "Kapan boleh diabaikan", "Rujukan", "indikator:"):
        assert part in page.stdout
    assert "```" not in page.stdout


def test_it_says_that_a_rule_is_unknown() -> None:
    result = CliRunner().invoke(main, ["rules", "tidak-ada"])
    assert result.exit_code == 2
    assert "workbench rules" in result.stderr


def test_a_long_table_tells_a_terminal_how_far_it_is(tmp_path: Path) -> None:
    """Progress goes to the terminal alone, never into what is piped on."""
    path = tmp_path / "panjang.csv"
    rows = [f"Meningkatnya mutu layanan,Indeks kepuasan {number},indeks,85" for number in range(301)]
    path.write_text("\n".join(["Sasaran,Indikator,Satuan,Target", *rows]), encoding="utf-8")
    command = [str(Path(sys.executable).parent / "workbench"), "review", str(path), "--format", "json"]
    screen, terminal = pty.openpty()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=terminal) as running:
        os.close(terminal)
        told: list[bytes] = []
        reading = threading.Thread(target=lambda: told.extend(_shown(screen)))
        reading.start()
        document = running.stdout.read()
        reading.join(20)
    os.close(screen)
    piped = subprocess.run(command, capture_output=True, check=True)
    assert b"Memeriksa baris" in b"".join(told)
    assert b"301/301" in b"".join(told)
    assert piped.stderr == b""
    assert piped.stdout == document


def _shown(screen: int) -> Iterator[bytes]:
    """What is written on a terminal, until nobody writes there any more."""
    with contextlib.suppress(OSError):  # Linux says so by an error
        while piece := os.read(screen, 1000):
            yield piece
