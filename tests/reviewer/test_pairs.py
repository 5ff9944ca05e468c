"""The thirty defects that evaluators write about most: the bad form is told, the better form is left alone.

Numbers follow the list of defects in the domain notes; what needs more than one table (an indicator outside
the mandate, a copied cascade, a yearly rewrite) is not judged here.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from workbench.reviewer import Position, Row, Table, review
from workbench.reviewer.report import ReviewDocument

PAIRS = yaml.safe_load((Path(__file__).parent / "pairs.yaml").read_text(encoding="utf-8"))
KUALITAS = "Meningkatnya kualitas pelayanan perizinan"

each_pair = pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['number']}-{pair['rule']}")


def reviewed(cells: dict[str, str], position: str = Position.AGENCY_HEAD) -> ReviewDocument:
    return review(Table((Row(1, **cells),), frozenset(cells), Position(position)))


def reviewed_form(pair: dict[str, Any], form: str) -> ReviewDocument:
    return reviewed(pair[form], pair.get("position", Position.AGENCY_HEAD))


def rules_of(document: ReviewDocument) -> dict[str, str]:
    return {finding["rule"]: finding["severity"] for row in document["rows"] for finding in row["findings"]}


@each_pair
def test_the_bad_form_is_told(pair: dict[str, Any]) -> None:
    assert pair["rule"] in rules_of(reviewed_form(pair, "bad"))


@each_pair
def test_the_better_form_is_left_alone_and_scores_more(pair: dict[str, Any]) -> None:
    better = reviewed_form(pair, "better")
    assert pair["rule"] not in rules_of(better)
    assert "error" not in rules_of(better).values()
    assert better["score"] > reviewed_form(pair, "bad")["score"]
    assert better["rows"][0]["score"] >= 90


def test_nine_indicators_for_one_sasaran_are_too_many() -> None:
    rows = tuple(
        Row(n, KUALITAS, f"Persentase izin jenis {n} yang selesai tepat waktu", "%", "90")
        for n in range(1, 10)
    )
    found = [finding["rule"] for finding in review(Table(rows))["table_findings"]]
    assert "too-many-indicators" in found
    assert "many-indicators" not in found


def test_a_source_that_says_internal_is_told() -> None:
    row = Row(1, indikator="Prevalensi stunting balita", sumber_data="internal")
    found = review(Table((row,), frozenset({"indikator", "sumber_data"})))
    assert "source-too-general" in rules_of(found)


@pytest.mark.parametrize(
    ("indikator", "satuan", "target", "rule"),
    [
        ("Persentase irigasi dalam kondisi baik", "Hektar", "60", "unit-contradicts-noun"),
        ("Persentase Jumlah kawasan kumuh", "Kawasan", "4", "unit-contradicts-noun"),
        ("Indeks kepuasan masyarakat", "Persen", "A", "unit-against-target"),
        ("Prosentase jalan dalam kondisi mantap", "%", "70", "typing-slip"),
        ("Indeks kualitas air", "Indeks", "N/A", "target-missing"),
        ("Indeks kualitas air", "Indeks", "Ada", "target-not-a-number"),
    ],
)
def test_oddities_of_real_tables_are_told(indikator: str, satuan: str, target: str, rule: str) -> None:
    assert rule in rules_of(reviewed({"indikator": indikator, "satuan": satuan, "target": target}))
