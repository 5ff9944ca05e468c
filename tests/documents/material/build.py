"""Makes the files beside it, shaped the way offices shape them: `python tests/documents/material/build.py`.

One function a file; the docstring says what is hard about it. All is about the fictional Kabupaten Arunika.
"""

import io
import json
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as Paper
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

HERE = Path(__file__).parent

Rows = Sequence[Sequence[object]]

HEALTH: Rows = (
    ("Menurunnya kematian ibu melahirkan", "Angka kematian ibu", "per 100.000 KH", "≤ 120"),
    ("Menurunnya kematian ibu melahirkan", "Persentase persalinan di fasilitas kesehatan", "%", "96,5"),
    ("Membaiknya gizi balita", "Prevalensi stunting balita", "%", "14,2"),
)
PROGRAMMES: Rows = (
    ("Program Kesehatan Ibu & Anak", "4.250.000.000,00", "APBD"),
    ("Program Gizi <Masyarakat>", "1.750.000.000,00", "DAK Nonfisik"),
)
HEADER = ("No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target")


def iku_dinas_xlsx() -> bytes:
    """Title rows, a header of three rows, merged sasaran, numbers by their format, a signature underneath."""
    book, sheet = new_book("IKU")
    write(sheet, 1, [["INDIKATOR KINERJA UTAMA"], ["DINAS KESEHATAN KABUPATEN ARUNIKA"], ["TAHUN 2026"]])
    for row in (1, 2, 3):
        sheet.merge_cells(f"A{row}:F{row}")
    write(sheet, 5, [("No", "Sasaran Strategis", "Indikator Kinerja Utama", "Satuan", "Target", None)])
    write(sheet, 6, [(None, None, None, None, 2026, 2027)])
    write(sheet, 7, [("(1)", "(2)", "(3)", "(4)", "(5)", "(6)")])
    for column in "ABCD":
        sheet.merge_cells(f"{column}5:{column}6")
    sheet.merge_cells("E5:F5")
    write(sheet, 8, [(1, HEALTH[0][0], HEALTH[0][1], HEALTH[0][2], 120, 115)])
    write(
        sheet, 9, [(2, None, HEALTH[1][1], "%", 0.965, 0.97), (3, HEALTH[2][0], HEALTH[2][1], "%", 14.2, 13)]
    )
    sheet.merge_cells("B8:B9")
    sheet["E9"].number_format = "0.0%"
    write(
        sheet, 13, [(None, None, None, None, "Kota Arunika, 5 Januari 2026"), (None,) * 4 + ("Kepala Dinas",)]
    )
    return saved(book)


def iku_lembar_tersembunyi_xlsx() -> bytes:
    """A cover, the table, and last year's table on a hidden sheet."""
    book, cover = new_book("Sampul")
    write(cover, 1, [["Rencana Kinerja Dinas Kesehatan"], ["Kabupaten Arunika"]])
    write(book.create_sheet("IKU 2026"), 1, [HEADER, *numbered(HEALTH)])
    old = book.create_sheet("IKU 2025")
    write(old, 1, [HEADER, *numbered(HEALTH[:1])])
    old.sheet_state = "hidden"
    return saved(book)


def dua_tabel_satu_lembar_xlsx() -> bytes:
    """Two indicator tables with different columns, one above the other, each with its own title."""
    book, sheet = new_book("Kinerja")
    write(sheet, 1, [["A. Indikator Kinerja Utama"], HEADER, *numbered(HEALTH)])
    write(sheet, 8, [["B. Indikator program"]])
    write(sheet, 9, [("Penanggung Jawab", "Indikator Program", "Target 2026", "Sasaran Program", "Catatan")])
    write(
        sheet,
        10,
        [
            (
                "Bidang Kesmas",
                "Persentase ibu hamil yang diperiksa enam kali",
                "≥ 90%",
                "Ibu hamil terpantau",
                "",
            )
        ],
    )
    return saved(book)


def renstra_xlsx() -> bytes:
    """Five years under one merged heading, both tujuan and sasaran, a code column."""
    book, sheet = new_book("Tabel 4.1")
    write(sheet, 1, [["TUJUAN DAN SASARAN RENSTRA DINAS KESEHATAN 2025–2029"]])
    write(
        sheet,
        3,
        [
            ("Kode", "Tujuan", "Sasaran", "Indikator Sasaran", "Satuan", "Kondisi Awal", "Target Tahun")
            + (None,) * 4
        ],
    )
    write(sheet, 4, [(None,) * 6 + (2025, 2026, 2027, 2028, 2029)])
    sheet.merge_cells("G3:K3")
    for column in "ABCDEF":
        sheet.merge_cells(f"{column}3:{column}4")
    write(sheet, 5, [("1.02", "Warga sehat", s, i, u, 130, 128, 120, 115, 110, 100) for s, i, u, _ in HEALTH])
    sheet.merge_cells("B5:B7")
    sheet.merge_cells("C5:C6")
    return saved(book)


def tanpa_judul_xlsx() -> bytes:
    """Rows without any heading."""
    book, sheet = new_book("Sheet1")
    write(sheet, 1, [row[:4] for row in HEALTH])
    return saved(book)


def rumus_xlsx() -> bytes:
    """A formula with the value that was saved with it, and one without."""
    book, sheet = new_book("IKU")
    write(sheet, 1, [HEADER, *numbered(HEALTH)])
    sheet["E2"] = "=100+20"
    sheet["E3"] = "=AVERAGE(E9:E10)"
    return patched(
        saved(book), "xl/worksheets/sheet1.xml", b"<f>100+20</f><v></v>", b"<f>100+20</f><v>120</v>"
    )


def target_kata_xlsx() -> bytes:
    """Words where targets should be, beside a grade that is a target."""
    book, sheet = new_book("IKU")
    rows = [list(row) for row in numbered(HEALTH)]
    rows[1][4] = "sebanyak-banyaknya"
    rows[2][4] = "BB"
    write(sheet, 1, [HEADER, *rows])
    return saved(book)


def pk_excel_xlsx() -> bytes:
    """An agreement over two sheets, with a NIP typed as a number."""
    book, first = new_book("Pernyataan")
    write(
        first,
        1,
        [
            ["PERJANJIAN KINERJA TAHUN 2026"],
            ["DINAS KESEHATAN"],
            ["Kami yang bertanda tangan di bawah ini:"],
            ["Nama", ":", "dr. Larasati Wulandari, M.Kes."],
            ["Jabatan", ":", "Kepala Dinas Kesehatan"],
            ["selanjutnya disebut pihak pertama"],
            ["Nama", ":", "Ratna Kusumadewi"],
            ["Jabatan", ":", "Bupati Arunika"],
            [],
            [None, None, None, "Kota Arunika, 12 Januari 2026"],
            ["Pihak Kedua,", None, None, "Pihak Pertama,"],
            [],
            ["Ratna Kusumadewi", None, None, "dr. Larasati Wulandari, M.Kes."],
            [None, None, None, "NIP"],
            [None, None, None, 197504122002122003],
        ],
    )
    annex = book.create_sheet("Lampiran")
    write(annex, 1, [["LAMPIRAN PERJANJIAN KINERJA TAHUN 2025"], [], HEADER, *numbered(HEALTH)])
    write(annex, 9, [("No", "Program", "Anggaran (Rp)", "Keterangan")])
    write(annex, 10, [(n, name, budget, note) for n, (name, budget, note) in enumerate(PROGRAMMES, start=1)])
    write(annex, 12, [(None, "Jumlah", "6.100.000.000,00")])
    write(annex, 14, [(None, None, None, "Kota Arunika, 12 Januari 2026")])
    write(annex, 15, [("Pihak Kedua,", None, None, "Pihak Pertama,")])
    return saved(book)


def kolom_terbalik_csv() -> bytes:
    """Semicolons, the old Windows code page, columns in another order, a NIP rounded by a spreadsheet."""
    lines = [
        "Penanggung Jawab;NIP PJ;TARGET;Satuan;Indikator;Sasaran",
        "Bidang Kesmas;1,98501E+17;120;per 100.000 KH;Angka kematian ibu;Kematian ibu – menurun",
    ]
    return "\r\n".join(lines).encode("cp1252")


def pk_kepala_dinas_docx() -> bytes:
    """Identities in a table without rules, vertical merges, a title row in the table, signatures by tabs."""
    paper = Document()
    for text in ("PEMERINTAH KABUPATEN ARUNIKA", "DINAS KESEHATAN", "PERJANJIAN KINERJA", "TAHUN 2026"):
        paper.add_paragraph(text)
    paper.add_paragraph(
        "Demi kinerja yang dapat dipertanggungjawabkan, kami yang bertanda tangan di bawah ini:"
    )
    fill(paper, [("Nama", ":", "dr. Larasati Wulandari, M.Kes."), ("Jabatan", ":", "Kepala Dinas Kesehatan")])
    paper.add_paragraph("selanjutnya disebut Pihak Pertama")
    fill(paper, [("Nama", ":", "Ratna Kusumadewi"), ("Jabatan", ":", "Bupati Arunika")])
    paper.add_paragraph("selaku atasan Pihak Pertama, selanjutnya disebut Pihak Kedua")
    paper.add_paragraph("\t\t\t\tKota Arunika, 12 Januari 2026")
    paper.add_paragraph("Pihak Kedua,\t\t\t\tPihak Pertama,")
    paper.add_paragraph("")
    paper.add_paragraph("Ratna Kusumadewi\t\t\t\tdr. Larasati Wulandari, M.Kes.")
    paper.add_paragraph("\t\t\t\tPembina Utama Muda")
    paper.add_paragraph("\t\t\t\tNIP. 19750412 200212 2 003")
    paper.add_page_break()
    paper.add_paragraph("LAMPIRAN PERJANJIAN KINERJA TAHUN 2026")
    heads = ("No", "Sasaran Strategis", "Indikator Kinerja", "Target")
    rows = [(n, s, i, f"{t} {u}") for n, (s, i, u, t) in enumerate(HEALTH, start=1)]
    table = fill(paper, [heads, ("(1)", "(2)", "(3)", "(4)"), *rows])
    table.cell(2, 1).merge(table.cell(3, 1)).text = str(HEALTH[0][0])
    paper.add_paragraph("")
    lines = [(n, *line) for n, line in enumerate(PROGRAMMES, start=1)]
    table = fill(
        paper, [("No", "Program", "Anggaran (Rp)", "Ket."), *lines, ("", "TOTAL", "6.000.000.000,00", "")]
    )
    table.cell(3, 0).merge(table.cell(3, 1))
    return saved(paper)


def pk_kabid_docx() -> bytes:
    """A head of a division: sasaran program, header rows, programme and kegiatan in two columns."""
    paper = Document()
    paper.add_paragraph("PERJANJIAN KINERJA TAHUN 2026")
    paper.add_paragraph("1. Nama : Bima Prakoso, S.KM.\n   Jabatan : Kepala Bidang Kesehatan Masyarakat")
    paper.add_paragraph("2. Nama : dr. Larasati Wulandari, M.Kes.\n   Jabatan : Kepala Dinas Kesehatan")
    paper.add_paragraph("Ditetapkan di : Kota Arunika")
    paper.add_paragraph("pada tanggal : 14 Januari 2026")
    paper.add_paragraph("Nama Pejabat : Bima Prakoso, S.KM.")
    paper.add_paragraph("Unit Kerja : Bidang Kesehatan Masyarakat")
    fill(
        paper,
        [
            ("No", "Sasaran Program", "Indikator Kinerja Program", "Satuan", "Target"),
            (1, "Ibu hamil terpantau", "Persentase ibu hamil yang diperiksa enam kali", "%", "90"),
        ],
    )
    fill(
        paper,
        [
            ("Program", "Kegiatan", "Pagu Anggaran", "Sumber Dana"),
            ("Program Kesehatan", "Pelayanan kesehatan ibu", "300.000.000", "APBD"),
            ("Program Kesehatan", "Pelayanan kesehatan bayi", "200.000.000", "APBD"),
        ],
    )
    paper.add_paragraph("Jumlah Anggaran : Rp 500.000.000")
    return saved(paper)


def pk_bupati_docx() -> bytes:
    """A kepala daerah signs alone; no programmes."""
    paper = Document()
    for text in (
        "PERJANJIAN KINERJA TAHUN 2026",
        "KABUPATEN ARUNIKA",
        "Nama : Ratna Kusumadewi",
        "Jabatan : Bupati Arunika",
    ):
        paper.add_paragraph(text)
    fill(paper, [HEADER, (1, "Menurunnya kemiskinan", "Persentase penduduk miskin", "%", "8,4")])
    return saved(paper)


def dua_tabel_docx() -> bytes:
    """A table of contents as a table, then the IKU; a title across the table, a header repeated in it."""
    paper = Document()
    fill(paper, [("Bab", "Halaman"), ("Pendahuluan", "1"), ("Indikator", "2")])
    paper.add_paragraph("Indikator Kinerja Utama Dinas Kesehatan")
    table = fill(
        paper,
        [HEADER, ("Tujuan 1: warga sehat",) + ("",) * 4, *numbered(HEALTH[:2]), HEADER, (3, *HEALTH[2])],
    )
    table.cell(1, 0).merge(table.cell(1, 4))
    return saved(paper)


def lacak_perubahan_docx() -> bytes:
    """Tracked changes, a row in a content control, and a table inside a cell of another."""
    paper = Document()
    outer = paper.add_table(1, 1)
    table = outer.cell(0, 0).add_table(3, 3)
    for row, texts in zip(
        table.rows,
        (("Sasaran", "Indikator", "Target"), ("Gizi balita membaik", "", ""), ("x", "y", "z")),
        strict=True,
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    w = nsdecls("w")
    paragraph = table.cell(1, 1).paragraphs[0]._p
    paragraph.append(
        parse_xml(f'<w:del {w} w:id="1" w:author="a"><w:r><w:delText>Jumlah rapat</w:delText></w:r></w:del>')
    )
    paragraph.append(
        parse_xml(f'<w:ins {w} w:id="2" w:author="a"><w:r><w:t>Prevalensi stunting</w:t></w:r></w:ins>')
    )
    last = table.rows[2]._tr
    for cell, text in zip(
        table.rows[2].cells, ("Imunisasi merata", "Cakupan imunisasi dasar lengkap", "95%"), strict=True
    ):
        cell.text = text
    control = parse_xml(f"<w:sdt {w}><w:sdtContent/></w:sdt>")
    last.addprevious(control)
    control[0].append(last)
    return saved(paper)


def pk_yaml() -> bytes:
    """An agreement under Indonesian names."""
    return (
        b"posisi: eselon-iii\nunit: Bidang Kesehatan Masyarakat\ntahun: 2026\ntempat: Kota Arunika\n"
        b"tanggal: 14 Januari 2026\ntanggal_dpa: 2 Januari 2026\n"
        b"pihak_pertama: {nama: Bima Prakoso, jabatan: Kepala Bidang Kesehatan Masyarakat}\n"
        b"pihak_kedua: {nama: Larasati Wulandari, jabatan: Kepala Dinas Kesehatan}\n"
        b"baris:\n- sasaran: Ibu hamil terpantau\n"
        b"  indikator kinerja: Persentase ibu hamil yang diperiksa enam kali\n"
        b"  target: 90%\nprogram:\n- nama: Program Kesehatan\n  anggaran: 500.000.000\ntotal: 500.000.000\n"
        b"daftar_iku: [Persentase ibu hamil yang diperiksa enam kali]\n"
    )


def pk_json() -> bytes:
    """The same under the names of the program, inside `agreement`."""
    agreement = {
        "position": "kepala-daerah",
        "year": 2026,
        "first": {"name": "Ratna Kusumadewi", "position": "Bupati Arunika"},
        "rows": [
            {"sasaran": "Menurunnya kemiskinan", "indikator": "Persentase penduduk miskin", "target": 8.4}
        ],
    }
    return json.dumps({"agreement": agreement}, ensure_ascii=False, indent=1).encode()


TREE: Rows = (
    ("1", None, "Kepala Dinas", "Dinas Kesehatan", HEALTH[0][0], HEALTH[0][1], "per 100.000 KH", "≤ 120"),
    (
        "1.1",
        "1",
        "Kepala Bidang Kesehatan Masyarakat",
        "Bidang Kesmas",
        "Meningkatnya persalinan yang ditolong tenaga kesehatan",
        HEALTH[1][1],
        "%",
        0.965,
    ),
    (
        "1.1.1",
        "1.1",
        "Ketua Tim Gizi dan KIA",
        "Tim KIA",
        "Meningkatnya kehadiran ibu hamil di kelas ibu",
        "Persentase ibu hamil yang mengikuti kelas ibu empat kali",
        "%",
        80,
    ),
    (
        "1.2",
        "1",
        "Penanggung jawab rujukan",
        "Bidang Yankes",
        "Meningkatnya ketepatan rujukan ibu hamil berisiko",
        "Persentase ibu hamil berisiko yang dirujuk tepat waktu",
        "%",
        95,
    ),
)


def pohon_xlsx() -> bytes:
    """Title rows, numbers with dots as keys, offices for positions, one of them unknown, a signature."""
    book, sheet = new_book("Pohon Kinerja")
    write(sheet, 1, [["POHON KINERJA DINAS KESEHATAN"], ["TAHUN 2026"]])
    header = (
        "No. Kotak",
        "Induk",
        "Jabatan",
        "Pemegang",
        "Kondisi",
        "Indikator Kinerja",
        "Satuan",
        "Target 2026",
    )
    write(sheet, 4, [header, *TREE])
    sheet["H6"].number_format = "0.0%"
    sheet.merge_cells("A1:H1")
    write(sheet, 11, [(None,) * 6 + ("Kota Arunika, 5 Januari 2026",)])
    return saved(book)


def pohon_yaml() -> bytes:
    """Indonesian names, offices in words, and a position left to the place in the tree."""
    return b"""\
nama: Pohon kinerja dinas
kotak:
  - {kotak: K1, jabatan: Kepala OPD, unit: Dinas Kesehatan, kondisi: Menurunnya kematian ibu melahirkan,
     indikator: Angka kematian ibu, satuan: per 100.000 KH, target: 120}
  - {kotak: K2, induk: K1, jabatan: Kepala Bidang Kesmas, kondisi: Meningkatnya persalinan di fasilitas,
     indikator: Persentase persalinan di fasilitas kesehatan, satuan: "%", target: 96.5}
  - {kotak: K3, induk: K2, unit: Tim KIA, kondisi: Meningkatnya kehadiran ibu hamil di kelas ibu,
     indikator: Persentase ibu hamil yang mengikuti kelas ibu empat kali, satuan: "%", target: 80}
"""


def new_book(title: str) -> tuple[Workbook, Worksheet]:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    return book, sheet


def write(sheet: Worksheet, top: int, rows: Rows) -> None:
    for number, row in enumerate(rows, start=top):
        for column, value in enumerate(row, start=1):
            if value is not None:
                sheet.cell(number, column).value = value


def numbered(rows: Rows) -> list[tuple[object, ...]]:
    return [(number, *row) for number, row in enumerate(rows, start=1)]


def fill(paper: Paper, rows: Rows):
    table = paper.add_table(len(rows), max(len(row) for row in rows))
    for line, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, texts, strict=True):
            cell.text = str(text)
    return table


def saved(what: Workbook | Paper) -> bytes:
    buffer = io.BytesIO()
    what.save(buffer)
    return buffer.getvalue()


def patched(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The archive with a text replaced in one of its parts."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, content.replace(old, new) if name == part else content)
    return buffer.getvalue()


#: Every file, in the order of the functions above.
FILES: tuple[Callable[[], bytes], ...] = (
    iku_dinas_xlsx,
    iku_lembar_tersembunyi_xlsx,
    dua_tabel_satu_lembar_xlsx,
    renstra_xlsx,
    tanpa_judul_xlsx,
    rumus_xlsx,
    target_kata_xlsx,
    pk_excel_xlsx,
    kolom_terbalik_csv,
    pk_kepala_dinas_docx,
    pk_kabid_docx,
    pk_bupati_docx,
    dua_tabel_docx,
    lacak_perubahan_docx,
    pk_yaml,
    pk_json,
    pohon_xlsx,
    pohon_yaml,
)


def name_of(make: Callable[[], bytes]) -> str:
    """`iku_dinas_xlsx` makes iku_dinas.xlsx."""
    stem, _, kind = make.__name__.rpartition("_")
    return f"{stem}.{kind}"


if __name__ == "__main__":
    for make in FILES:
        (HERE / name_of(make)).write_bytes(make())
