"""The review document keeps its contract, and the three rows of the founding article are read fairly."""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.documents.tables import read_bytes
from workbench.reviewer import RULESET, Position, Row, Table, review, to_json
from workbench.reviewer.document import FIELDS
from workbench.reviewer.findings import Axis, Level, Principle, Severity, Verdict
from workbench.reviewer.plain import to_text
from workbench.reviewer.report import ReviewDocument

ARTICLE = """Sasaran Strategis OPD,Indikator Kinerja Utama,Target Tahunan,Sumber Data,Penanggung Jawab
Meningkatkan kualitas layanan,Indeks kepuasan masyarakat,≥ 85,Survei layanan,Bidang Pelayanan
Meningkatkan akses layanan,Persentase layanan online,≥ 70%,Sistem aplikasi,Sekretariat
Efisiensi anggaran,Persentase efisiensi belanja,≥ 10%,Laporan keuangan,Keuangan
"""


@pytest.fixture(scope="module")
def article() -> ReviewDocument:
    return review(read_bytes("iku.csv", ARTICLE.encode()))


def rules_of(document: ReviewDocument, row: int) -> dict[str, str]:
    return {finding["rule"]: finding["severity"] for finding in document["rows"][row - 1]["findings"]}


def check_shape(document: dict[str, Any]) -> None:
    """The keys and values of design section 3, as a reader of the JSON sees them."""
    assert {"ruleset", "file", "score", "principles", "table_findings", "rows"} <= document.keys()
    assert list(document["principles"]) == [str(principle) for principle in Principle]
    for number, row in enumerate(document["rows"], start=1):
        assert row["row"] == number
        reading = row["reading"]
        assert reading["level"] in list(Level)
        assert {type(reading[key]) for key in ("is_measure", "vague", "double")} == {bool}
        assert reading["target_ok"] in (True, False, None)
        assert reading["sasaran_is_result"] in (True, False, None)
        assert reading["direction"] in ("up", "down", "stable", None)
        assert row["alignment"]["verdict"] in list(Verdict)
        assert (row["alignment"]["score"] is None) == (row["alignment"]["verdict"] == "na")
        for finding in row["findings"]:
            check_finding(finding, row)
    for finding in document["table_findings"]:
        check_finding(finding, {})


def check_finding(finding: dict[str, Any], row: dict[str, Any]) -> None:
    assert finding["severity"] in list(Severity)
    assert finding["axis"] in list(Axis)
    assert finding["principle"] in list(Principle)
    assert finding["points"] <= 0
    assert finding["message"]
    assert finding["advice"]
    assert "{" not in finding["advice"]
    if finding["field"]:
        assert finding["field"] in FIELDS
        assert 0 <= finding["start"] <= finding["end"] <= len(row.get(finding["field"], ""))


def test_the_document_has_the_shape_of_the_contract(article: ReviewDocument) -> None:
    document = json.loads(to_json(article))
    check_shape(document)
    assert document["ruleset"] == RULESET
    assert document["file"] == "iku.csv"
    assert document["rows"][1]["reading"]["target"] == {
        "low": 70.0,
        "high": None,
        "comparator": ">=",
        "grade": None,
    }


@settings(max_examples=80, deadline=None)
@given(cells=st.fixed_dictionaries({name: st.text(max_size=60) for name in FIELDS}))
def test_places_lie_inside_the_text_whatever_was_typed(cells: dict[str, str]) -> None:
    check_shape(json.loads(to_json(review(Table((Row(1, **cells),))))))


def test_the_first_row_of_the_article_is_praised_with_two_small_remarks(article: ReviewDocument) -> None:
    row = article["rows"][0]
    assert (row["alignment"]["verdict"], row["reading"]["level"]) == ("yes", "outcome")
    assert rules_of(article, 1) == {
        "sasaran-as-order": "advice",
        "source-too-general": "advice",
        "service-grade-below-a": "advice",
    }
    assert "88,31" in next(f["message"] for f in row["findings"] if f["rule"] == "service-grade-below-a")
    assert row["score"] >= 90
    assert row["praise"]


def test_the_second_row_of_the_article_lacks_its_denominator(article: ReviewDocument) -> None:
    assert rules_of(article, 2)["percent-without-population"] == "advice"
    assert article["rows"][1]["score"] >= 80


def test_the_third_row_of_the_article_is_to_be_mended_and_no_flat_fail(article: ReviewDocument) -> None:
    found = rules_of(article, 3)
    assert found == {"input-as-result": "warning", "sasaran-is-topic": "warning"}
    assert 60 <= article["rows"][2]["score"] < article["rows"][1]["score"]
    assert article["first"] == {"row": 3, "rule": "input-as-result", "gain": 25}


def test_no_row_of_the_article_would_be_sent_back(article: ReviewDocument) -> None:
    assert not [f for row in article["rows"] for f in row["findings"] if f["severity"] == "error"]
    assert article["verdict"].startswith("Tidak ada yang wajib diperbaiki")


def test_a_missing_column_is_told_once_and_an_empty_cell_in_its_row() -> None:
    without = review(
        read_bytes(
            "a.csv",
            b"Sasaran,Indikator\nMenurunnya stunting,Prevalensi stunting\nMenurunnya kemiskinan,Rasio gini\n",
        )
    )
    told = [f["message"] for f in without["table_findings"] if f["rule"] == "column-missing"]
    assert len(told) == 3
    assert not [f for row in without["rows"] for f in row["findings"] if f["rule"] == "target-missing"]
    empty = review(
        read_bytes("a.csv", b"Sasaran,Indikator,Target\nMenurunnya stunting,Prevalensi stunting,\n")
    )
    assert "target-missing" in rules_of(empty, 1)


def test_the_position_decides_which_level_is_expected() -> None:
    row = Row(1, "Meningkatnya kesempatan kerja", "Jumlah peserta pelatihan kerja", "orang", "640")
    found = {
        position: set(rules_of(review(Table((row,), position=position)), 1))
        & {"output-as-outcome", "level-too-low", "level-too-high"}
        for position in Position
    }
    assert found == {
        Position.REGIONAL_HEAD: {"output-as-outcome"},
        Position.AGENCY_HEAD: {"output-as-outcome"},
        Position.ECHELON_3: {"level-too-low"},
        Position.ECHELON_4: set(),
    }


@pytest.mark.parametrize(
    ("cells", "rule", "suggestion"),
    [
        (
            {"sasaran": "Peningkatan kualitas air sungai"},
            "sasaran-as-effort",
            "Meningkatnya kualitas air sungai",
        ),
        (
            {"sasaran": "Mengurangi angka putus sekolah"},
            "sasaran-as-order",
            "Berkurangnya angka putus sekolah",
        ),
        (
            {"sasaran": "Program Peningkatan Mutu Pendidikan"},
            "sasaran-is-programme",
            "Meningkatnya Mutu Pendidikan",
        ),
        ({"indikator": "Meningkatnya kepuasan masyarakat"}, "not-a-measure", "Indeks Kepuasan Masyarakat"),
        (
            {"indikator": "Persentase sekolah terakreditasi dan guru bersertifikat"},
            "double-barrelled",
            "2) Persentase guru bersertifikat",
        ),
        (
            {"indikator": "Prevalensi stunting balita", "satuan": "%", "target": "≥ 14"},
            "target-against-direction",
            "≤ 14",
        ),
        (
            {"indikator": "Persentase jalan mantap sebesar 75%"},
            "target-in-indicator",
            "Persentase jalan mantap",
        ),
    ],
)
def test_a_rewrite_is_offered_where_one_can_be_built(
    cells: dict[str, str], rule: str, suggestion: str
) -> None:
    document = review(Table((Row(1, **cells),), columns=frozenset(cells)))
    offered = {f["rule"]: f["suggestion"] for f in document["rows"][0]["findings"]}
    assert suggestion.casefold() in offered[rule].casefold()


def test_a_rewrite_that_was_taken_over_unfinished_is_noticed() -> None:
    document = review(Table((Row(1, indikator="Persentase pasar rakyat yang …", satuan="%", target="40"),)))
    assert "placeholder-left" in rules_of(document, 1)


def test_one_cause_is_told_once() -> None:
    row = Row(1, "Meningkatnya kualitas pelayanan", "Terwujudnya pelayanan prima dan optimal", "%", "100")
    found = set(rules_of(review(Table((row,))), 1))
    assert "not-a-measure" in found
    assert not found & {
        "vague-words",
        "double-barrelled",
        "unit-contradicts-noun",
        "output-as-outcome",
        "target-not-a-number",
    }


def test_the_text_form_reads_from_top_to_bottom(article: ReviewDocument) -> None:
    text = to_text(article)
    assert (
        text.index(str(article["score"]))
        < text.index("Perbaiki ini dulu")
        < text.index("Baris 1 ·")
        < text.index("Hitungan")
    )
    assert all(len(line) <= 100 for line in text.splitlines())


def test_the_reviewer_is_light_to_import() -> None:
    code = (
        "import time, sys; started = time.perf_counter(); import workbench.reviewer; "
        "assert not {'flask', 'openpyxl', 'sqlalchemy', 'click'} & set(sys.modules); "
        "print(time.perf_counter() - started)"
    )
    fastest = min(
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
        for _ in range(3)
    )
    assert fastest < 0.15


def test_a_whole_table_is_reviewed_quickly(article: ReviewDocument) -> None:
    rows = tuple(
        Row(
            number,
            f"Meningkatnya kualitas layanan {number}",
            f"Persentase permohonan jenis {number} selesai tepat waktu",
            "%",
            "90",
        )
        for number in range(1, 301)
    )
    started = time.perf_counter()
    review(Table(rows))
    assert time.perf_counter() - started < 3  # a thousand rows a second in quiet; a busy machine gets room


def test_a_table_without_notes_and_with_them_keeps_its_notes(tmp_path: Path) -> None:
    document = review(
        read_bytes("a.csv", b"Sasaran,Indikator,Keterangan\nMenurunnya stunting,Prevalensi stunting,rutin\n")
    )
    assert document["notes"] == ["Kolom yang tidak dibaca: Keterangan."]


def test_a_service_given_in_time_costs_a_head_less_than_papers_of_the_office() -> None:
    def lost(indikator: str) -> int:
        document = review(Table((Row(1, "Meningkatnya kualitas pelayanan", indikator, "%", "95"),)))
        found = document["rows"][0]["findings"]
        return sum(finding["points"] for finding in found if finding["rule"] == "output-as-outcome")

    service = lost("Persentase pelayanan administrasi yang selesai sesuai standar waktu")
    assert lost("Persentase laporan yang disampaikan tepat waktu") < service < 0


@pytest.mark.parametrize(
    ("sasaran", "offered"),
    [
        ("Meningkatnya kualitas pengelolaan keuangan daerah", True),
        ("Meningkatnya kualitas pengelolaan keuangan dinas", False),
    ],
)
def test_a_grade_of_the_region_is_not_offered_to_one_office(sasaran: str, offered: bool) -> None:
    document = review(Table((Row(1, sasaran, "Persentase realisasi anggaran", "%", "98"),)))
    said = " ".join(finding["suggestion"] for finding in document["rows"][0]["findings"])
    assert ("Opini BPK" in said) is offered
