"""Money, dates, offices and names of indicators, as documents really write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.reviewer import Position
from workbench.reviewer.dates import one_month_after, read_date, read_year
from workbench.reviewer.kinship import field_names, may_cause
from workbench.reviewer.offices import Office, may_sign_above, office_of, stands_in
from workbench.reviewer.rupiah import read_money, written
from workbench.reviewer.sameness import Likeness, closest, likeness


@pytest.mark.parametrize(
    ("text", "rupiah"),
    [
        ("Rp1.250.000.000,00", 1_250_000_000),
        ("Rp. 1.250.000,-", 1_250_000),
        ("1.250.000.000.-", 1_250_000_000),
        ("1250000000", 1_250_000_000),
        ("1,250,000,000", 1_250_000_000),
        ("250,000", 250_000),
        ("1 250 000", 1_250_000),
        ("Rp 1,25 M", 1_250_000_000),
        ("1.25 M", 1_250_000_000),
        ("Rp1.613,76 Milyar", 1_613_760_000_000),
        ("Rp 250 juta", 250_000_000),
        ("750 rb", 750_000),
        ("Rp1,2 triliun", 1_200_000_000_000),
        ("2.500.000 rupiah", 2_500_000),
        ("Rp2.500.000.000 (DAU)", 2_500_000_000),
        ("Rp0", 0),
    ],
)
def test_money_is_read_as_it_is_written(text: str, rupiah: int) -> None:
    money = read_money(text)
    assert money is not None
    assert money.rupiah == rupiah


@pytest.mark.parametrize(
    "text", ["", "-", "Rp", "sesuai DPA", "(5.000)", "-5", "5 ekor", "Rp1 M dan Rp2 M", "9" * 200]
)
def test_what_is_no_amount_is_none(text: str) -> None:
    assert read_money(text) is None


@given(st.integers(0, 10**14))
def test_what_we_write_we_read(rupiah: int) -> None:
    money = read_money(written(rupiah))
    assert money is not None
    assert money.rupiah == rupiah


@given(st.text(max_size=100))
def test_no_text_breaks_the_reading_of_money_and_dates(text: str) -> None:
    read_money(text)
    read_date(text)
    read_year(text)


@pytest.mark.parametrize(
    "text",
    [
        "5 Januari 2026",
        "Senin, 5 Jan 2026",
        "Kota Arunika, 5 Januari 2026",
        "05/01/2026",
        "5-1-2026",
        "2026-01-05",
    ],
)
def test_a_date_is_read_day_first(text: str) -> None:
    assert read_date(text) == date(2026, 1, 5)


@pytest.mark.parametrize("text", ["", "Januari 2026", "31 Februari 2026", "… Januari 2026", "5 Foo 2026"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


def test_a_month_ends_where_the_next_one_does() -> None:
    assert one_month_after(date(2026, 1, 31)) == date(2026, 2, 28)
    assert one_month_after(date(2025, 12, 5)) == date(2026, 1, 5)


def test_a_year_is_one_year() -> None:
    assert read_year("Tahun 2026") == 2026
    assert read_year("2025/2026") is None


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("Wali Kota Arunika", Office.REGIONAL_HEAD),
        ("Pj. Bupati Arunika", Office.REGIONAL_HEAD),
        ("Wakil Bupati", Office.DEPUTY),
        ("Sekretaris Daerah", Office.SECRETARY),
        ("Sekretaris DPRD", Office.AGENCY_HEAD),
        ("Sekretaris Dinas Pendidikan", Office.ECHELON_3),
        ("Plt. Kepala Dinas Kesehatan", Office.AGENCY_HEAD),
        ("KEPALA BIDANG PEMBINAAN SD", Office.ECHELON_3),
        ("Kasubbag Umum", Office.ECHELON_4),
        ("Kepala UPTD Puskesmas", Office.TECHNICAL_UNIT),
        ("Penata Perizinan Ahli Muda", Office.FUNCTIONAL),
        ("Guru", None),
        ("", None),
    ],
)
def test_an_office_is_known_by_its_title(title: str, office: Office | None) -> None:
    assert office_of(title) is office


def test_a_stand_in_is_known() -> None:
    assert stands_in("Pj. Bupati Arunika")
    assert not stands_in("Bupati Arunika")


def test_only_a_superior_may_sign_above() -> None:
    assert may_sign_above(Position.ECHELON_4, "Kepala Seksi Kurikulum", "Sekretaris Dinas")
    assert not may_sign_above(Position.ECHELON_4, "Kepala Seksi Kurikulum", "Kepala Dinas Pendidikan")
    assert not may_sign_above(Position.AGENCY_HEAD, "Kepala Dinas Pendidikan", "Kepala Dinas Kesehatan")


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Indeks kualitas air", "INDEKS KUALITAS AIR.", Likeness.SAME),
        ("IKM", "Indeks Kepuasan Masyarakat", Likeness.SAME),
        ("Presentase koperasi aktif", "Persentase koperasi aktif", Likeness.SAME),
        ("Proporsi koperasi aktif", "Persentase koperasi aktif", Likeness.NEAR),
        (
            "Persentase jalan kabupaten mantap",
            "Persentase jalan kabupaten dalam kondisi mantap",
            Likeness.NEAR,
        ),
        ("Indeks kualitas lingkunga hidup", "Indeks kualitas lingkungan hidup", Likeness.NEAR),
        ("Indeks kualitas air", "Indeks kualitas udara", Likeness.OTHER),
        ("Jumlah koperasi aktif", "Persentase koperasi aktif", Likeness.OTHER),
        ("Angka kematian ibu", "Angka kematian bayi", Likeness.OTHER),
        ("", "", Likeness.OTHER),
        ("Angka Putus Sekolah (APS)", "Angka putus sekolah", Likeness.SAME),
        ("TPT", "Tingkat Pengangguran Terbuka (TPT)", Likeness.SAME),
        ("Persentase koperasi aktif tahun 2026 sebesar 70%", "Persentase koperasi aktif", Likeness.SAME),
        ("Persentase lansia yg punya KTP-el", "Persentase lansia yang punya KTP elektronik", Likeness.SAME),
        ("Persentase balita 0-5 th terpantau", "Persentase balita usia 0–5 tahun terpantau", Likeness.NEAR),
        ("Laju pertumbuhan ekonomi", "Pertumbuhan ekonomi", Likeness.NEAR),
        ("Persentase desa belum mandiri", "Persentase desa mandiri", Likeness.OTHER),
        ("Persentase kawasan bebas kumuh", "Persentase kawasan kumuh", Likeness.OTHER),
        ("Persentase penurunan kasus DBD", "Persentase kasus DBD", Likeness.OTHER),
    ],
)
def test_names_of_one_measure_are_known_as_one(one: str, other: str, how: Likeness) -> None:
    assert likeness(one, other) is how
    assert likeness(other, one) is how


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Menurunnya kematian ibu melahirkan", "kesehatan"),
        ("Meningkatnya tertib administrasi perkantoran", "penunjang"),
        ("Meningkatnya kepatuhan wajib pajak daerah", "keuangan dan pendapatan daerah"),
        ("", ""),
    ],
)
def test_of_several_fields_the_one_that_most_words_lean_to_is_named(text: str, field: str) -> None:
    assert field_names(text).startswith(field)
    assert bool(field_names(text)) == bool(field)


def test_the_same_name_wins_over_a_near_one() -> None:
    names = ("Proporsi koperasi aktif", "Persentase koperasi aktif")
    assert closest("Persentase koperasi aktif", names) == (Likeness.SAME, names[1])


def test_other_fields_may_cause_what_they_are_known_to_cause() -> None:
    assert may_cause("Meningkatnya akses air minum layak", "Menurunnya stunting pada balita")
    assert may_cause("Meningkatnya akuntabilitas kinerja dinas", "Meningkatnya kemantapan jalan kabupaten")
    assert may_cause("Meningkatnya tertib administrasi perkantoran", "Meningkatnya produktivitas padi")
    assert may_cause("Meningkatnya kesejahteraan petani", "Menurunnya kemiskinan")
    assert not may_cause("Meningkatnya produktivitas padi", "Meningkatnya kemantapan jalan kabupaten")
