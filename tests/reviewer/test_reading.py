"""What a row says: measure, level of result, vague and double wording, direction, readability, places."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.reviewer.document import FIELDS, Row
from workbench.reviewer.findings import Direction, Level, Reading
from workbench.reviewer.reading import read_row


def read(indicator: str, unit: str = "", target: str = "", **cells: str) -> Reading:
    return read_row(Row(1, indikator=indicator, satuan=unit, target=target, **cells))


MEASURES = [
    "Persentase taman kota yang terawat",
    "Presentase taman kota yang terawat",
    "Prosentase taman kota yang terawat",
    "Persentse taman kota yang terawat",
    "% taman kota yang terawat",
    "Jml taman kota",
    "Rata - rata lama antre",
    "Angka Rata-rata lama rawat inap",
    "(Nilai AKIP pemerintah daerah)",
    "1. Jumlah taman kota",
    "a) Jumlah taman kota",
    "Produktivitas kedelai",
    "UHH",
    "AKI",
    "IKM Kecamatan",
    "Ekspor bersih",
    "PDRB/kapita",
    "Kasus pelanggaran ketertiban",
    "Bed Occupancy Rate (BOR)",
    "Berkurangnya jumlah keluhan pasien",
    "Penurunan kasus gigitan anjing",
    "Median usia kawin pertama",
    "<b>Jumlah</b> taman kota",
    "Jum\u200blah taman\u202e kota",
]

NOT_MEASURES = [
    "Terlaksananya lomba kebersihan",
    "Terlaksnanya lomba kebersihan",
    "Terpantaunya harga pasar",
    "Tersusunnya dokumen RDTR",
    "Meningkatnya minat baca",
    "Meningkatkan minat baca",
    "Menyusun dokumen RDTR",
    "Tertib administrasi barang",
    "Peningkatan kapasitas pengurus karang taruna",
    "Pengamanan jaringan komputer",
    "Laporan keuangan",
    "Setiap kecamatan memiliki petugas yang andal",
    "Akurat dan rapi",
    "Persentase",
    "Persentase %",
    "Persentase x",
    "Indeks",
    "jumlah jumlah jumlah",
    "",
]


@pytest.mark.parametrize("indicator", MEASURES)
def test_a_measure_is_known_by_its_head(indicator: str) -> None:
    reading = read(indicator)
    assert reading.is_measure
    assert "not_measure" not in reading.reasons


@pytest.mark.parametrize("indicator", NOT_MEASURES)
def test_a_statement_a_task_or_a_thing_is_no_measure(indicator: str) -> None:
    reading = read(indicator, "%", "80")
    assert not reading.is_measure
    assert reading.reasons["not_measure"]


LEVELS = {
    Level.INPUT: [
        "Persentase serapan anggaran dinas",
        "Persentase realisasi anggaran dinas",
        "Jumlah dana hibah yang terserap",
        "Persentase efisiensi belanja",
        "Jumlah pegawai",
    ],
    Level.ACTIVITY: [
        "Jumlah rapat evaluasi",
        "Jumlah sosialisasi yang diselenggarakan",
        "Persentase pelaksanaan sosialisasi kebersihan",
        "Persentase kegiatan penghijauan yang terlaksana",
        "Cakupan koordinasi antarkelurahan",
        "Terlaksananya lomba kebersihan",
    ],
    Level.OUTPUT: [
        "Jumlah laporan koordinasi dan evaluasi",
        "Jumlah taman yang dibangun",
        "Panjang trotoar yang dipelihara",
        "Persentase laporan yang tersusun tepat waktu",
        "Persentase ketersediaan alat peraga",
        "Jumlah peserta pelatihan kerja",
        "Persentase pemenuhan kebutuhan penunjang kantor",
        "Jumlah pengaduan yang ditangani",
        "Tersusunnya dokumen RDTR",
    ],
    Level.OUTCOME: [
        "Jumlah kunjungan wisatawan",
        "Jumlah kasus demam berdarah",
        "Jumlah desa mandiri",
        "Jumlah kecamatan dengan predikat bebas narkoba",
        "Persentase warga yang menggunakan angkutan umum",
        "Persentase permohonan yang diselesaikan tepat waktu",
        "Persentase rekomendasi pemeriksaan yang ditindaklanjuti",
        "Persentase laporan hasil kajian yang dimanfaatkan",
        "Indeks kepuasan pengguna layanan",
        "Indeks Tata Kelola Pengadaan",
        "Indeks Pembangunan Pemuda",
        "Waktu tunggu pasien rawat jalan",
        "Prevalensi stunting balita",
        "Rumah tangga yang memiliki jamban sehat (%)",
        "Tingkat waktu tanggap kebakaran",
    ],
    Level.IMPACT: [
        "Persentase penduduk miskin",
        "Angka kematian bayi",
        "Tingkat pengangguran terbuka",
        "Laju pertumbuhan ekonomi",
        "IPM",
        "Rasio Gini",
        "Penurunan angka kemiskinan",
    ],
}


@pytest.mark.parametrize(
    ("level", "indicator"), [(level, text) for level, texts in LEVELS.items() for text in texts]
)
def test_the_level_of_result_is_seen_through_the_wording(level: Level, indicator: str) -> None:
    reading = read(indicator)
    assert reading.level == level, reading.reasons["level"]
    assert reading.reasons["level"]


@pytest.mark.parametrize(
    "indicator",
    [
        "Persentase layanan yang optimal",
        "Persentase pegawai yang profesional",
        "Jumlah koperasi berkualitas",
        "Persentase pengelolaan hutan yang berkelanjutan",
        "Persentase laporan yang benar dan lengkap",
        "Tingkat kualitas layanan kepegawaian",
        "Tertib administrasi barang",
        "Jumlah bantuan tertentu yang disalurkan",
    ],
)
def test_a_word_without_operational_meaning_is_vague(indicator: str) -> None:
    reading = read(indicator)
    assert reading.vague
    assert reading.spans["vague"]


@pytest.mark.parametrize(
    "indicator",
    [
        "Persentase rumah tangga dengan air minum layak",
        "Persentase rumah layak huni",
        "Jumlah kelurahan layak anak",
        "Persentase jalan dalam kondisi mantap",
        "Indeks Kualitas Lingkungan Hidup",
        "Persentase izin yang terbit tepat waktu",
        "Persentase satuan pendidikan terakreditasi minimal baik",
        "Persentase pegawai berpredikat kinerja baik",
        "Persentase layanan yang efektif menurut standar pelayanan",
        "Produksi komoditas unggulan",
    ],
)
def test_a_named_standard_is_not_vague(indicator: str) -> None:
    assert not read(indicator).vague


def test_a_definition_gives_a_vague_word_its_meaning() -> None:
    indicator = "Jumlah pustakawan yang kompeten dan profesional"
    assert read(indicator).vague
    defined = "Pustakawan dengan sertifikat uji kompetensi dari lembaga sertifikasi yang masih berlaku"
    assert not read(indicator, formula=defined).vague


@pytest.mark.parametrize(
    "indicator",
    [
        "Persentase sekolah terakreditasi dan guru bersertifikat",
        "Jumlah pelatihan dan jumlah peserta",
        "Persentase kualitas dan kuantitas layanan",
        "Persentase peningkatan akses dan mutu layanan",
        "Jumlah dokumen anggaran dan laporan pelaksanaan anggaran",
        "Jumlah sekolah dan puskesmas yang dipugar",
        "Rata-rata nilai ujian - SD - SMP",
    ],
)
def test_two_measures_in_one_are_double(indicator: str) -> None:
    reading = read(indicator)
    assert reading.double
    assert reading.reasons["double"]


@pytest.mark.parametrize(
    "indicator",
    [
        "Jumlah sarana dan prasarana yang terpelihara",
        "Jumlah halte yang direhabilitasi dan terpelihara",
        "Persentase perempuan dan anak korban kekerasan yang ditangani",
        "Indeks kepuasan layanan perencanaan dan keuangan",
        "Jumlah laporan inspeksi, audit, dan pemantauan",
        "Persentase pengurus dan pengawas koperasi bersertifikat",
        "Jumlah paket peralatan dan perlengkapan kantor",
        "Nilai evaluasi sosial dan ekonomi",
    ],
)
def test_a_pair_that_names_one_thing_is_not_double(indicator: str) -> None:
    assert not read(indicator).double


@pytest.mark.parametrize(
    ("indicator", "direction"),
    [
        ("Persentase penduduk miskin", Direction.DOWN),
        ("Prevalensi stunting", Direction.DOWN),
        ("Angka kecelakaan lalu lintas", Direction.DOWN),
        ("Indeks risiko bencana", Direction.DOWN),
        ("Waktu tanggap kebakaran", Direction.DOWN),
        ("Anak tidak sekolah", Direction.DOWN),
        ("Persentase balita yang belum diimunisasi", Direction.DOWN),
        ("Persentase kasus yang diselesaikan", Direction.UP),
        ("Persentase penurunan AKI", Direction.UP),
        ("Persentase kawasan bebas kumuh", Direction.UP),
        ("Persentase desa bukan rawan pangan", Direction.UP),
        ("Tingkat waktu tanggap kebakaran", Direction.UP),
        ("Indeks ketahanan bencana", Direction.UP),
        ("Indeks kepuasan masyarakat", Direction.UP),
        ("Masa tunggu alumni memperoleh kerja", Direction.DOWN),
        ("Rata-rata waktu penanganan aduan", Direction.DOWN),
        ("Rata-rata lama tinggal pelancong", Direction.UP),
        ("Persentase kiriman yang ditolak pembeli", Direction.DOWN),
        ("Persentase putusan yang tidak diajukan banding", Direction.UP),
        ("Persentase atap rusak yang diperbaiki", Direction.UP),
        ("Inflasi", Direction.STABLE),
        ("BOR", Direction.STABLE),
        ("Terlaksananya lomba kebersihan", None),
    ],
)
def test_the_direction_follows_the_thing_and_its_flip_words(
    indicator: str, direction: Direction | None
) -> None:
    assert read(indicator).direction == direction


def test_a_speed_told_in_time_is_to_be_short() -> None:
    assert read("Kecepatan pengiriman kabar banjir", "menit").direction == Direction.DOWN
    assert read("Kecepatan bus kota", "km/jam").direction == Direction.UP


def test_a_typed_polarity_outranks_the_words() -> None:
    assert read("Persentase penduduk miskin", polaritas="Maximize").direction == Direction.UP


@pytest.mark.parametrize(
    "indicator",
    [
        "",
        "***",
        "12345",
        "=SUM(A1:A3)",
        "asdf qwer zxcv",
        "aaaaaaaaaaaaaaaa bbbbbbbb",
        "lorem ipsum dolor sit amet",
        "Persentase kualitas Persentase kualitas Persentase kualitas",
        "Percentage of households with access to clean water",
        "Number of trained teachers in the district",
        "指标 数量",
        "نسبة الطرق",
    ],
)
def test_nonsense_and_other_languages_are_not_read(indicator: str) -> None:
    reading = read(indicator, "%", "80")
    assert not reading.readable
    assert not reading.is_measure
    assert not reading.vague
    assert not reading.double
    assert reading.target_ok is None


@pytest.mark.parametrize(
    ("row", "measure", "level", "target_ok", "result"),
    [
        (
            Row(1, "Meningkatkan kualitas layanan", "Indeks kepuasan masyarakat", "", "≥ 85"),
            True,
            Level.OUTCOME,
            True,
            True,
        ),
        (
            Row(2, "Meningkatkan akses layanan", "Persentase layanan online", "", "≥ 70%"),
            True,
            Level.OUTCOME,
            True,
            True,
        ),
        (
            Row(3, "Efisiensi anggaran", "Persentase efisiensi belanja", "", "≥ 10%"),
            True,
            Level.INPUT,
            True,
            False,
        ),
    ],
)
def test_the_three_rows_of_the_bimtek_article_are_read_fairly(
    row: Row, measure: bool, level: Level, target_ok: bool, result: bool
) -> None:
    reading = read_row(row)
    assert (reading.is_measure, reading.level) == (measure, level)
    assert (reading.target_ok, reading.sasaran_is_result) == (target_ok, result)
    assert not reading.double


def test_real_oddities_do_not_confuse() -> None:
    assert read("Persentase irigasi kondisi baik", "Hektar", "0").target_ok is False
    assert read("Persentase jumlah kawasan kumuh", "Kawasan", "3").target_ok is False
    assert read("Indeks kepuasan masyarakat", "Persen", "A", baseline="94,46").target_ok is False
    for blank in ("N/A", "-"):
        assert read("Panjang jalur pejalan kaki", "km", "1", baseline=blank).baseline is None
    worded = read("Panjang jalur pejalan kaki", "km", "1", baseline="Ada").baseline
    assert worded is not None
    assert worded.problem == "not-a-number"
    visitors = read("Jumlah kunjungan wisatawan", "orang", "770", baseline="144.902")
    assert visitors.baseline is not None
    assert visitors.baseline.low == 144902


def test_a_share_says_of_whom() -> None:
    assert read("Persentase jalan mantap").population is True
    assert read("Persentase kepuasan").population is False
    assert read("Jumlah taman").population is None


WORDS = """
    Persentase Jumlah Indeks Meningkatnya Terlaksananya jalan dan yang mantap dokumen, laporan (IKM) tidak
    kasus ditangani 2026 % - / \u200b <b> prosentase nilai rata-rata kualitas optimal
"""
SENTENCES = st.lists(st.sampled_from(WORDS.split(" ")), max_size=14).map(" ".join)
CELLS = st.one_of(st.text(max_size=80), SENTENCES)


@settings(max_examples=200, deadline=None)
@given(CELLS, CELLS, st.text(max_size=15), st.text(max_size=25))
def test_every_place_lies_inside_the_text(sasaran: str, indicator: str, unit: str, target: str) -> None:
    row = Row(1, sasaran, indicator, unit, target)
    reading = read_row(row)
    assert read_row(row) == reading
    for spans in reading.spans.values():
        for span in spans:
            assert span.field in FIELDS
            assert 0 <= span.start <= span.end <= len(row.cell(span.field))
    assert len(reading.slips) == len(reading.spans.get("slip", ()))
    if not reading.is_measure:
        assert reading.reasons["not_measure"]


@pytest.mark.parametrize(
    "text",
    [
        "a" * 10_000,
        "Persentase jalan yang " + "mantap dan " * 900,
        "(" * 10_000,
        "1.1." * 2_500,
        "dan yang " * 1_100,
    ],
)
def test_a_very_long_cell_is_read_in_a_moment(text: str) -> None:
    started = time.perf_counter()
    read_row(Row(1, text, text, text, text, text, baseline=text, polaritas=text))
    assert time.perf_counter() - started < 2
