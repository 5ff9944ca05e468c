"""Nobody earns points by playing: nonsense, repetition, other languages, markup, and very long text."""

import time

import pytest

from workbench.reviewer import Row, Table, review
from workbench.reviewer.plain import to_text
from workbench.reviewer.report import ReviewDocument

SASARAN = "Meningkatnya kualitas pelayanan perizinan"


def reviewed(indikator: str, sasaran: str = SASARAN, target: str = "85", satuan: str = "%") -> ReviewDocument:
    row = Row(1, sasaran, indikator, satuan, target, "", "SKM semester II", "Bidang Pelayanan")
    return review(
        Table(
            (row,),
            columns=frozenset(
                {"sasaran", "indikator", "satuan", "target", "sumber_data", "penanggung_jawab"}
            ),
        )
    )


@pytest.mark.parametrize(
    "indikator",
    [
        "qwrtp sdfgh zxcvb",
        "asdf asdf asdf asdf",
        "indeks kualitas layanan indeks kualitas layanan indeks kualitas layanan",
        "persentase persentase persentase persentase persentase persentase",
        "Percentage of licensing applications that are completed on time by the office",
        "!!! ??? ...",
        "1234567890",
        "🙂🙂🙂",
        "\u0000\u0001\u0002",
        "\u202e\u202e\u202e",
    ],
)
def test_nonsense_scores_nothing(indikator: str) -> None:
    assert reviewed(indikator)["score"] == 0


@pytest.mark.parametrize(
    "indikator", ["Persentase %", "Jumlah", "Indeks", "Persentase", "Tingkat persentase"]
)
def test_a_measure_of_nothing_scores_little(indikator: str) -> None:
    assert reviewed(indikator)["score"] <= 60


@pytest.mark.parametrize(
    "indikator", [SASARAN, SASARAN.upper(), SASARAN + ".", f"Persentase {SASARAN.lower()}", f"  {SASARAN}  "]
)
def test_a_sasaran_copied_into_the_indicator_earns_little(indikator: str) -> None:
    assert reviewed(indikator)["score"] <= 70


def test_the_words_of_the_sasaran_turned_round_are_sent_back() -> None:
    assert reviewed("Kualitas pelayanan perizinan yang meningkat kualitasnya")["score"] <= 80


@pytest.mark.parametrize(
    "indikator",
    [
        "<script>alert(1)</script>",
        "<b>Indeks</b> Kepuasan Masyarakat atas pelayanan perizinan",
        '=HYPERLINK("http://contoh.invalid","Indeks kepuasan")',
        "Indeks {words} {0} %s kepuasan masyarakat",
        "Indeks\u202e kepuasan\u200b masyarakat",
        "Indeks kepuasan\r\nmasyarakat\tatas pelayanan",
        "'; DROP TABLE attempts; --",
    ],
)
def test_markup_and_formulas_are_only_text(indikator: str) -> None:
    document = reviewed(indikator)
    assert document["rows"][0]["indikator"] == indikator
    assert 0 <= document["score"] <= 100
    assert to_text(document)


def test_a_very_long_text_is_reviewed_in_time_that_grows_with_its_length() -> None:
    def seconds(length: int) -> float:
        text = ("Persentase permohonan izin yang selesai tepat waktu dan lengkap " * (length // 60))[:length]
        started = time.perf_counter()
        document = reviewed(text, sasaran=text, target=text, satuan=text)
        assert document["score"] <= 70
        return time.perf_counter() - started

    seconds(100)  # words and rules are loaded once
    assert seconds(10_000) < 1.0
    assert seconds(100_000) < 2.0


@pytest.mark.parametrize(
    "cell", ["9" * 5_000, "1." * 5_000, "(" * 5_000, "-" * 10_000, "≥" * 5_000, "% " * 5_000, "a/" * 5_000]
)
def test_a_strange_target_takes_no_longer(cell: str) -> None:
    started = time.perf_counter()
    reviewed("Indeks kepuasan masyarakat", target=cell, satuan=cell)
    assert time.perf_counter() - started < 1.0


def test_a_whole_table_of_nothing_scores_nothing() -> None:
    document = review(Table(tuple(Row(number, "asdfg", "qwrtp", "zxcv", "1") for number in range(1, 6))))
    assert document["score"] == 0
