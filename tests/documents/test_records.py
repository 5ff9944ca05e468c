"""Agreements and cascades as records: nothing lost, nothing unknown swallowed, and their files reviewed."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from workbench.cli import main
from workbench.documents import agreements, cascades
from workbench.documents.unreadable import Unreadable
from workbench.reviewer import Agreement, Cascade, Position
from workbench.reviewer.rules.examples import good_agreement, good_cascade


@pytest.mark.parametrize("position", Position)
def test_an_agreement_comes_back_as_it_went(position: Position) -> None:
    agreement = good_agreement(position)
    record = json.loads(json.dumps(agreements.to_record(agreement)))
    assert agreements.from_record(record) == agreement


def test_a_cascade_comes_back_as_it_went() -> None:
    record = json.loads(json.dumps(cascades.to_record(good_cascade())))
    assert cascades.from_record(record) == good_cascade()


def test_an_empty_record_is_an_empty_document() -> None:
    assert agreements.from_record({}) == Agreement()
    assert cascades.from_record({}) == Cascade()


def test_a_list_that_is_not_there_is_not_an_empty_one() -> None:
    assert agreements.from_record({}).iku is None
    assert agreements.from_record({"iku": []}).iku == ()


def test_numbers_become_text_as_indonesians_write_it() -> None:
    record = {"year": 2026, "rows": [{"indikator": "Indeks", "target": 85.5}], "total": 1e9}
    agreement = agreements.from_record(record)
    assert (agreement.year, agreement.rows[0].target, agreement.total) == ("2026", "85,5", "1000000000")


def test_boxes_without_a_key_are_numbered() -> None:
    assert [box.key for box in cascades.from_record({"boxes": [{"condition": "A"}, {}]}).boxes] == [
        "K1",
        "K2",
    ]


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ([], "pasangan kunci"),
        ({"warna": "biru"}, "“warna”"),
        ({"first": "Ana"}, "pihak pertama"),
        ({"second": {"umur": "40"}}, "“umur”"),
        ({"rows": {"sasaran": "x"}}, "daftar"),
        ({"rows": [{"sasaran": ["x"]}]}, "baris 1.sasaran"),
        ({"rows": ["x"]}, "baris 1"),
        ({"programmes": [{"pagu": "1"}]}, "program 1"),
        ({"position": "raja"}, "kepala-opd"),
        ({"year": True}, "perjanjian.year"),
        ({"iku": [["satu"]]}, "iku baris 1"),
        ({"renstra": [{"tujuan": "x"}]}, "renstra baris 1"),
    ],
)
def test_a_wrong_agreement_is_told_with_its_place(record: Any, words: str) -> None:
    with pytest.raises(Unreadable) as refused:
        agreements.from_record(record)
    assert words in refused.value.message


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(Unreadable) as refused:
        cascades.from_record({"boxes": [{"position": "raja"}, {"kotak": "x"}, 7]})
    for words in ("“raja”", "“kotak”", "kotak ke-3"):
        assert words in refused.value.message


def test_a_file_of_an_agreement_is_reviewed_as_one(tmp_path: Path) -> None:
    path = tmp_path / "pk.json"
    path.write_text(json.dumps(agreements.to_record(good_agreement(Position.ECHELON_3))), encoding="utf-8")
    told = CliRunner().invoke(main, ["review", str(path), "--format", "json"])
    document = json.loads(told.stdout)
    assert (document["kind"], document["position"], document["file"]) == (
        "agreement",
        "eselon-iii",
        "pk.json",
    )
    text = CliRunner().invoke(main, ["review", str(path)]).stdout
    assert "nilai perjanjian" in text


def test_a_file_of_a_cascade_is_reviewed_as_one(tmp_path: Path) -> None:
    path = tmp_path / "pohon.yaml"
    record = cascades.to_record(good_cascade())
    record["boxes"][6]["parent"] = "K99"
    path.write_text(yaml.safe_dump(record, allow_unicode=True), encoding="utf-8")
    text = CliRunner().invoke(main, ["review", str(path)])
    assert text.exit_code == 0
    for words in ("Kotak K1", "parent-unknown", "kotak[K7]", "nilai pohon kinerja"):
        assert words in text.stdout


def test_a_wrong_file_of_a_cascade_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "pohon.yaml"
    path.write_text("boxes: 7\n", encoding="utf-8")
    refused = CliRunner().invoke(main, ["review", str(path)])
    assert refused.exit_code == 2
    assert len(refused.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("name", ["pohon.xlsx", "pohon.yaml"])
def test_a_tree_as_people_write_it_is_reviewed_as_one(name: str) -> None:
    path = Path(__file__).parent / "material" / name
    document = json.loads(CliRunner().invoke(main, ["review", str(path), "--format", "json"]).stdout)
    assert (document["kind"], document["file"]) == ("cascade", name)
    assert [row["position"] for row in document["rows"]][:3] == ["kepala-opd", "eselon-iii", "eselon-iv"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("kotak: [{kotak: K1, jabatan: Bendahara, kondisi: x}]", "“Bendahara” di kotak ke-1"),
        ("kotak: [{kotak: K1, kondisi: x, sasaran: y}]", "“sasaran” dua kali"),
        ("kotak: [{kotak: K1, warna: biru}]", "“warna”"),
        ("kotak: 7", "daftar"),
        ("[{kotak: K1, induk: K2, kondisi: x}, 7]", "kotak ke-2"),
    ],
)
def test_a_wrong_tree_is_told_with_its_place(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "pohon.yaml"
    path.write_text(text, encoding="utf-8")
    refused = CliRunner().invoke(main, ["review", str(path)])
    assert refused.exit_code == 2
    assert words in refused.stderr
