"""The arithmetic: it adds up, it cannot be gamed by deleting, and it never changes by itself."""

from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from workbench.reviewer import Position, Row, Table, review, to_json
from workbench.reviewer.document import FIELDS
from workbench.reviewer.report import ReviewDocument, arithmetic, row_arithmetic
from workbench.reviewer.score import mean, shares

#: Cells as people fill them, well and badly.
CELLS = {
    "sasaran": [
        "Meningkatnya kualitas pelayanan perizinan",
        "Menurunnya stunting pada balita",
        "Program Peningkatan Mutu Pendidikan",
        "Melaksanakan pembinaan usaha mikro",
        "Bidang Pelayanan",
        "Efisiensi anggaran",
        "Persentase penduduk miskin",
        "zxcv qwrt",
        "",
    ],
    "indikator": [
        "Indeks Kepuasan Masyarakat atas pelayanan perizinan",
        "Prevalensi stunting balita",
        "Meningkatnya kepuasan pemohon izin",
        "Jumlah rapat koordinasi",
        "Persentase realisasi anggaran",
        "Persentase sekolah terakreditasi dan guru bersertifikat",
        "Persentase %",
        "",
        "qwrtp sdfgh",
    ],
    "satuan": ["%", "Indeks", "kali", "", "keluarga"],
    "target": [
        "≥ 85",
        "85,5",
        "12.500 orang",
        "sebanyak-banyaknya",
        "750",
        "naik 10 persen",
        "-",
        "",
        "62,4 / 38,9",
        "Baik",
    ],
    "formula": ["", "Jumlah A dibagi jumlah seluruh A", "Indeks kepuasan masyarakat"],
    "sumber_data": ["", "internal", "SKM semester II, Bagian Organisasi"],
    "penanggung_jawab": ["", "semua bidang", "Bidang Pelayanan"],
    "baseline": ["", "82", "N/A"],
    "polaritas": ["", "maximize"],
}

rows = st.builds(
    lambda **cells: Row(number=1, **cells),
    **{name: st.sampled_from(values) for name, values in CELLS.items()},
)
anything = st.builds(
    lambda **cells: Row(number=1, **cells), **{name: st.text(max_size=40) for name in FIELDS}
)
positions = st.sampled_from(list(Position))


def table(*drafts: Row, position: Position = Position.AGENCY_HEAD) -> Table:
    """A table of these rows, numbered in order."""
    return Table(
        tuple(replace(row, number=number) for number, row in enumerate(drafts, start=1)), position=position
    )


def check_sums(document: ReviewDocument) -> None:
    for row in document["rows"]:
        assert 100 + sum(finding["points"] for finding in row["findings"]) == row["score"]
        assert sum(points for _, points in row_arithmetic(row)) == row["score"]
        assert 0 <= row["score"] <= 100
        assert all(0 <= value <= 100 for value in row["principles"].values())
    assert sum(points for _, points in arithmetic(document)) == document["score"]
    assert 0 <= document["score"] <= 100
    assert all(0 <= value <= 100 for value in document["principles"].values())


@settings(max_examples=150, deadline=None)
@given(drafts=st.lists(rows, max_size=7), position=positions)
def test_the_points_add_up_to_every_score(drafts: list[Row], position: Position) -> None:
    check_sums(review(table(*drafts, position=position)))


@settings(max_examples=100, deadline=None)
@given(draft=anything)
@example(draft=Row(1, indikator="\x00\u202e" * 20))
def test_whatever_is_typed_is_reviewed_and_adds_up(draft: Row) -> None:
    check_sums(review(table(draft)))


@settings(max_examples=200, deadline=None)
@given(
    draft=rows,
    cell=st.sampled_from(["sasaran", "indikator", "target", "sumber_data", "penanggung_jawab"]),
    position=positions,
)
def test_emptying_a_cell_never_earns_points(draft: Row, cell: str, position: Position) -> None:
    before = review(table(draft, position=position))
    after = review(table(replace(draft, **{cell: ""}), position=position))
    assert after["score"] <= before["score"], [f["rule"] for f in before["rows"][0]["findings"]]


@settings(max_examples=60, deadline=None)
@given(drafts=st.lists(rows, min_size=1, max_size=4))
def test_an_empty_row_never_lifts_the_table(drafts: list[Row]) -> None:
    assert review(table(*drafts, Row(1)))["score"] <= review(table(*drafts))["score"]


def test_a_row_without_an_indicator_scores_nothing_in_any_principle() -> None:
    row = review(table(Row(1, sasaran="Menurunnya stunting pada balita", satuan="%", target="14")))["rows"][0]
    assert row["score"] == 0
    assert set(row["principles"].values()) == {0}


def test_an_empty_table_scores_nothing_and_says_what_to_do() -> None:
    document = review(Table(()))
    assert document["score"] == 0
    assert set(document["principles"].values()) == {0}
    assert "Isi" in document["verdict"]
    assert arithmetic(document)[-1][1] == 0


@settings(max_examples=40, deadline=None)
@given(drafts=st.lists(rows, max_size=4))
def test_the_same_table_gives_the_same_bytes(drafts: list[Row]) -> None:
    assert to_json(review(table(*drafts))) == to_json(review(table(*drafts)))


@given(losses=st.lists(st.integers(0, 100), min_size=1, max_size=40))
def test_the_rows_shares_add_up_to_what_the_mean_loses(losses: list[int]) -> None:
    parts = shares(losses)
    assert sum(parts) == 100 - mean([100 - loss for loss in losses])
    assert all(0 <= part <= loss for part, loss in zip(parts, losses, strict=True))


def test_a_good_row_earns_nearly_everything_and_a_bad_one_little() -> None:
    good = Row(
        1,
        sasaran="Menurunnya stunting pada balita",
        indikator="Prevalensi stunting balita",
        satuan="%",
        target="≤ 14,8",
        formula="Jumlah balita stunting dibagi jumlah seluruh balita yang diukur dikali 100",
        sumber_data="Survei Status Gizi Indonesia (Kementerian Kesehatan)",
        penanggung_jawab="Bidang Kesehatan Masyarakat",
        baseline="16,2",
        polaritas="minimize",
    )
    bad = Row(1, sasaran="Program gizi", indikator="Terlaksananya sosialisasi gizi", target="Baik")
    assert review(table(good))["score"] >= 95
    assert review(table(bad))["score"] <= 40
