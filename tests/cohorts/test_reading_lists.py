"""Lists of participants as OPDs send them, kind and unkind."""

import io
import zipfile
from dataclasses import astuple

import pytest
from openpyxl import Workbook

from workbench.cohorts import reading, roster, roster_sheet
from workbench.documents.unreadable import Unreadable

NIP = "198501012010012001"


def told(people: list[roster.Person]) -> list[tuple[str, ...]]:
    """Each row's texts without its line number and problems."""
    return [astuple(person)[1:6] for person in roster.check(people)]


def workbook(*rows: tuple[object, ...]) -> bytes:
    """A workbook with these rows."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Lestari, S.Sos.", [("Ana Lestari, S.Sos.", "", "", "", "")]),
        (
            "Ana, S.E., M.M.\n\n Budi  Santoso \n",
            [("Ana, S.E., M.M.", *[""] * 4), ("Budi Santoso", *[""] * 4)],
        ),
        ("1. Ana Lestari\n2) Budi Santoso", [("Ana Lestari", *[""] * 4), ("Budi Santoso", *[""] * 4)]),
        ("- Ana Lestari\n• Budi Santoso", [("Ana Lestari", *[""] * 4), ("Budi Santoso", *[""] * 4)]),
        ("Ana Lestari; Dinas Kesehatan", [("Ana Lestari", "", "Dinas Kesehatan", "", "")]),
        (
            f"Ana\t{NIP}\tDinas Pendidikan\tPerencana\tana@arunika.example",
            [("Ana", NIP, "Dinas Pendidikan", "Perencana", "ana@arunika.example")],
        ),
        ("1\tAna Lestari\t19850101 201001 2 001\tBKPSDM", [("Ana Lestari", NIP, "BKPSDM", "", "")]),
        (
            f"No;NAMA LENGKAP;Unit Kerja;N.I.P.\n1;Ana;Dinas PUPR;'{NIP}",
            [("Ana", NIP, "Dinas PUPR", "", "")],
        ),
        (
            'Jabatan,nama,OPD\nKabid,"Ana Lestari, S.Sos.",Disdukcapil',
            [("Ana Lestari, S.Sos.", "", "Disdukcapil", "Kabid", "")],
        ),
        (
            "DAFTAR PESERTA BIMTEK\t\t\n\t\t\nNo\tNama\tInstansi\n(1)\t(2)\t(3)\n1\tAna\t-\n",
            [("Ana", "", "", "", "")],
        ),
    ],
    ids=[
        "a degree is no column",
        "blank lines and doubled spaces",
        "numbered as in a message",
        "with a dash or a dot before each",
        "name and OPD",
        "copied from Excel without headings",
        "a numbering column and a grouped NIP",
        "other headings in another order",
        "quoted commas",
        "titles above and numbers under the headings",
    ],
)
def test_it_reads_a_pasted_list(text: str, expected: list[tuple[str, ...]]):
    assert told(reading.read_text(text)) == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_it_reads_every_encoding_and_separator_that_excel_saves(encoding: str, mark: str):
    text = mark.join(("Nama", "OPD")) + "\r\n" + mark.join(("André Wijaya", "Dinas Kesehatan")) + "\r\n"
    people = reading.read_file("daftar.csv", text.encode(encoding))
    assert told(people) == [("André Wijaya", "", "Dinas Kesehatan", "", "")]


def test_it_reads_a_workbook_and_counts_rows_as_the_sheet_does():
    data = workbook(("Peserta bimtek",), ("Nama", "NIP", "OPD"), ("Ana", NIP, "BKPSDM"), ("", "", ""))
    people = reading.read_file("DAFTAR.XLSX", data)
    assert told(people) == [("Ana", NIP, "BKPSDM", "", "")]
    assert people[0].line == 3


@pytest.mark.parametrize("value", [198501012010012001, 1.98501012010012e17, float(NIP)])
def test_a_nip_kept_as_a_number_is_refused_with_the_way_out(value: float):
    """Excel keeps 15 digits: what looks like a NIP has lost its last ones."""
    people = roster.check(reading.read_file("x.xlsx", workbook(("Nama", "NIP"), ("Ana", value))))
    assert "format kolom NIP menjadi Teks" in people[0].problems[0]


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("Ana;1.98501E+17", "format kolom NIP menjadi Teks"),
        ("Ana;198501012010012000", "format kolom NIP menjadi Teks"),
        ("Ana;19850101201001200", "yang tertulis 17"),
        ("Ana;19850101201001200X", "hanya berisi angka"),
        (";" + NIP, "Nama belum diisi"),
        ("A;" + NIP, "paling sedikit 3"),
        ("12345;" + NIP, "paling sedikit 3 huruf"),
        ("x" * 161 + ";" + NIP, "lebih dari 160"),
    ],
)
def test_it_says_beside_a_row_what_is_wrong_with_it(row: str, complaint: str):
    person = roster.check(reading.read_text("Nama;NIP\n" + row))[0]
    assert any(complaint in problem for problem in person.problems), person


def test_it_names_the_row_that_a_row_repeats():
    text = f"Nama;NIP;OPD\nAna;{NIP};BKPSDM\nAna L.;{NIP};BKPSDM\nBudi;;PUPR\nBUDI,;;pupr\nBudi;;Dinkes"
    problems = [person.problems for person in roster.check(reading.read_text(text))]
    assert problems == [
        (),
        ("Sama dengan baris 2. Hapus salah satu.",),
        (),
        ("Sama dengan baris 4. Hapus salah satu.",),
        (),
    ]


def test_a_name_whose_degree_became_a_column_is_not_cut_silently():
    person = roster.check(reading.read_text("Nama,OPD\nAna Lestari, S.Sos.,BKPSDM"))[0]
    assert "tanda kutip" in person.problems[0]


def bomb() -> bytes:
    """A workbook that unpacks to more than a hundred megabytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/workbook.xml", "<workbook/>")
        parts.writestr("xl/worksheets/sheet1.xml", b" " * 120_000_000)
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("peserta.xlsx", b"\x89PNG\r\n\x1a\n" + b"0" * 100),
        ("peserta.csv", b"\xff\xd8\xff" + b"0" * 100),
        ("peserta.xlsx", bytes.fromhex("d0cf11e0a1b11ae1") + b"0" * 600),
        ("peserta.xlsx", b"PK\x03\x04 rusak"),
        ("peserta.xls", b"lama"),
        ("peserta.pdf", b"%PDF-1.7"),
        ("peserta.docx", b"teks"),
        ("peserta.csv", b""),
        ("peserta.csv", b"   \n  "),
        ("peserta.csv", b"Nama;OPD\n"),
        ("peserta.csv", b"a\x00b\x00"),
        ("peserta.xlsx", workbook(())),
        ("peserta.csv", b"\n".join(b"Orang nomor" for _ in range(1001))),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_is_no_list_gets_one_clear_sentence(name: str, data: bytes):
    with pytest.raises(Unreadable) as refused:
        reading.read_file(name, data)
    assert refused.value.message.endswith(".")
    assert len(refused.value.message) < 220


def test_a_zip_bomb_is_refused_before_it_is_opened():
    with pytest.raises(Unreadable, match="terlalu besar"):
        reading.read_file("peserta.xlsx", bomb())


def test_control_characters_do_not_get_through():
    person = roster.check([roster.Person(1, name="Ana\x00\x07 Lestari\u202e")])[0]
    assert person.name == "Ana Lestari"


def test_the_example_can_be_read_and_keeps_its_nip_column_as_text():
    from openpyxl import load_workbook

    data = roster_sheet.example()
    first = roster.check(reading.read_file("peserta-contoh.xlsx", data))[0]
    assert first.problems == ()
    sheet = load_workbook(io.BytesIO(data)).active
    assert {sheet.cell(line, 2).number_format for line in (2, 3, 500, 1001)} == {"@"}


def test_people_above_the_headings_are_shown_instead_of_lost():
    text = (
        "DAFTAR PESERTA BIMTEK\nTanggal 20 November 2026\n1. Ana Lestari, S.Sos.\n"
        "No\tNama\tNIP\n2\tBudi Santoso\t"
    )
    people = roster.check(reading.read_text(text))
    assert [(person.line, person.name) for person in people] == [
        (3, "Ana Lestari, S.Sos."),
        (5, "Budi Santoso"),
    ]
    assert "di atas judul kolom" in people[0].problems[0]
    assert not people[1].problems


def test_numbered_rows_that_nobody_filled_in_are_no_people():
    people = reading.read_text("No\tNama\tOPD\n1\tAna Lestari\tDinas PUPR\n2\t\t\n3.\t\t\n")
    assert [person.name for person in people] == ["Ana Lestari"]


def test_a_name_typed_into_another_column_is_not_lost():
    people = reading.read_text("No\tNama\tOPD\n1\tAna Lestari\tDinas PUPR\nBudi Santoso\t\t\n")
    assert [person.name for person in people] == ["Ana Lestari", "Budi Santoso"]
