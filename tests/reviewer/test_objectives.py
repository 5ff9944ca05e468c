"""The sasaran column is told apart: results, orders, efforts, outputs, topics, units, indicators."""

import pytest

from workbench.reviewer.document import Row
from workbench.reviewer.findings import Direction, ObjectiveKind
from workbench.reviewer.reading import read_objective, read_row

KINDS = [
    ("Meningkatnya mutu layanan perpustakaan", ObjectiveKind.RESULT, True),
    ("Meningkatkan mutu layanan perpustakaan", ObjectiveKind.RESULT, True),
    ("Menngkatnya mutu layanan perpustakaan", ObjectiveKind.RESULT, True),
    ("Meningkatkatnya mutu layanan perpustakaan", ObjectiveKind.RESULT, True),
    ("Meningkat nya mutu layanan perpustakaan", ObjectiveKind.RESULT, True),
    ("1. Terwujudnya kota yang bersih", ObjectiveKind.RESULT, True),
    ("Terlindunginya anak dari kekerasan", ObjectiveKind.RESULT, True),
    ("Terbebasnya permukiman dari banjir", ObjectiveKind.RESULT, True),
    ("Birokrasi yang bersih dan melayani", ObjectiveKind.RESULT, True),
    ("Terselesaikannya sengketa tanah", ObjectiveKind.RESULT, True),
    ("Tersedianya layanan kesehatan yang merata", ObjectiveKind.RESULT, True),
    ("Peningkatan mutu pembelajaran", ObjectiveKind.EFFORT, True),
    ("Pemberdayaan masyarakat desa", ObjectiveKind.EFFORT, False),
    ("Meningkatnya upaya penagihan piutang", ObjectiveKind.EFFORT, False),
    ("Terlaksananya rapat koordinasi", ObjectiveKind.OUTPUT, False),
    ("Terlaksnanya rapat koordinasi", ObjectiveKind.OUTPUT, False),
    ("Tersusunnya dokumen anggaran", ObjectiveKind.OUTPUT, False),
    ("Terwujudnya dokumen anggaran", ObjectiveKind.OUTPUT, False),
    ("Tersedianya alat peraga sekolah", ObjectiveKind.OUTPUT, False),
    ("Laporan kinerja", ObjectiveKind.OUTPUT, False),
    ("Menyusun laporan kinerja", ObjectiveKind.ORDER, False),
    ("Melaksanakan pembinaan pedagang", ObjectiveKind.ORDER, False),
    ("Pembinaan pedagang pasar", ObjectiveKind.ORDER, False),
    ("Program peningkatan mutu pendidikan", ObjectiveKind.PROGRAMME, False),
    ("Kegiatan pembinaan pedagang", ObjectiveKind.PROGRAMME, False),
    ("Konsumsi ikan keluarga meningkat", ObjectiveKind.RESULT, True),
    ("Warung kelontong terlindungi dari rentenir", ObjectiveKind.RESULT, True),
    ("Terserapnya pencari kerja di kawasan industri", ObjectiveKind.RESULT, True),
    ("Terangkutnya sampah pasar", ObjectiveKind.RESULT, True),
    ("Balita terpantau di posyandu", ObjectiveKind.OUTPUT, False),
    ("Daerah tertinggal", ObjectiveKind.TOPIC, False),
    ("Efisiensi anggaran", ObjectiveKind.TOPIC, False),
    ("Kesehatan", ObjectiveKind.TOPIC, False),
    ("Bidang Pelayanan", ObjectiveKind.UNIT, False),
    ("Sekretariat Daerah", ObjectiveKind.UNIT, False),
    ("Persentase jalan mantap", ObjectiveKind.INDICATOR, False),
    # people and society are formed, papers and buildings are issued or built
    ("Terbentuknya karakter pelajar", ObjectiveKind.RESULT, True),
    ("Terbangunnya kepercayaan warga", ObjectiveKind.RESULT, True),
    ("Terbentuknya tim penilai", ObjectiveKind.OUTPUT, False),
    # goods are an output, kept in order or called into being; a place or a right is not
    ("Terpeliharanya kendaraan patroli", ObjectiveKind.OUTPUT, False),
    ("Terciptanya aplikasi antrean", ObjectiveKind.OUTPUT, False),
    ("Terpeliharanya kerukunan warga", ObjectiveKind.RESULT, True),
    ("Terwujudnya ruang publik yang nyaman", ObjectiveKind.RESULT, True),
    ("Meningkatnya kendaraan yang laik jalan", ObjectiveKind.RESULT, True),
    # office work said as if it were a condition
    ("Teridentifikasinya potensi pajak", ObjectiveKind.OUTPUT, False),
    ("Terekamnya sidik jari pemohon", ObjectiveKind.OUTPUT, False),
    ("Mendukung tugas pimpinan", ObjectiveKind.ORDER, False),
    # a change told in a clause
    ("Angka perkawinan anak menurun", ObjectiveKind.RESULT, True),
    ("Menjadikan kota ramah sepeda", ObjectiveKind.RESULT, True),
    # the quality of work, as a condition
    ("Pemeriksaan kapal yang efektif", ObjectiveKind.RESULT, True),
    ("Pengendalian harga yang efektif", ObjectiveKind.RESULT, True),
    ("Kepatuhan nelayan yang tinggi", ObjectiveKind.RESULT, True),
    ("Peningkatan jumlah pembaca", ObjectiveKind.EFFORT, True),
    ("Prosentase jalan mantap", ObjectiveKind.INDICATOR, False),
    ("Nilai SAKIP", ObjectiveKind.INDICATOR, False),
    ("qwrt zxcv bnmk", ObjectiveKind.UNREADABLE, False),
    ("***", ObjectiveKind.UNREADABLE, False),
]


@pytest.mark.parametrize(("text", "kind", "result"), KINDS)
def test_a_sasaran_is_told_apart(text: str, kind: ObjectiveKind, result: bool) -> None:
    assert read_objective(text)[:2] == (kind, result)


def test_an_empty_sasaran_is_nothing_to_judge() -> None:
    assert read_objective("  ") == (None, None, {}, {})
    reading = read_row(Row(1, indikator="Persentase jalan mantap"))
    assert reading.sasaran_is_result is None


def test_the_deciding_words_are_marked_as_typed() -> None:
    text = "  Terlaksananya rapat"
    span = read_objective(text)[2]["objective"][0]
    assert text[span.start : span.end] == "Terlaksananya"


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Menurunnya angka kemiskinan", Direction.DOWN),
        ("Berkurangnya sampah plastik", Direction.DOWN),
        ("Menurunya angka kemiskinan", Direction.DOWN),
        ("Meningkatnya literasi", Direction.UP),
        ("Peningkatan literasi", Direction.UP),
        ("Terwujudnya kota bersih", None),
    ],
)
def test_the_verb_says_where_things_should_go(text: str, direction: Direction | None) -> None:
    assert read_row(Row(1, text, "Indeks literasi")).objective_direction == direction


def test_slips_are_forgiven_and_pointed_out() -> None:
    reading = read_row(Row(1, "Menngkatnya literasi", "Prosentase warga yang gemar membaca"))
    assert reading.slips == ("persentase", "meningkatnya")
    assert [span.field for span in reading.spans["slip"]] == ["indikator", "sasaran"]
