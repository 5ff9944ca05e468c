"""Agreements that strain a page: many rows, long names, signs of markup, parts that are missing."""

from dataclasses import replace

from tests.documents.sample import AGENCY, FORMS, HEAD
from workbench.reviewer.document import Agreement, Party, Position, Programme, Row

MARKUP = "A & B <c> \"kutip\" 'petik' #panic() $x$ *tebal* _miring_ @ref \\u{41} `kode` ~ // [x] {y} ^"
NAME = (
    "Dinas Pengendalian Penduduk, Keluarga Berencana, Pemberdayaan Perempuan, dan Pelindungan Anak serta "
) * 3
NAME = f"{NAME[:270].strip()} Kabupaten Arunika"


def rows(sasaran: int, each: int) -> tuple[Row, ...]:
    """So many sasaran with so many indicators each, three lines a row."""
    return tuple(
        Row(
            place * each + index + 1,
            f"Meningkatnya mutu layanan dasar bagi warga kepulauan tahap {place + 1}",
            f"Persentase warga kelompok {place + 1}.{index + 1} yang menerima layanan sesuai standar minimal",
            "%",
            f"{10 + index},{place}",
        )
        for place in range(sasaran)
        for index in range(each)
    )


def programmes(count: int) -> tuple[Programme, ...]:
    """So many programmes of two lines each."""
    return tuple(
        Programme(n, f"Program Pemenuhan Upaya Kesehatan Perorangan tahap {n}", f"{n}.250.000.000,00", "APBD")
        for n in range(1, count + 1)
    )


_MARKED = tuple(Row(n, MARKUP, f"{MARKUP} {n}", "", f"8{n} #x $y$ <z>") for n in (1, 2, 3))

SHAPES: dict[str, Agreement] = {
    "satu sasaran 40 indikator": replace(AGENCY, rows=rows(1, 40)),
    "12 sasaran 4 indikator": replace(AGENCY, rows=rows(12, 4)),
    "nama 300 huruf": replace(
        AGENCY,
        unit=NAME,
        first=replace(HEAD, name=f"Prof. {NAME}", position=f"Kepala {NAME}"),
        rows=tuple(Row(n, f"Naiknya {NAME}", f"Nilai {NAME} {n}", "%", f"8{n}") for n in (1, 2, 3, 4)),
        programmes=(Programme(1, f"Program {NAME}", "6.000.000.000,00", NAME),),
    ),
    "tanda markah": replace(
        AGENCY,
        unit=f"Dinas {MARKUP}",
        first=replace(HEAD, name=MARKUP, position=f"Kepala Dinas {MARKUP}"),
        rows=_MARKED,
        programmes=(Programme(1, f"Program {MARKUP}", "6.000.000.000,00", MARKUP),),
    ),
    "kata sangat panjang": replace(
        AGENCY,
        unit=f"Dinas {'Tanpaspasi' * 12}",
        rows=(Row(1, "Pertanggungjawaban" * 8, "Ketidakbertanggungjawaban" * 6, "satuan" * 9, "8" * 40),),
        programmes=(Programme(1, "Program" * 30, "1" * 40, "https://arunika.example/" + "a" * 60),),
    ),
    "tanpa tanggal dan NIP": replace(
        AGENCY, place="", date="", first=Party("Siti", "Kepala Dinas Kesehatan"), second=Party()
    ),
    "30 program": replace(AGENCY, programmes=programmes(30)),
    "tanpa program": replace(FORMS[Position.ECHELON_4], rows=rows(3, 7), programmes=(), total=""),
    "kepala daerah": replace(FORMS[Position.REGIONAL_HEAD], rows=rows(10, 4), programmes=programmes(30)),
    "eselon III": replace(FORMS[Position.ECHELON_3], rows=rows(4, 5), programmes=programmes(12)),
}
