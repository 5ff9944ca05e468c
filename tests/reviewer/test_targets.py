"""Every notation of a target is read to numbers in the row's unit, and unsound targets say why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.reviewer.document import Row
from workbench.reviewer.numbers import parse_number
from workbench.reviewer.reading import read_row
from workbench.reviewer.targets import parse_target
from workbench.reviewer.units import read_unit

NUMBERS = [
    ("12.500", False, 12500.0),
    ("85,5", False, 85.5),
    ("85.5", False, 85.5),
    ("0.327", False, 0.327),
    ("3.045", True, 3.045),
    ("3.045", False, 3045.0),
    ("1.250.000.000,00", False, 1.25e9),
    ("7,500,000,000", False, 7.5e9),
    ("1,234.5", False, 1234.5),
    ("0,936", False, 0.936),
    ("1.2345", False, 1.2345),
    ("1.2.3", False, None),
]

NOTATIONS = [
    # typed, unit column, low, high, comparator
    ("85", "", 85, 85, "="),
    ("85,5", "indeks", 85.5, 85.5, "="),
    ("85.5", "indeks", 85.5, 85.5, "="),
    ("85,50%", "%", 85.5, 85.5, "="),
    ("18,5%", "Persen", 18.5, 18.5, "="),
    ("≥ 85", "indeks", 85, None, ">="),
    (">= 85", "indeks", 85, None, ">="),
    ("> 85", "indeks", 85, None, ">"),
    ("min. 85", "indeks", 85, None, ">="),
    ("minimal 85", "indeks", 85, None, ">="),
    ("85 (minimal)", "indeks", 85, None, ">="),
    ("≤ 14", "%", None, 14, "<="),
    ("maks 14", "%", None, 14, "<="),
    ("paling lama 3 hari", "hari", None, 3, "<="),
    ("<15 menit", "menit", None, 15, "<"),
    ("<0,5%", "%", None, 0.5, "<"),
    ("76,61–88,30", "nilai", 76.61, 88.3, "range"),
    ("2,50-4,50", "%", 2.5, 4.5, "range"),
    ("7,00 - 7,50", "", 7, 7.5, "range"),
    ("5,7 s.d. 6,6", "%", 5.7, 6.6, "range"),
    ("5 sampai dengan 6", "%", 5, 6, "range"),
    ("3 ± 1", "%", 2, 4, "range"),
    ("12.500 orang", "orang", 12500, 12500, "="),
    ("Rp1.250.000.000,00", "Rp", 1.25e9, 1.25e9, "="),
    ("Rp 1,25 M", "Rp", 1.25e9, 1.25e9, "="),
    ("Rp 750 jt", "Rupiah", 7.5e8, 7.5e8, "="),
    ("1.613,76 Milyar", "Miliar", 1613.76, 1613.76, "="),
    ("Rp 2 triliun", "Rp miliar", 2000, 2000, "="),
    ("0,936", "indeks", 0.936, 0.936, "="),
    ("0.327", "rasio", 0.327, 0.327, "="),
    ("3.045", "indeks", 3.045, 3.045, "="),
    ("45.300", "unit", 45300, 45300, "="),
    ("A (80,01)", "predikat", 80.01, 80.01, "="),
    ("B (76,61)", "predikat", 76.61, 76.61, "="),
    ("100", "%", 100, 100, "="),
    ("0", "kasus", 0, 0, "="),
    ("12 dokumen", "dokumen", 12, 12, "="),
    ("4 kali", "kali", 4, 4, "="),
    ("15/1.000 KH", "per 1.000 KH", 15, 15, "="),
    ("1:20", "rasio", 0.05, 0.05, "="),
    ("750bh", "buah", 750, 750, "="),
    ("80 point", "poin", 80, 80, "="),
]


@pytest.mark.parametrize(("typed", "small", "value"), NUMBERS)
def test_a_number_is_read_as_officials_write_it(typed: str, small: bool, value: float | None) -> None:
    assert parse_number(typed, small) == value


@pytest.mark.parametrize(("typed", "unit", "low", "high", "comparator"), NOTATIONS)
def test_a_notation_is_read_to_numbers(
    typed: str, unit: str, low: float | None, high: float | None, comparator: str
) -> None:
    target = parse_target(typed, unit)
    assert target is not None
    assert target.low == (None if low is None else pytest.approx(low))
    assert target.high == (None if high is None else pytest.approx(high))
    assert target.comparator == comparator


@pytest.mark.parametrize(
    ("typed", "grade"),
    [
        ("WTP", "WTP"),
        ("BB", "BB"),
        ("Level 3", "Level 3"),
        ("A", "A"),
        ("Nindya", "Nindya"),
        ("Sangat Baik", "Sangat Baik"),
    ],
)
def test_a_grade_stays_a_grade(typed: str, grade: str) -> None:
    target = parse_target(typed)
    assert target is not None
    assert target.grade == grade


@pytest.mark.parametrize("typed", ["", "  ", "-", "N/A", "n/a", "—", "..."])
def test_a_blank_sets_no_target(typed: str) -> None:
    assert parse_target(typed) is None


def _problem(indicator: str, unit: str, target: str) -> str | None:
    reading = read_row(Row(1, "", indicator, unit, target))
    assert reading.target is not None
    assert reading.target_ok is (reading.target.problem is None)
    assert ("target" in reading.reasons) is (reading.target.problem is not None)
    return reading.target.problem


@pytest.mark.parametrize(
    ("indicator", "unit", "target", "problem"),
    [
        ("Jumlah peserta pelatihan barista", "%", "80", "percent-with-count"),
        ("Persentase keluarga rentan yang mandiri", "keluarga", "220", "count-with-percent"),
        ("Produktivitas jagung", "persen", "7,3", "unit-contradicts-noun"),
        ("Jumlah pedoman layanan", "skala", "3", "unit-contradicts-noun"),
        ("Persentase desa berlistrik", "%", "85 / 90", "two-values"),
        ("Persentase desa berlistrik", "%", "Ada", "not-a-number"),
        ("Ketepatan waktu penyampaian laporan", "", "Tepat waktu", "not-a-number"),
        ("Jumlah pengunjung museum", "orang", "sebanyak-banyaknya", "open-ended"),
        ("Jumlah pengunjung museum", "orang", "naik 50%", "no-base"),
        ("Jumlah bahan rapat yang disediakan", "paket", "12 bulan", "time-for-goods"),
        ("Jumlah peraturan bupati", "dokumen", "Desember 2026", "time-for-goods"),
        ("Indeks SPBE", "indeks", "35", "out-of-scale"),
        ("Persentase warga ber-KTP", "%", "130", "out-of-scale"),
        ("Terwujudnya layanan perpustakaan", "", "100%", "percent-without-measure"),
        ("Opini BPK atas laporan keuangan", "", "100", "number-without-grade"),
        ("Indeks kepuasan masyarakat", "Persen", "A", "unit-mismatch"),
        ("Jumlah taman yang dibangun", "unit", "0", "zero-for-goods"),
        ("Tersusunnya peta jalan inovasi", "", "1 kegiatan", "activity-for-result"),
        ("Kualitas layanan loket", "", "Baik", "grade-without-scale"),
        ("Level kematangan pengadaan", "%", "3", "number-without-grade"),
        ("Angka kematian bayi", "%", "140", "out-of-scale"),
        ("Penerimaan sewa kios", "%", "21.500.000.000", "out-of-scale"),
        ("Rata-rata pendapatan perajin", "orang", "3.200.000", "unit-contradicts-noun"),
        ("Meningkatnya mutu layanan loket", "", "1 Paket", "activity-for-result"),
    ],
)
def test_an_unsound_target_says_why(indicator: str, unit: str, target: str, problem: str) -> None:
    assert _problem(indicator, unit, target) == problem


@pytest.mark.parametrize(
    ("indicator", "unit", "target"),
    [
        ("Indeks kepuasan masyarakat", "indeks", "≥ 85"),
        ("Predikat SAKIP", "predikat", "BB"),
        ("Opini BPK atas laporan keuangan", "opini", "WTP"),
        ("Level maturitas SPIP", "level", "Level 3"),
        ("Waktu tanggap kebakaran", "menit", "≤ 15"),
        ("Rata-rata lama sekolah", "tahun", "8,6"),
        ("Persentase peningkatan pendapatan daerah", "%", "112"),
        ("Jumlah kasus kekerasan terhadap anak", "kasus", "0"),
        ("Terlaksananya sosialisasi pajak", "kegiatan", "1"),
        ("Tersusunnya peta jalan inovasi", "", "1 dokumen"),
        ("Rasio Gini", "", "0,31"),
        ("Jumlah karya ilmiah per dosen", "rasio", "0,4"),
        ("Angka partisipasi kasar SMA", "%", "104"),
        ("Jumlah tenaga kebersihan yang dibayar", "orang/bulan", "14"),
    ],
)
def test_a_sound_target_is_left_alone(indicator: str, unit: str, target: str) -> None:
    assert _problem(indicator, unit, target) is None


def test_an_index_in_per_cent_is_only_remarked_upon() -> None:
    reading = read_row(Row(1, "", "Indeks kepuasan masyarakat", "%", "85"))
    assert reading.target_ok is True
    assert "unit_soft" in reading.reasons


def test_millions_and_rates_are_told_from_plain_units() -> None:
    money, rate = read_unit("Rp miliar"), read_unit("per 100.000 KH")
    assert money is not None
    assert (money.kind, money.scale) == ("money", 1e9)
    assert rate is not None
    assert rate.kind == "rate"


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_cell_can_be_read(typed: str, unit: str) -> None:
    target = parse_target(typed, unit)
    if target is not None and target.low is not None and target.high is not None:
        assert target.low <= target.high


@given(st.integers(min_value=0, max_value=10**9))
def test_thousands_may_be_grouped_or_not(value: int) -> None:
    grouped = f"{value:,}".replace(",", ".")
    assert parse_number(grouped) == float(value)
    assert parse_number(str(value)) == float(value)
