"""Agreements and tables that the tests of this room write and read back."""

from dataclasses import replace

from workbench.reviewer.document import Agreement, Party, Position, Programme, Row, Table

HEAD = Party(
    "dr. Larasati Wulandari, M.Kes.", "Kepala Dinas Kesehatan", "197504122002122003", "Pembina Utama Muda"
)
REGENT = Party("Ratna Kusumadewi", "Bupati Arunika")
DIVISION = Party("Bima Prakoso, S.KM.", "Kepala Bidang Kesehatan Masyarakat", "198003122005011004", "Pembina")
SECTION = Party("Sekar Ayu", "Kepala Seksi Gizi")

MOTHERS = "Menurunnya kematian ibu & bayi"
ROWS = (
    Row(1, MOTHERS, "Angka kematian ibu", "per 100.000 KH", "≤ 120"),
    Row(2, MOTHERS, "Persentase persalinan di fasilitas kesehatan <standar>", "%", "96,5"),
    Row(3, "Membaiknya gizi balita", "Prevalensi stunting balita", "%", "≤ 14,2"),
    Row(4, "Naiknya akuntabilitas dinas", "Predikat AKIP dinas", "predikat", "BB"),
)
AGENCY = Agreement(
    position=Position.AGENCY_HEAD,
    unit="Dinas Kesehatan Kabupaten Arunika",
    year="2026",
    annex_year="2026",
    place="Kota Arunika",
    date="12 Januari 2026",
    first=HEAD,
    second=REGENT,
    rows=ROWS,
    programmes=(
        Programme(1, "Program Kesehatan Ibu & Anak", "4.250.000.000,00", "APBD"),
        Programme(2, "Program Gizi <Masyarakat>", "1.750.000.000,00", "DAK Nonfisik"),
    ),
    total="6.000.000.000,00",
)
FORMS = {
    Position.REGIONAL_HEAD: replace(
        AGENCY, position=Position.REGIONAL_HEAD, unit="Kabupaten Arunika", first=REGENT, second=Party()
    ),
    Position.AGENCY_HEAD: AGENCY,
    Position.ECHELON_3: replace(
        AGENCY, position=Position.ECHELON_3, unit="Bidang Kesehatan Masyarakat", first=DIVISION, second=HEAD
    ),
    Position.ECHELON_4: replace(
        AGENCY, position=Position.ECHELON_4, unit="Seksi Gizi", first=SECTION, second=DIVISION
    ),
}
LONG = replace(
    AGENCY,
    first=replace(
        HEAD,
        name="Prof. Dr. dr. Raden Ajeng Kusumaningtyas Wirawan Prawirodirdjo, Sp.OG(K)., M.Kes., Ph.D.",
        position="Kepala Dinas Pengendalian Penduduk, Keluarga Berencana, Pemberdayaan Perempuan dan Anak",
    ),
    rows=tuple(
        Row(
            number,
            f"Meningkatnya mutu layanan dasar kelompok {(number - 1) // 7 + 1} di pulau dan pegunungan",
            f"Persentase warga kelompok ke-{number} yang menerima layanan sesuai standar minimal <A & B>",
            "%",
            str(50 + number),
        )
        for number in range(1, 41)
    ),
)
TABLE = Table(
    rows=(
        Row(
            1,
            MOTHERS,
            "Angka kematian ibu",
            "per 100.000 KH",
            "≤ 120",
            "ibu meninggal ÷ lahir hidup",
            "SIMPUS",
        ),
        Row(2, MOTHERS, "=1+1", "%", "-", "-2,5", "@admin", "+62", "  - lama", "'kutip"),
        Row(3, "", "Dua\nbaris & <tanda>  ", "", "00012"),
        Row(4, " Spasi di depan", "Persentase desa siaga", "%", "18,5%", penanggung_jawab="Bidang 1"),
    ),
    name="iku.xlsx",
)
