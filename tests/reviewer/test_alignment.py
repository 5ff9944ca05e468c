"""The verdict on a pair, and the reason a person is given."""

import time

import pytest

from workbench.reviewer.alignment import align
from workbench.reviewer.concepts import subject
from workbench.reviewer.findings import Verdict


def verdict(sasaran: str, indikator: str) -> str:
    return align(sasaran, indikator).verdict.value


def test_satisfaction_measures_the_quality_of_service() -> None:
    found = align("Meningkatkan kualitas layanan", "Indeks kepuasan masyarakat")
    assert found.verdict is Verdict.YES
    assert found.relation == "direct"
    assert found.because[0].endswith("adalah ukuran hasil dari kualitas layanan")


def test_online_services_are_a_proxy_of_access() -> None:
    found = align("Meningkatkan akses layanan", "Persentase layanan online")
    assert (found.verdict, found.relation) == (Verdict.PARTIAL, "proxy")


def test_efficiency_of_spending_never_stands_alone() -> None:
    found = align("Efisiensi anggaran", "Persentase efisiensi belanja")
    assert found.verdict is Verdict.PARTIAL
    assert "masukan" in found.because[0]


@pytest.mark.parametrize(
    ("sasaran", "indikator", "expected", "relation"),
    [
        ("Meningkatnya peran pemuda dalam pembangunan", "Produktivitas padi", "no", "other-field"),
        ("Terwujudnya layanan informasi publik yang terbuka", "Opini BPK", "no", "other-field"),
        ("Meningkatnya derajat kesehatan masyarakat", "Jumlah kunjungan ke puskesmas", "partial", "proxy"),
        ("Meningkatnya derajat kesehatan masyarakat", "Usia harapan hidup", "yes", "direct"),
        ("Membaiknya kualitas air sungai", "Indeks kualitas air", "yes", "direct"),
        ("Meningkatnya kesejahteraan petani", "Produktivitas padi", "partial", "proxy"),
        ("Menurunnya kemiskinan", "Jumlah rapat koordinasi penanggulangan kemiskinan", "partial", "activity"),
        ("Menurunnya kemiskinan", "Persentase penduduk miskin", "yes", "direct"),
        ("Menurunnya kemiskinan", "Persentase jalan dalam kondisi mantap", "no", "other-field"),
        ("Meningkatnya kompetensi guru", "Rasio elektrifikasi", "no", "other-field"),
        ("Menurunnya stunting", "Prevalensi stunting balita", "yes", "direct"),
        ("Menurunnya stunting", "Persentase koperasi sehat", "no", "other-field"),
        ("Meningkatnya kesejahteraan masyarakat", "Laju pertumbuhan ekonomi", "partial", "proxy"),
        ("Meningkatnya profesionalitas ASN", "Jumlah ASN yang mengikuti diklat", "partial", "activity"),
    ],
)
def test_four_ways_of_missing_get_four_answers(
    sasaran: str, indikator: str, expected: str, relation: str
) -> None:
    found = align(sasaran, indikator)
    assert (found.verdict.value, found.relation) == (expected, relation)


def test_the_right_field_with_another_object_is_named_as_such() -> None:
    found = align("Meningkatnya kualitas jalan kabupaten", "Persentase rumah tangga berakses air minum layak")
    assert found.verdict is not Verdict.YES
    assert found.relation == "same-field"
    assert "jalan" in found.because[0]
    assert "air minum" in found.because[0]


@pytest.mark.parametrize(
    ("sasaran", "indikator"),
    [
        ("Meningkatnya kualitas layanan", "Meningkatnya kualitas layanan"),
        ("Meningkatnya mutu sekolah dasar", "Meningkatnya mutu sekolah dasar"),
        ("Menurunnya kemiskinan ekstrem", "menurunnya KEMISKINAN ekstrem."),
        ("Terkelolanya aset daerah dengan tertib", "Aset daerah terkelola dengan tertib"),
    ],
)
def test_words_of_the_sasaran_earn_nothing(sasaran: str, indikator: str) -> None:
    found = align(sasaran, indikator)
    assert found.verdict is Verdict.NO
    assert found.relation == "repeats"
    assert found.score is not None
    assert found.score <= 0.1


def test_governance_words_are_no_evidence() -> None:
    found = align(
        "Meningkatnya kualitas pelayanan kinerja program daerah kabupaten",
        "Persentase program daerah kabupaten yang meningkat kinerjanya dalam budidaya lebah",
    )
    assert found.verdict is not Verdict.YES


@pytest.mark.parametrize(
    "indikator", ["", "   ", "%", "Persentase %", "Jumlah", "xkcd qwrtz plmk", "\u202e\x00"]
)
def test_nothing_measured_shows_nothing(indikator: str) -> None:
    found = align("Meningkatnya kualitas layanan kesehatan", indikator)
    assert found.verdict is Verdict.NO
    assert found.score == 0.0


def test_keywords_heaped_up_are_not_an_answer() -> None:
    assert verdict("Meningkatnya layanan kesehatan", "layanan kesehatan " * 8) != "yes"


@pytest.mark.parametrize("sasaran", ["", "  ", "\n"])
def test_without_a_sasaran_there_is_no_verdict(sasaran: str) -> None:
    found = align(sasaran, "Indeks kepuasan masyarakat")
    assert found.verdict is Verdict.NA
    assert found.score is None


@pytest.mark.parametrize(
    ("sasaran", "indikator", "expected"),
    [
        ("Terlaksananya pemeliharaan kendaraan dinas", "Jumlah kendaraan dinas yang dipelihara", "yes"),
        ("Terlaksananya pemeliharaan kendaraan dinas", "Jumlah penduduk miskin", "no"),
        ("Meningkatnya kualitas udara", "IKU", "yes"),
        ("Meningkatnya kualitas udara", "Persentase capaian IKU", "partial"),
        (
            "Meningkatnya penyelesaian perkara di pengadilan",
            "Persentase perkara yang diselesaikan tepat waktu",
            "yes",
        ),
        ("Meningkatnya daya saing usaha mikro", "Persentase usaha mikro naik kelas", "yes"),
        ("Meningkatnya budaya baca masyarakat", "Tingkat kegemaran membaca", "yes"),
        ("Meningkatnya keselamatan lalu lintas", "Angka fatalitas kecelakaan lalu lintas", "yes"),
    ],
)
def test_it_judges_across_the_fields(sasaran: str, indikator: str, expected: str) -> None:
    assert verdict(sasaran, indikator) == expected


def test_a_direct_measure_ranks_over_a_part_over_another_matter() -> None:
    sasaran = "Meningkatnya derajat kesehatan masyarakat"
    scores = [
        align(sasaran, indikator).score or 0.0
        for indikator in ("Usia harapan hidup", "Jumlah kunjungan ke puskesmas", "Persentase koperasi aktif")
    ]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 3


def test_every_verdict_has_a_reason_of_one_or_two_lines() -> None:
    for sasaran in ("Menurunnya stunting", "Meningkatnya investasi", "Tersusunnya dokumen renja"):
        for indikator in ("Prevalensi stunting", "Nilai investasi", "Jumlah dokumen renja", "Kuda lumping"):
            because = align(sasaran, indikator).because
            assert 1 <= len(because) <= 2
            assert all(10 < len(line) < 200 for line in because)


def test_it_answers_the_same_every_time() -> None:
    pair = ("Meningkatnya ketahanan pangan", "Skor pola pangan harapan")
    assert len({align(*pair) for _ in range(5)}) == 1


def test_a_very_long_text_takes_no_very_long_time() -> None:
    long = "meningkatnya mutu layanan kesehatan masyarakat dan pendidikan " * 1_500
    started = time.perf_counter()
    align(long, "Persentase " + long)
    assert time.perf_counter() - started < 3.0


@pytest.mark.parametrize(
    ("sasaran", "indikator"),
    [
        # other words for the people served, and for the thing itself
        (
            "Meningkatnya kepuasan masyarakat terhadap layanan perizinan",
            "Tingkat kepuasan pelanggan perizinan",
        ),
        ("Meningkatnya kepercayaan masyarakat kepada Polri", "Tingkat kepercayaan publik kepada Polri"),
        ("Terjaganya kamtibmas", "Indeks keamanan dan ketertiban masyarakat"),
        ("Meningkatnya kepemilikan dokumen", "Persentase anak yang memiliki kartu identitas anak"),
        ("Meningkatnya umur panjang penduduk", "Umur harapan hidup"),
        # other forms of one word
        ("Meningkatnya ketaatan pelaku usaha pada baku mutu", "Persentase usaha yang taat baku mutu"),
        ("Meningkatnya pengungkapan kasus pencurian", "Persentase kasus pencurian yang terungkap"),
        ("Meningkatnya pemanfaatan arsip statis", "Jumlah arsip statis yang dimanfaatkan pengguna"),
        # named grades of what the sasaran names
        ("Meningkatnya mutu layanan", "Predikat mutu pelayanan"),
        # a slip of the hand in the word that carries the meaning
        ("Meningkatnya kinerja perpustakan keliling", "Jumlah pemustaka perpustakaan keliling"),
    ],
)
def test_the_own_measure_is_known_in_other_words(sasaran: str, indikator: str) -> None:
    assert verdict(sasaran, indikator) == "yes"


@pytest.mark.parametrize(
    ("sasaran", "indikator"),
    [
        ("Meningkatnya penyelesaian perkara pidana", "Persentase perkara pidana yang dieksekusi"),
        ("Terwujudnya keamanan dan ketertiban rutan", "Persentase gangguan kamtib yang dicegah"),
        ("Meningkatnya mutu layanan imigrasi", "Rata-rata waktu penerbitan paspor"),
        ("Terjaminnya makanan yang aman dan bermutu", "Persentase pangan olahan memenuhi syarat"),
        ("Meningkatnya kepatuhan wajib pajak", "Rasio kepatuhan SPT"),
        ("Meningkatnya kualitas dosen", "Persentase dosen berkualifikasi doktor"),
        ("Meningkatnya kualitas informasi cuaca", "Akurasi prakiraan cuaca"),
        ("Meningkatnya kinerja pelabuhan", "Waktu tunggu kapal"),
        ("Meningkatnya mutu penyelenggaraan haji", "Indeks kepuasan jemaah haji"),
        ("Meningkatnya perlindungan karantina", "Persentase media pembawa bebas hama karantina"),
        ("Meningkatnya kinerja keuangan BLUD", "Rasio pendapatan operasional terhadap biaya operasional"),
        ("Meningkatnya mutu daftar pemilih", "Tingkat kemutakhiran daftar pemilih"),
    ],
)
def test_central_bodies_are_understood_too(sasaran: str, indikator: str) -> None:
    assert verdict(sasaran, indikator) == "yes"


@pytest.mark.parametrize(
    ("sasaran", "indikator"),
    [
        ("Meningkatnya kelestarian terumbu", "Rata-rata skor bentik"),
        ("Terkendalinya penyakit menular", "Jumlah rapat koordinasi lintas sektor"),
        ("Meningkatnya layanan dasar", "Persentase rumah tangga berakses air minum"),
        ("Menurunnya penduduk miskin", "Jumlah mesin jahit yang diserahkan"),
        ("Meningkatnya kinerja kecamatan", "Persentase wajib pajak yang melunasi PBB"),
    ],
)
def test_what_is_not_known_to_be_foreign_is_not_called_so(sasaran: str, indikator: str) -> None:
    found = align(sasaran, indikator)
    assert found.verdict is Verdict.PARTIAL
    assert found.score is not None
    assert found.score < 0.6


@pytest.mark.parametrize(
    ("sasaran", "indikator"),
    [
        ("Meningkatnya kompetensi aparatur", "Tersedianya pakaian dinas"),
        ("Meningkatnya jangkauan internet desa", "Jumlah paket alat tulis kantor yang disediakan"),
        ("Meningkatnya produksi padi", "Tingkat kegemaran membaca"),
    ],
)
def test_office_goods_and_measures_of_another_field_are_foreign(sasaran: str, indikator: str) -> None:
    assert verdict(sasaran, indikator) == "no"


def test_what_was_counted_decides_for_a_sasaran_that_is_an_output() -> None:
    assert verdict("Terlaksananya vaksinasi ternak", "Jumlah ternak yang divaksin") == "yes"
    assert verdict("Terlaksananya pendampingan UMKM", "Jumlah UMKM yang didampingi") == "yes"
    assert (
        verdict("Terlaksananya administrasi keuangan dinas", "Jumlah penerima gaji dan tunjangan ASN") != "no"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("penghargaan", "harga"),
        ("diberikan", "ikan"),
        ("menggunakan", "perpustakaan"),
        ("belajar", "peserta"),
        ("emisi", "pengemis"),
        ("perbandingan", "banding"),
        ("rujukan", "rujuk"),
    ],
)
def test_words_that_only_look_alike_are_not_one(one: str, other: str) -> None:
    assert subject(one).stems != subject(other).stems


def test_a_piece_of_work_told_twice_is_still_that_piece_of_work() -> None:
    found = align("Terlaksananya penataan arsip kelurahan", "Penataan arsip kelurahan yang terlaksana")
    assert (found.verdict, found.relation) == (Verdict.PARTIAL, "repeats")


@pytest.mark.parametrize(
    ("sasaran", "indikator", "answer"),
    [
        ("Meningkatnya ketepatan laporan keuangan daerah", "Jumlah rukun tetangga yang terdata", "no"),
        ("Meningkatnya ketepatan laporan keuangan daerah", "Jumlah rekonsiliasi kas", "partial"),
        ("Meningkatnya infrastruktur dasar", "Rasio elektrifikasi", "partial"),
    ],
)
def test_what_shares_nothing_with_a_sasaran_of_another_field_is_another_matter(
    sasaran: str, indikator: str, answer: str
) -> None:
    assert verdict(sasaran, indikator) == answer
