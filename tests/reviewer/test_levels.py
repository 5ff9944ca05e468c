"""The level of result is read from what is counted and what is said of it, not from the first known word."""

import pytest

from workbench.reviewer import Row
from workbench.reviewer.findings import Level
from workbench.reviewer.reading import read_row


def level(indicator: str, unit: str = "") -> Level:
    return read_row(Row(1, indikator=indicator, satuan=unit)).level


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        # the score of an instrument is a result, even one about money
        ("Nilai kinerja anggaran unit kerja", Level.OUTCOME),
        ("Persentase daya serap anggaran", Level.INPUT),
        # people counted one by one for whom a service was there; a share of them is coverage
        ("Jumlah nelayan yang memperoleh layanan kesehatan", Level.OUTPUT),
        ("Persentase nelayan yang memperoleh layanan kesehatan", Level.OUTCOME),
        # what was done to a thing, and what a body outside the office does by itself
        ("Jumlah pasar yang dilakukan rehabilitasi", Level.OUTPUT),
        ("Jumlah koperasi yang melaksanakan rapat anggota", Level.OUTCOME),
        # plans carried out are work, plans written are products
        ("Persentase rencana aksi yang dilaksanakan", Level.ACTIVITY),
        ("Persentase implementasi rencana aksi kota sehat", Level.ACTIVITY),
        ("Persentase rencana aksi yang tersusun", Level.OUTPUT),
        # work on things is a product, on waste and on people's rights a result
        ("Persentase pengelolaan arsip kecamatan", Level.OUTPUT),
        ("Persentase pengelolaan sampah kelurahan", Level.OUTCOME),
        ("Persentase perlindungan lansia", Level.OUTCOME),
        # services to people that are covered, and acts that are merely done
        ("Cakupan penyuluhan peternak", Level.OUTPUT),
        ("Cakupan koordinasi lintas desa", Level.ACTIVITY),
        # the state of a facility; how many there are for so many people
        ("Persentase jembatan dalam kondisi rusak berat", Level.OUTCOME),
        ("Rasio lapangan olahraga per penduduk", Level.OUTPUT),
        # events and states counted one by one
        ("Jumlah insiden keselamatan pasien", Level.OUTCOME),
        ("Jumlah pergerakan pesawat", Level.OUTCOME),
        ("Jumlah layanan jemput bola", Level.ACTIVITY),
        # third parties decide
        ("Persentase produk ekspor yang ditolak pembeli", Level.OUTCOME),
        ("Persentase usulan warga yang diakomodir dalam rencana kerja", Level.OUTCOME),
        # goods counted one by one stay goods, however good
        ("Jumlah konten video yang berkualitas", Level.OUTPUT),
        ("Persentase perkara lama yang diputus", Level.OUTCOME),
        ("Jumlah perkara yang diputus", Level.OUTPUT),
        ("Ekspor barang kerajinan", Level.OUTCOME),
        # papers that citizens get, in time, are a result; papers of the office are not
        ("Persentase dokumen kependudukan yang terbit sesuai standar waktu", Level.OUTCOME),
        ("Persentase dokumen perencanaan yang disusun tepat waktu", Level.OUTPUT),
        ("Rata-rata response time penanganan kebakaran", Level.OUTCOME),
        ("Jumlah dokumen kependudukan yang diterbitkan", Level.OUTPUT),
    ],
)
def test_the_level_follows_what_is_counted(indicator: str, expected: Level) -> None:
    assert level(indicator) == expected


@pytest.mark.parametrize(
    ("indicator", "unit"),
    [
        ("Uptime jaringan kantor", "%"),
        ("Waiting time kapal", "jam"),
        ("Cakupan K6", "%"),
        ("N/D", "%"),
        ("Kerukunan antarwarga", "%"),
        ("Rumah layak huni", "%"),
    ],
)
def test_a_short_name_with_a_measuring_unit_is_a_measure(indicator: str, unit: str) -> None:
    assert read_row(Row(1, indikator=indicator, satuan=unit)).is_measure


@pytest.mark.parametrize(
    ("indicator", "unit"),
    [
        ("Layanan perkantoran", "%"),
        ("Koordinasi antarbidang", "%"),
        ("Sesuai prosedur", "%"),
        ("Pengamanan gedung", "%"),
        ("Kerukunan antarwarga", ""),
    ],
)
def test_work_and_wishes_are_no_measure_whatever_their_unit(indicator: str, unit: str) -> None:
    assert not read_row(Row(1, indikator=indicator, satuan=unit)).is_measure


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        ("Persentase pendaki hilang yang ditemukan", Level.OUTCOME),
        ("Frekuensi latihan evakuasi", Level.ACTIVITY),
        ("Frekuensi kunjungan pembaca", Level.OUTCOME),
        ("Rasio tenaga penyelamat terhadap luas wilayah", Level.INPUT),
        ("Persentase pemegang izin yang melakukan penghijauan", Level.OUTCOME),
        ("Nilai dividen yang disetor", Level.OUTCOME),
        ("Persentase limbah pasar yang tertangani", Level.OUTCOME),
    ],
)
def test_means_work_and_what_comes_of_it_are_told_apart(indicator: str, expected: Level) -> None:
    assert level(indicator) == expected


def test_a_paper_with_nothing_but_fine_words_is_no_measure() -> None:
    wished = read_row(Row(1, indikator="Laporan kas yang rapi dan lengkap", target="12 laporan"))
    limited = read_row(Row(1, indikator="Laporan kas yang diserahkan", target="12 laporan"))
    assert (wished.is_measure, limited.is_measure) == (False, True)


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        ("Persentase layanan izin yang diselenggarakan secara daring", Level.OUTCOME),
        ("Ketersediaan pangan per kapita", Level.OUTCOME),
        ("Persentase ketersediaan meja rapat", Level.OUTPUT),
        ("Jumlah lembaga adat yang diselenggarakan", Level.OUTPUT),
        ("Jumlah kejadian razia", Level.ACTIVITY),
    ],
)
def test_how_a_service_is_offered_and_what_people_live_on_are_results(
    indicator: str, expected: Level
) -> None:
    assert level(indicator) == expected
