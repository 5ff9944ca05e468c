"""A word is vague where nobody could check it in the row, and not where something named gives it meaning."""

import pytest

from workbench.reviewer import Row
from workbench.reviewer.reading import read_row


def is_vague(indicator: str) -> bool:
    return read_row(Row(1, indikator=indicator)).vague


@pytest.mark.parametrize(
    "indicator",
    [
        "Persentase loket yang cepat dan nyaman",
        "Jumlah pemuda berprestasi",
        "Persentase pengrajin yang meningkat kualitasnya",
        "Persentase kasus tertentu yang dikaji",
        "Sesuai dengan harapan",
        "Tingkat mutu pelayanan antar",
    ],
)
def test_a_word_nobody_can_check_is_vague(indicator: str) -> None:
    assert is_vague(indicator)


@pytest.mark.parametrize(
    "indicator",
    [
        # the instrument that is named gives the word its meaning
        "Indeks efektivitas layanan yang prima",
        "Nilai tata kelola yang akuntabel",
        # a figure or a standing in a contest says how fast, how well
        "Persentase panggilan yang dijawab cepat, paling lama 30 detik",
        "Jumlah pelajar berprestasi tingkat provinsi",
        # names that happen to hold such a word
        "Persentase arsip dinamis yang terdaftar",
        "Jumlah laporan pengawasan dengan tujuan tertentu",
        "Persentase peserta kontrasepsi modern",
        "Persentase kawasan strategis yang ditata",
        # "berhasil" before a verb adds nothing
        "Persentase peserta yang berhasil lulus ujian",
    ],
)
def test_a_word_with_a_meaning_in_the_row_is_not_vague(indicator: str) -> None:
    assert not is_vague(indicator)
