"""Two things in one indicator are told from one thing with a long name."""

import pytest

from workbench.reviewer import Row
from workbench.reviewer.reading import read_row


def is_double(indicator: str) -> bool:
    return read_row(Row(1, indikator=indicator)).double


@pytest.mark.parametrize(
    "indicator",
    [
        # two kinds of thing, side by side or each with its own addition
        "Jumlah penyuluh dan petani yang mengikuti sekolah lapang",
        "Jumlah kambing dan sapi yang dibagikan",
        "Jumlah pupuk cair dan benih jagung yang disalurkan",
        "Persentase jembatan dan saluran dalam kondisi baik",
        "Jumlah buku cerita, mushaf, dan printer yang dibagikan",
        "Persentase kepemilikan KTP-el dan akta kematian",
        "Jumlah panitera dan jaksa yang magang",
        "Jumlah rebana dan angklung yang dibagikan",
        "Persentase pertumbuhan impor dan investasi",
        # each thing with its own condition
        "Jumlah aula yang dicat dan ruang tunggu yang diperluas",
        "Persentase museum terakreditasi dan pemandu bersertifikat",
        "Persentase arsip yang rapi dan arsiparis yang terlatih",
        # two qualities, two instruments, two acts, two kinds of school
        "Persentase kehadiran dan kedisiplinan pegawai",
        "Nilai SAKIP dan nilai IKM kelurahan",
        "Persentase penurunan AKI dan AKB",
        "Jumlah lomba dan pameran yang digelar",
        "Persentase penataan taman dan pengangkutan sampah liar",
        "Rata-rata nilai ujian SD dan SMP",
        "Jumlah pegawai yang mengikuti diklat teknis dan kepemimpinan",
        # a virtue wished for a list of affairs
        "Tertib kepegawaian, persuratan, perlengkapan dan kas",
        "Tersusunnya RKA dan DPA",
    ],
)
def test_two_things_are_seen(indicator: str) -> None:
    assert is_double(indicator)


@pytest.mark.parametrize(
    "indicator",
    [
        # fixed pairs and one act with two names
        "Jumlah dokumen KUA dan PPAS",
        "Jumlah peserta pendidikan dan pelatihan",
        "Persentase pendidik dan tenaga kependidikan bersertifikat",
        "Persentase pembinaan dan pengawasan koperasi",
        "Persentase wajib pajak bumi dan bangunan yang patuh",
        # "dan" inside what is said of the one thing counted
        "Jumlah guru sekolah dasar dan madrasah yang dilatih",
        "Jumlah laporan tentang gedung dan kendaraan",
        "Persentase pegawai pada dinas dan badan yang hadir",
        "Persentase laporan yang sah dan lengkap sesuai pedoman yang ditetapkan",
        "Jumlah halte yang dibangun dan dipelihara",
        "Persentase gedung kantor dan bangunan lainnya yang dipelihara",
        # an index may be named after two things
        "Indeks kepuasan dan kepercayaan masyarakat",
        "Cakupan perencanaan, penganggaran, dan evaluasi",
    ],
)
def test_one_thing_with_a_long_name_is_not_double(indicator: str) -> None:
    assert not is_double(indicator)


@pytest.mark.parametrize(
    "indicator",
    [
        "Tingkat keikutsertaan warga dalam organisasi pemuda dan organisasi wanita",
        "Cakupan kampung rapi dan asri yang didampingi",
    ],
)
def test_a_noun_said_twice_behind_a_preposition_or_two_fine_words_are_one_thing(indicator: str) -> None:
    assert not is_double(indicator)
